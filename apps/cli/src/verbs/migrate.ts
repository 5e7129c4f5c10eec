import { parseArgs } from 'node:util';
import { bindMasterKey, masterKeyOf } from '#case-service/master-key';
import { Database, migrate } from '#platform/database';
import { allMigrations } from '../parts/migrations.js';
import { config, say, VerbFault } from '../parts/verb.js';

/** Brings the database up to this version. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const { databaseAdminUrl, databaseUrl, masterKey } = config();
  if (databaseAdminUrl === undefined) throw new VerbFault('DATABASE_ADMIN_URL saknas: ange ägarens adress till databasen.');
  await migrate(databaseAdminUrl, allMigrations, databaseUrl);
  if (masterKey !== undefined) await holdKey(databaseAdminUrl, masterKey);
  say('Databasen är uppdaterad.');
  return 0;
}

/** Binds the key to the database here, and not in whichever process happens to start first. */
async function holdKey(adminUrl: string, masterKey: string): Promise<void> {
  const owner = await Database.connect(adminUrl, { poolSize: 1, applicationName: 'gensvar-migrate' });
  try {
    await bindMasterKey(owner, masterKeyOf(masterKey));
  } finally {
    await owner.close();
  }
}
