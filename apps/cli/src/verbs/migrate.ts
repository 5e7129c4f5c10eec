import { parseArgs } from 'node:util';
import { migrate } from '#platform/database';
import { allMigrations } from '../migrations.js';
import { config, say, VerbFault } from '../verb.js';

/** Brings the database up to this version. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const { databaseAdminUrl, databaseUrl } = config();
  if (databaseAdminUrl === undefined) throw new VerbFault('DATABASE_ADMIN_URL saknas: ange ägarens adress till databasen.');
  await migrate(databaseAdminUrl, allMigrations, databaseUrl);
  say('Databasen är uppdaterad.');
  return 0;
}
