import { randomUUID } from 'node:crypto';
import { addDuration, stockholmDate } from '#domain/law/calendar';
import { recordStream } from '#domain/record-types';
import { type Year, yearIdOf, yearType } from '#domain/year/index';
import { organisationChanges } from '#organisation/change.schema';
import { reorganise } from '#organisation/reorganise';
import { silent } from '../../../test/support/conducting.js';
import { freshCore } from '../../../test/support/core.js';
import { people } from '../../../test/support/scenario.js';
import { YearOpener } from './year-opener.js';

const DAY_MS = 86_400_000;
let core: Awaited<ReturnType<typeof freshCore>>;
let opener: YearOpener;
beforeAll(async () => {
  core = await freshCore();
  opener = new YearOpener(core, silent);
}, 60_000);
afterAll(async () => {
  await core?.close();
});

const today = () => stockholmDate(core.clock.now().toISOString());
const thisYear = () => Number(today().slice(0, 4));
const load = async (unit: string, year: number) => (await core.records.load(yearType, yearIdOf(unit, year))) as Year | null;
const change = async (changes: readonly object[]) => {
  await reorganise(core, organisationChanges.parse({ changes }).changes, 'operator', core.clock.now().toISOString());
  await core.register.refresh();
};

test('each own unit’s year is opened once, however often and by how many it is looked at; a provider’s own tree has none', async () => {
  await Promise.all([opener.look(), new YearOpener(core, silent).look()]);
  await opener.look();
  const units = core.register.organisation.at(today());
  const own = units.filter(({ code, provider }) => provider === 'own' && core.register.organisation.rootOf(code, today())?.provider === 'own');
  for (const { code } of own) expect([code, (await core.store.load(recordStream(yearType, yearIdOf(code, thisYear())))).length]).toEqual([code, 1]);
  const opened = await core.database.query<{ unit: string }>("SELECT DISTINCT open->>'unit' AS unit FROM store.events WHERE type = 'YearOpened'");
  expect(new Set(opened.map(({ unit }) => unit))).toEqual(new Set(own.map(({ code }) => code)));
});

test('a unit that is made gets its year, one that has ended is waited for no more', async () => {
  const unit = { code: 'afs-ny', name: 'Ny enhet', level: 'unit', parent: 'afs', provider: 'own', validFrom: today() };
  await change([{ do: 'addUnit', unit }]);
  await opener.look();
  expect(await load('afs-ny', thisYear())).toMatchObject({ endedAt: null });
  await change([{ do: 'endUnit', unit: 'afs-ny', successor: null, from: addDuration(today(), 'P1D') }]);
  await opener.look();
  expect((await load('afs-ny', thisYear()))?.endedAt).toBeNull();
  await core.clock.advance(DAY_MS);
  await opener.look();
  expect((await load('afs-ny', thisYear()))?.endedAt).not.toBeNull();
});

test('R-052 years of skipped time open the year that has come, not those between; what is attested, also by the level above, is done', async () => {
  const first = thisYear();
  await core.clock.advance(3 * 366 * DAY_MS);
  await opener.look();
  const year = thisYear();
  expect([(await load('afs-norra', first + 1))?.year ?? null, (await load('afs-norra', year))?.year]).toEqual([null, year]);
  // The last tertial is waited for until some days after it.
  await core.clock.advance(Date.parse(`${year + 1}-01-02T10:00:00Z`) - core.clock.now().getTime());
  const period = { from: `${year}-01-01`, to: `${year + 1}-01-01` };
  await core.unitRegisters.attest(people.director, { unit: 'afs', ...period, kinds: null }, { commandId: randomUUID() });
  await opener.look();
  const state = async () => (await load('afs-norra', year))?.duties.map(({ duty, state: at }) => `${duty} ${at}`);
  expect(await state()).toEqual(expect.arrayContaining(['attestT3 met', 'annualReport waiting']));
  const [made] = await core.database.query<{ version: number }>("SELECT version FROM store.events WHERE type = 'StatisticsAttested'");
  await core.unitRegisters.withdraw(people.director, { unit: 'afs', attestation: `a${made?.version}`, why: 'wrongPeriod' }, { commandId: randomUUID() });
  await opener.look();
  expect(await state()).toContain('attestT3 waiting');
});
