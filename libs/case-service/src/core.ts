import { EventStore } from '#event-store/event-store';
import type { Seal } from '#event-store/seal';
import { registers } from '#organisation/entities';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { SettingFault } from '#platform/log';
import { CaseService } from './case-service.js';
import { bindMasterKey, masterKeyOf } from './master-key.js';
import { RecordService } from './record-service.js';
import { UnitRegisters } from './unit-registers.js';

/** What every process is built on. */
export interface Core {
  readonly database: Database;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly store: EventStore;
  readonly register: OrganisationRegister;
  readonly cases: CaseService;
  readonly records: RecordService;
  readonly unitRegisters: UnitRegisters;
  close(): Promise<void>;
}

/** Opens the store for a process and keeps clock and organisation fresh. @throws SettingFault when a setting is missing, a pooler keeps no session, or the master key is another's */
export async function openCore(config: Pick<Config, 'databaseUrl' | 'masterKey'>, applicationName: string, poolSize = 10): Promise<Core> {
  if (config.databaseUrl === undefined) throw new SettingFault('DATABASE_URL saknas: ange databasen för rollen gensvar_app');
  if (config.masterKey === undefined) throw new SettingFault('GENSVAR_MASTER_KEY saknas: ange huvudnyckeln, 32 byte som hex eller base64');
  const key = masterKeyOf(config.masterKey);
  const database = await Database.connect(config.databaseUrl, { applicationName, poolSize, entities: registers });
  try {
    await database.mustHaveOwnSessions();
    return await coreOver(database, await bindMasterKey(database, key));
  } catch (error) {
    // A start that is retried must close the pool it opened.
    await database.close();
    throw error;
  }
}

async function coreOver(database: Database, seal: Seal): Promise<Core> {
  const store = new EventStore(database, seal);
  const clock = new Clock(database);
  const unfollowClock = await clock.follow(database);
  const register = await OrganisationRegister.open(database, clock);
  const unfollowRegister = await register.follow(database);
  return {
    database,
    clock,
    seal,
    store,
    register,
    cases: new CaseService(store, seal, clock, register),
    records: new RecordService(store, seal, clock, register),
    unitRegisters: new UnitRegisters(store, seal, clock, register),
    close: async () => {
      await unfollowClock();
      await unfollowRegister();
      await database.close();
    },
  };
}
