import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { asFault } from './fault.js';

const ONE_AT_A_TIME = 70_726_173;
const ROLE = 'gensvar_app';

/**
 * Runs the given migrations with the owner's connection, and makes the schemas `store` and `read`
 * and the role `gensvar_app` (with the password in appUrl) where they are missing. Two at once wait for each other.
 * @throws DatabaseFault
 */
export async function migrate(adminUrl: string, migrations: readonly (new () => MigrationInterface)[], appUrl?: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 2000, application_name: 'gensvar-migrate' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock($1)', [ONE_AT_A_TIME]);
    await client.query('CREATE SCHEMA IF NOT EXISTS store; CREATE SCHEMA IF NOT EXISTS read');
    await client.query(makeRole(appUrl === undefined ? undefined : decodeURIComponent(new URL(appUrl).password)));
    await run(adminUrl, migrations);
  } catch (error) {
    throw asFault(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Roles belong to the whole cluster: the migration of another database may make it at the same time. */
function makeRole(password: string | undefined): string {
  const secret = password ? ` PASSWORD ${pg.escapeLiteral(password)}` : '';
  return `DO $make$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${ROLE}') THEN CREATE ROLE ${ROLE} LOGIN${secret}; END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $make$`;
}

async function run(url: string, migrations: readonly (new () => MigrationInterface)[]): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: 'store',
    migrations: [...migrations],
    migrationsTableName: 'migrations',
    installExtensions: false,
    logging: false,
    poolSize: 2,
    poolErrorHandler: () => undefined,
  });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}
