import { randomBytes } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';

const variables = {
  postgres: 'DATABASE_ADMIN_URL',
  temporal: 'TEMPORAL_ADDRESS',
  kafka: 'KAFKA_BROKERS',
  testServer: 'TEMPORAL_TEST_SERVER',
  dist: 'GENSVAR_DIST',
} as const;

/** The address of a service that `npm test` started; a clear fault where the spec was run without it. */
export function requireService(name: keyof typeof variables): string {
  const value = process.env[variables[name]];
  if (value) return value;
  throw new Error(`${variables[name]} is not set: run the spec by \`npm test -- --keep <path>\`, or first \`eval "$(node infra/boot.mjs services --test)"\``);
}

const unique = () => `t${Date.now().toString(36)}${randomBytes(4).toString('hex')}`;

/** The role of running processes is one for the whole server, so every spec uses one password for it. */
export const appPassword = 'gensvar-app-in-tests';

export interface FreshDatabase {
  readonly name: string;
  /** The owner's address: for migrations and for looking at tables. */
  readonly adminUrl: string;
  /** The address of `gensvar_app`, which the migrations make. */
  appUrl(password?: string): string;
  drop(): Promise<void>;
}

/**
 * A new database, one for each spec file, so that specs run beside each other.
 * @param template a database that it is a copy of; otherwise it is empty
 */
export async function freshDatabase(template?: string): Promise<FreshDatabase> {
  const server = requireService('postgres');
  const name = unique();
  await onServer(server, `create database ${name}${template === undefined ? '' : ` template ${template}`}`);
  const at = (user?: { name: string; password: string }) => {
    const url = new URL(server);
    url.pathname = `/${name}`;
    if (user) [url.username, url.password] = [user.name, user.password];
    return url.href;
  };
  return {
    name,
    adminUrl: at(),
    appUrl: (password = appPassword) => at({ name: 'gensvar_app', password }),
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const keyword = 2;
const datetime = 6;
const searchAttributes = { CaseKind: keyword, Stage: keyword, Unit: keyword, NextDue: datetime };
const retention = { seconds: 86_400 as never };

/** A new Temporal namespace with the search attributes, usable when this returns. */
export async function freshNamespace(): Promise<{ readonly address: string; readonly namespace: string }> {
  const address = requireService('temporal');
  const namespace = unique();
  const connection = await Connection.connect({ address, connectTimeout: 5_000 });
  try {
    await within(connection, () => connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention }));
    await eventually(() => within(connection, () => connection.operatorService.addSearchAttributes({ namespace, searchAttributes })));
    await eventually(() => within(connection, () => connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 1, query: "Stage = 'none'" })));
  } finally {
    await connection.close();
  }
  return { address, namespace };
}

const within = <T>(connection: Connection, call: () => Promise<T>): Promise<T> => connection.withDeadline(Date.now() + 2_000, call);

/** The server's parts get to know a new namespace one after the other, within seconds. */
async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  const until = Date.now() + 20_000;
  for (;;) {
    try {
      return await attempt();
    } catch (cause) {
      if (Date.now() > until) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** A new topic shaped like the real one. */
export async function freshTopic(partitions = 6): Promise<{ readonly brokers: string; readonly topic: string; drop(): Promise<void> }> {
  const brokers = requireService('kafka');
  const topic = `gensvar.${unique()}.v1`;
  const withAdmin = async (work: (admin: ReturnType<Kafka['admin']>) => Promise<unknown>) => {
    const admin = new Kafka({ clientId: 'tests', brokers: brokers.split(','), logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    await work(admin).finally(() => admin.disconnect());
  };
  await withAdmin((admin) => admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: partitions, replicationFactor: 1 }] }));
  return { brokers, topic, drop: () => withAdmin((admin) => admin.deleteTopics({ topics: [topic] })) };
}
