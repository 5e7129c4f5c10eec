import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { emptyDatabase, unique } from '../database.mjs';
import { sleep } from '../measure.mjs';
import { ours } from '../ours.mjs';
import { freePort, runVerb, startProcess } from '../processes.mjs';

const { Temporal } = await ours('libs/platform/src/temporal');
const PATIENCE_MS = 180_000;
const isReady = (url) =>
  fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3_000) }).then(
    (answer) => answer.ok,
    () => false,
  );

/**
 * The system to drive: the one at `url` (this machine's only), the one that `npm start` runs, or one of its own.
 * `env` has what a verb needs to look into its store; undefined where that is not known.
 */
export async function findSystem(url) {
  if (url !== undefined) return { url: onLoopback(url), env: undefined, said: 'the system at --url', stop: async () => undefined };
  const variables = runningVariables();
  const running = variables?.PORT === undefined ? undefined : `http://127.0.0.1:${variables.PORT}`;
  if (running !== undefined && (await isReady(running))) return { url: running, env: variables, said: 'the system that runs', stop: async () => undefined };
  return ownSystem();
}

function onLoopback(url) {
  const { hostname, origin } = new URL(url);
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) throw new Error('only a system on this machine is driven (127.0.0.1)');
  return origin;
}

function runningVariables() {
  const file = join(process.env.GENSVAR_HOME ?? '.gensvar', 'run.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).variables : undefined;
}

/** Every process over a new database with the demo municipality. */
async function ownSystem() {
  const ground = await ownGround();
  try {
    await runVerb(['demo'], ground.env);
    for (const name of ground.processes) ground.begin(name);
    await ground.isUp();
    return { url: ground.url, env: ground.env, said: 'a system of its own, with a new database', stop: ground.stop };
  } catch (cause) {
    await ground.stop();
    throw cause;
  }
}

/**
 * A new database with our tables, a namespace and a topic of their own on the services that were given. No process runs yet:
 * `begin(name)` starts one of `processes` and returns it, `isUp()` waits until they take requests and all rows are there, `stop()` leaves nothing running.
 */
export async function ownGround() {
  const database = await emptyDatabase('load');
  const [port, mail] = [await freePort(), await freePort()];
  const env = {
    DATABASE_URL: database.appUrl,
    GENSVAR_MASTER_KEY: randomBytes(32).toString('hex'),
    PORT: String(port),
    GENSVAR_DEMO: '1',
    NODE_ENV: 'development',
    GENSVAR_LOG_LEVEL: 'warn',
    TEMPORAL_NAMESPACE: unique('load').replaceAll('_', '-'),
    SMTP_URL: `smtp://127.0.0.1:${mail}`,
    GENSVAR_MAIL_CATCHER_PORT: String(mail),
    ...(process.env.KAFKA_BROKERS ? { KAFKA_TOPIC: `gensvar.${unique('load')}.v1`, GENSVAR_FEED: 'kafka' } : { GENSVAR_FEED: 'store' }),
  };
  const url = `http://127.0.0.1:${port}`;
  const begun = [];
  const stop = async () => {
    await Promise.all(begun.map((one) => one.stop()));
    await Promise.all([database.drop(), forget(env)]);
  };
  const begin = (name) => {
    const one = startProcess(name, env);
    begun.push(one);
    return one;
  };
  const isUp = async (patienceMs = PATIENCE_MS) => {
    for (const until = Date.now() + patienceMs; !(await isReady(url)); await sleep(200)) {
      if (Date.now() > until) throw new Error(`the system did not come up:\n${begun.map((one) => `${one.name}: ${one.output().slice(-300)}`).join('\n')}`);
    }
  };
  try {
    await runVerb(['migrate'], { ...env, DATABASE_ADMIN_URL: database.adminUrl });
    await runVerb(['temporal-setup'], env);
  } catch (cause) {
    await stop();
    throw cause;
  }
  const processes = ['server', 'worker', 'conductor', ...(process.env.KAFKA_BROKERS ? ['relay'] : []), 'projector'];
  return { url, env, database, processes, begin, isUp, stop };
}

/** The namespace and the topic are this run's own. A server may delete them after it has answered. */
async function forget({ TEMPORAL_NAMESPACE: namespace, KAFKA_TOPIC: topic }) {
  const temporal = Temporal.open({ address: process.env.TEMPORAL_ADDRESS, namespace, ui: undefined });
  const taken = [temporal.raw(({ operatorService }) => operatorService.deleteNamespace({ namespace }), 20_000)];
  if (topic !== undefined) taken.push(deleteTopic(topic));
  const left = (await Promise.allSettled(taken)).filter(({ status }) => status === 'rejected').length;
  if (left > 0) console.error(`namespace ${namespace} or its topic is still there`);
  await temporal.close();
}

async function deleteTopic(topic) {
  const admin = new Kafka({ clientId: 'load', brokers: process.env.KAFKA_BROKERS.split(','), logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    if ((await admin.listTopics()).includes(topic)) await admin.deleteTopics({ topics: [topic] });
  } finally {
    await admin.disconnect();
  }
}
