import pg from 'pg';
import { migrate } from '#platform/database';
import { allMigrations } from '../../apps/cli/src/parts/migrations.js';
import { migratedDatabase } from './migrated.js';
import { type FreshDatabase, freshDatabase } from './services.js';

const open: FreshDatabase[] = [];
const kept = <T extends FreshDatabase>(database: T): T => {
  open.push(database);
  return database;
};
afterEach(async () => {
  for (const database of open.splice(0)) await database.drop();
});

async function asked(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const granted = `SELECT datacl::text AS given FROM pg_database WHERE datname = current_database()`;
const tables = `SELECT n.nspname, c.relname, c.relkind, c.relowner::regrole::text, c.relacl::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('store', 'read') ORDER BY 1, 2`;

describe('A database with the migrations done', () => {
  test('is in its tables, owners and grants as one that was migrated itself', async () => {
    const copied = kept(await migratedDatabase(allMigrations));
    const own = kept(await freshDatabase());
    await migrate(own.adminUrl, allMigrations, own.appUrl());
    for (const sql of [granted, tables]) expect(await asked(copied.adminUrl, sql)).toEqual(await asked(own.adminUrl, sql));
    expect(await asked(copied.adminUrl, 'SELECT name FROM store.migrations ORDER BY id')).toEqual(
      await asked(own.adminUrl, 'SELECT name FROM store.migrations ORDER BY id'),
    );
  }, 60_000);

  test('shares nothing with another, also when both are made at once', async () => {
    const [one, other] = (await Promise.all([migratedDatabase(allMigrations), migratedDatabase(allMigrations)])).map(kept) as [FreshDatabase, FreshDatabase];
    await asked(one.adminUrl, 'CREATE TABLE store.of_one ()');
    expect(await asked(other.appUrl(), `SELECT to_regclass('store.of_one') AS found`)).toEqual([{ found: null }]);
  }, 60_000);
});
