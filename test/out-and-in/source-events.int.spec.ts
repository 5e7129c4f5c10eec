import { visible } from '#domain/case/visible';
import { caseStream, uuidOf } from '#domain/ids';
import { reports } from '#read-model/reports/registry';
import { figureBehind, runReport } from '#read-model/reports/run';
import { freshCore } from '../support/core.js';
import { caughtUp, type Fresh, followStore, localEntry } from '../support/read-side.js';
import { organisation, people } from '../support/scenario.js';
import { aYear, closed, happened, told } from './told-cases.js';

/*
 * The event that put a case in a figure: the one since which it has been counted there, without a break, until the table's position.
 */

let core: Fresh;
let feed: Awaited<ReturnType<typeof followStore>>;
const now = '2026-11-22T10:00:00.000Z';
const year = { from: '2025-01-01', to: '2026-01-01' };
const everything = visible(people.controller, organisation, '2026-11-22');

beforeAll(async () => {
  core = await freshCore();
  feed = await followStore(core);
}, 60_000);
afterAll(async () => {
  await feed?.stop();
  await core?.close();
  expect(feed?.faults).toEqual([]);
}, 30_000);

/** The event that put the case in the figure, as "Type version". */
async function event(report: string, figure: Record<string, string>, id: string): Promise<string | null> {
  await caughtUp(core);
  const found = (await figureBehind(core, report, { ...year, ...figure }, everything, now)).put.get(id);
  const events = await core.store.load(caseStream(id));
  const at = events.find(({ position }) => position === found);
  return at === undefined ? null : `${at.type} ${at.version}`;
}
const cause = (n: number, area: string) => ({ causeId: uuidOf('put-there', n), area, level: 'unit' });

describe('The event that put a case in a figure', () => {
  test('of a row is the one that gave the case that row; of a unit the one that brought it there; of all rows the first', async () => {
    const id = await told(core, 'complaint', '2025-02-03', { categories: ['information'] });
    await happened(core, id, ['CaseClassified', '2025-02-04', { categories: ['treatment', 'information'], lawAreas: ['SoL'] }]);
    await happened(core, id, ['CaseMoved', '2025-02-05', { unit: 'afs-sodra', why: 'reorganisation', byRole: 'enhetschef' }]);
    expect(await event('complaints-by-category', { unit: 'namnd', row: 'information' }, id)).toBe('CaseImported 1');
    expect(await event('complaints-by-category', { unit: 'namnd', row: 'treatment' }, id)).toBe('CaseClassified 2');
    expect(await event('complaints-by-category', { unit: 'afs-sodra', row: 'treatment' }, id)).toBe('CaseMoved 3');
    expect(await event('complaints-by-category', { unit: 'afs', column: 'afs-sodra' }, id)).toBe('CaseMoved 3');
    expect(await event('complaints-by-category', { unit: 'namnd' }, id)).toBe('CaseImported 1');
    expect(await event('complaints-by-category', { unit: 'namnd', row: 'equipment' }, id)).toBeNull();
  }, 30_000);

  test('what was taken back and repeated counts from the repetition', async () => {
    const id = await told(core, 'complaint', '2025-03-03');
    await happened(core, id, ['CauseFound', '2025-03-04', cause(1, 'technology')]);
    await happened(core, id, ['CauseWithdrawn', '2025-03-05', { causeId: cause(1, 'technology').causeId }]);
    await happened(core, id, ['CauseFound', '2025-03-06', cause(2, 'technology')]);
    await happened(core, id, ['CauseFound', '2025-03-06', cause(3, 'competence')]);
    expect(await event('causes', { unit: 'namnd', row: 'technology' }, id)).toBe('CauseFound 4');
    expect(await event('causes', { unit: 'namnd', row: 'competence', column: 'unit' }, id)).toBe('CauseFound 5');
  }, 30_000);

  test('what is late because days have passed has the event that set the day, not the reminder after it', async () => {
    const id = await told(core, 'complaint', '2025-04-01');
    const duty = { id: 'LOK-KLAG-BEKRAFTA#1', rule: 'LOK-KLAG-BEKRAFTA', ruleVersion: 1, owner: 'enhetschef@afs-norra', basis: 'local', type: 'period' };
    const days = { startedAt: '2025-04-01T10:00:00.000Z', dueAt: '2025-04-03T21:59:59.000Z', duePrecision: 'day' };
    await happened(core, id, ['DutyOpened', '2025-04-01', { ...duty, ...days }]);
    await happened(core, id, ['ReminderDue', '2025-04-02', { item: uuidOf('put-there', 'item'), duty: duty.id, level: 0, toRole: 'enhetschef' }]);
    const late = { unit: 'namnd', row: 'LOK-KLAG-BEKRAFTA:1', column: 'overdue' };
    expect(await event('deadlines-kept', late, id)).toBe('DutyOpened 2');
    await happened(core, id, ['DutyClosed', '2025-04-10', { id: duty.id, as: 'met' }]);
    expect(await event('deadlines-kept', { ...late, column: 'late' }, id)).toBe('DutyClosed 4');
    expect(await event('deadlines-kept', late, id)).toBeNull();
  }, 30_000);

  test('every case behind every figure of every report has one, of its own log and not after the table’s position', async () => {
    await aYear(core, await localEntry(core, 'lexSarahKindOther', 'afs', 'Fördröjd remiss'));
    await told(core, 'complaint', '2025-07-01', { ...closed('2025-07-02'), opinionType: 'praise' });
    await caughtUp(core);
    let looked = 0;
    for (const { id: report } of reports) {
      const table = await runReport(core, report, { ...year, unit: 'namnd' }, now);
      for (const row of table.rows) {
        for (const { id: column } of table.columns) {
          const figure = { ...year, unit: 'namnd', row: row.code, column, asOf: `position:${table.scope.position}` };
          const { shown, put } = await figureBehind(core, report, figure, everything, now);
          for (const { id } of shown.items) {
            const positions = (await core.store.load(caseStream(id))).map(({ position }) => position);
            expect([report, row.code, column, positions.includes(put.get(id) ?? 0)]).toEqual([report, row.code, column, true]);
            looked += 1;
          }
        }
      }
    }
    expect(looked).toBeGreaterThan(50);
  }, 120_000);
});
