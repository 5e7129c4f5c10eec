import { createHash } from 'node:crypto';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrate } from '#platform/database';
import { type FreshDatabase, freshDatabase, requireService } from './services.js';

type Migrations = readonly (new () => MigrationInterface)[];

const ONE_MAKES = 61_042_877;

/**
 * A database of its own with the migrations done: a copy of one that was migrated once for the whole server, since the copy takes a
 * tenth of the time. What a database is granted is not copied with it.
 */
export async function migratedDatabase(migrations: Migrations): Promise<FreshDatabase> {
  const template = await templateOf(migrations);
  const fresh = await freshDatabase(template);
  await onServer(async (client) => {
    const { rows } = await client.query<{ may: boolean }>(`SELECT has_database_privilege('gensvar_app', $1, 'CREATE') AS may`, [template]);
    if (rows[0]?.may === true) await client.query(`GRANT CREATE ON DATABASE ${fresh.name} TO gensvar_app`);
  });
  return fresh;
}

/** The template's name. It is made under another and renamed when it is whole, and its name says what the migrations do. */
async function templateOf(migrations: Migrations): Promise<string> {
  const name = `migrated_${await printOf(migrations)}`;
  await onServer(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [ONE_MAKES]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return;
    const made = await freshDatabase();
    await migrate(made.adminUrl, migrations, made.appUrl());
    await client.query(`ALTER DATABASE ${made.name} RENAME TO ${name}`);
  });
  return name;
}

/** A hash of the statements of the migrations and their names. */
async function printOf(migrations: Migrations): Promise<string> {
  const hash = createHash('sha256');
  const runner = { query: async (statements: string) => hash.update(statements) } as unknown as QueryRunner;
  for (const Migration of migrations) {
    const one = new Migration();
    hash.update(one.name ?? Migration.name);
    await one.up(runner);
  }
  return hash.digest('hex').slice(0, 16);
}

async function onServer(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: requireService('postgres'), connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
