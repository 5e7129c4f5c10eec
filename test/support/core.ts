import { randomBytes } from 'node:crypto';
import { type Core, openCore } from '#case-service/core';
import { allMigrations } from '../../apps/cli/src/parts/migrations.js';
import { migratedDatabase } from './migrated.js';
import { organisation } from './scenario.js';

export type FreshCore = Core & { readonly masterKey: string; readonly appUrl: string; readonly adminUrl: string };

/** How far the clock of every municipality of a spec is ahead from its beginning: `npm test -- --clock=<instant>`; otherwise not at all. */
const aheadMs = (): number => {
  const begins = process.env['GENSVAR_TEST_CLOCK'];
  return begins === undefined ? 0 : Math.max(0, Date.parse(begins) - Date.now());
};

/** A database of its own with all migrations and no people; the core opened as the running role. */
export async function emptyCore(): Promise<FreshCore> {
  const database = await migratedDatabase(allMigrations);
  const masterKey = randomBytes(32).toString('hex');
  const core = await openCore({ databaseUrl: database.appUrl(), masterKey }, 'test');
  await core.clock.advance(aheadMs());
  const close = async () => {
    await core.close();
    await database.drop();
  };
  return { ...core, close, masterKey, appUrl: database.appUrl(), adminUrl: database.adminUrl };
}

/** The same with the scenario's municipality in it. */
export async function freshCore(): Promise<FreshCore> {
  const core = await emptyCore();
  for (const unit of organisation.at('2026-01-01')) {
    await core.database.query(
      'INSERT INTO store.org_unit (code, name, level, parent, provider, valid_from, from_position) VALUES ($1, $2, $3, $4, $5, $6, 0)',
      [unit.code, unit.name, unit.level, unit.parent, unit.provider, unit.validFrom],
    );
  }
  await core.register.refresh();
  return core;
}
