import { figureReader } from '#domain/case/figure-reader';
import { visible } from '#domain/case/visible';
import { addDuration, startOfDay, stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { reports } from '#read-model/reports/registry';
import { type ReportTable, reportCases, reportList, runReport } from '#read-model/reports/run';
import { freshCore } from '../support/core.js';
import { caughtUp, employ, followStore, reportComplaint } from '../support/read-side.js';
import { people } from '../support/scenario.js';

let core: Awaited<ReturnType<typeof freshCore>>;
let close: () => Promise<void>;
/** The month after the one in which the cases came: others' numbers are those at the beginning of a month. */
const now = () => startOfDay(addDuration(month, 'P1M'));
const today = () => stockholmDate(now());
const year = () => ({ from: `${month.slice(0, 4)}-01-01`, to: `${Number(month.slice(0, 4)) + 1}-01-01` });
/** The first day of the month in which the cases came. */
let month: string;
const as = (actor: Actor) => ({ ...core, reader: figureReader(actor, core.register.organisation, today()) });
const table = (actor: Actor, id: string, query: object = {}): Promise<ReportTable> => runReport(as(actor), id, { ...year(), ...query }, now());
const behind = (actor: Actor, id: string, query: object = {}) =>
  reportCases(as(actor), id, { ...year(), ...query }, visible(actor, core.register.organisation, today()), now());
const numbers = ({ rows, totals, columnTotals, masked, notes }: ReportTable) => ({
  rows: rows.map(({ code, values }) => ({ code, values })),
  totals,
  columnTotals,
  masked,
  notes,
});

const ids = reportList().map(({ id }) => id);
const units = ['afs-norra', 'afs-sodra', 'afs', 'iof', 'iof-barn', 'namnd'];
const { manager, controller, divisionHead } = people;
const before = new Map<string, object>();

/** Cases in several units, received this month. */
async function municipality() {
  const core = await freshCore();
  await employ(core);
  const feed = await followStore(core);
  const some = async (unit: string, source: string, n: number) => {
    for (let i = 0; i < n; i += 1) await reportComplaint(core, { unit, source, categories: ['treatment'], categoryOther: null });
  };
  await some('afs-norra', 'relative', 3);
  await some('afs-sodra', 'relative', 8);
  await some('afs-sodra', 'resident', 2);
  await some('iof-barn', 'relative', 4);
  await some('iof-barn', 'resident', 7);
  await caughtUp(core);
  const close = async () => {
    await feed.stop();
    expect(feed.faults).toEqual([]);
    await core.close();
  };
  return { core, close };
}

beforeAll(async () => {
  ({ core, close } = await municipality());
  month = `${stockholmDate(core.clock.now().toISOString()).slice(0, 7)}-01`;
  for (const id of ids) for (const unit of units) before.set(`${id} ${unit}`, numbers(await table(manager, id, { unit })));
  // The cases that the manager is barred from come last.
  await reportComplaint(core, { unit: 'afs-norra', source: 'resident', categories: ['treatment'], concerns: [manager.person], concernsChief: true });
  await reportComplaint(core, { unit: 'afs-sodra', source: 'relative', categories: ['treatment'], concerns: [manager.person] });
  await caughtUp(core);
}, 120_000);
afterAll(async () => {
  await close?.();
}, 30_000);

describe('Figures do not reveal what is hidden (OSL 26 kap. 1 §; KL 6 kap. 30 §)', () => {
  test('a manager’s tables are the same with and without the cases that bar them, in every report, unit and note', async () => {
    for (const id of ids)
      for (const unit of units) expect([id, unit, numbers(await table(manager, id, { unit }))]).toEqual([id, unit, before.get(`${id} ${unit}`)]);
  }, 60_000);

  test('hidden cases are mentioned only to one with the right to figures', async () => {
    for (const unit of ['afs-norra', 'namnd']) {
      expect((await behind(manager, 'complaints-by-source', { unit })).hidden).toBe(0);
      expect((await behind(divisionHead, 'complaints-by-source', { unit })).hidden).toBe(0);
    }
    expect(await behind(manager, 'complaints-by-source', { unit: 'afs-norra' })).toMatchObject({ total: 3, hidden: 0 });
    expect(await behind(controller, 'complaints-by-source', { unit: 'afs-norra' })).toMatchObject({ total: 4, hidden: 0 });
  });

  test('no position is finer than a day, and no period shorter than a month', async () => {
    const last = await core.store.position();
    const plain = numbers(await table(manager, 'complaints-by-source', { unit: 'afs-norra' }));
    for (let position = 1; position <= last; position += 7)
      expect([position, numbers(await table(manager, 'complaints-by-source', { unit: 'afs-norra', asOf: `position:${position}` }))]).toEqual([position, plain]);
    const query = { unit: 'afs-norra', from: '2026-11-01', to: '2026-11-30' };
    await expect(table(manager, 'complaints-by-source', query)).rejects.toMatchObject({
      code: 'badPeriod',
      missing: [{ field: 'to', text: 'Perioden ska vara minst en månad' }],
    });
    await expect(behind(manager, 'complaints-by-source', query)).rejects.toMatchObject({ code: 'badPeriod' });
    expect((await table(controller, 'complaints-by-source', query)).masked).toEqual([]);
  }, 60_000);

  test('other units’ numbers below six are null and named, and so are those from which they could be computed', async () => {
    const board = await table(manager, 'complaints-by-source', { unit: 'namnd' });
    const whole = await table(controller, 'complaints-by-source', { unit: 'namnd' });
    const numberAt = ({ rows }: ReportTable, row: string, column: string) => rows.find(({ code }) => code === row)?.values[column];
    expect([numberAt(whole, 'relative', 'iof'), numberAt(whole, 'resident', 'afs')]).toEqual([4, 3]);
    expect([numberAt(board, 'relative', 'iof'), numberAt(board, 'resident', 'afs')]).toEqual([null, null]);
    expect(board.masked).toEqual(
      expect.arrayContaining([
        { row: 'relative', column: 'iof' },
        { row: 'resident', column: 'afs' },
      ]),
    );
    for (const { row, column } of board.masked)
      expect([row, column, row === 'total' ? (column === 'cases' ? board.totals.cases : board.columnTotals[column]) : numberAt(board, row, column)]).toEqual([
        row,
        column,
        null,
      ]);
    // Every shown number has six or more cases of others in it, or none.
    const seen = await table(manager, 'complaints-by-source', { unit: 'afs-norra' });
    for (const { code, values } of board.rows)
      for (const [column, value] of Object.entries(values)) {
        if (value === null) continue;
        const own = column === 'count' || column === 'afs' ? (numberAt(seen, code, 'count') ?? 0) : 0;
        expect([code, column, value - own === 0 || value - own >= 6]).toEqual([code, column, true]);
      }
    expect(whole.masked).toEqual([]);
    expect((await table(manager, 'complaints-by-source', { unit: 'afs-norra' })).masked).toEqual([]);
  });

  test('a table that is not divided by unit shows no number of others, and one that counts marks not their number of cases', async () => {
    // A register counts nothing that the reader does not see: it has no number of others.
    const isDivided = (id: string) => reports.find((report) => report.id === id)?.shape !== 'measured';
    const marks = ['complaints-by-category', 'lex-sarah-by-kind'];
    for (const id of ids) {
      const [board, whole, own] = [
        await table(manager, id, { unit: 'namnd' }),
        await table(controller, id, { unit: 'namnd' }),
        await table(manager, id, { unit: 'afs-norra' }),
      ];
      const shown = [...board.rows.map(({ values }) => values), board.columnTotals]
        .flatMap((values) => Object.values(values))
        .filter((value) => value !== null);
      if (!isDivided(id)) expect([id, shown]).toEqual([id, []]);
      if (!isDivided(id) || marks.includes(id)) expect([id, board.totals.cases]).toEqual([id, null]);
      expect([id, whole.masked, own.masked]).toEqual([id, [], []]);
    }
    const measured = await Promise.all(ids.filter((id) => !isDivided(id)).map((id) => table(controller, id, { unit: 'namnd' })));
    expect(measured.some(({ columnTotals }) => Object.values(columnTotals).some((value) => (value ?? 0) > 0))).toBe(true);
  }, 60_000);

  test('no two queries have a small number of others as their difference: of units, periods, positions, praise and providers', async () => {
    const [y] = [year()];
    const questions = [
      ...units.map((unit) => ({ unit })),
      ...units.flatMap((unit) => [
        { unit, from: month },
        { unit, to: month },
        { unit, from: '2025-01-01', to: y.to },
        { unit, asOf: '2026-01-01' },
        { unit, asOf: 'position:9' },
        { unit, praise: 'include' },
        { unit, provider: 'own' },
        { unit, organisation: 'then' },
      ]),
    ];
    const shown = new Map<string, number[]>();
    for (const question of questions) {
      const [mine, own] = [await table(manager, 'complaints-by-source', question), 3];
      for (const { code, values } of [...mine.rows, { code: 'total', values: mine.columnTotals }])
        for (const [column, value] of Object.entries(values)) {
          if (value === null) continue;
          const isOver = ['afs', 'namnd'].includes(question.unit) && ['count', 'afs', 'afs-norra'].includes(column);
          const part =
            column === 'afs-norra' || (question.unit === 'afs-norra' && column === 'count') || isOver ? (code === 'relative' || code === 'total' ? own : 0) : 0;
          shown.set(code, [...(shown.get(code) ?? []), Math.max(0, value - part)]);
        }
    }
    for (const [row, others] of shown)
      for (const a of others)
        for (const b of others) expect([row, a, b, Math.abs(a - b) === 0 || Math.abs(a - b) >= 6 || a === 0 || b === 0]).toEqual([row, a, b, true]);
  }, 120_000);

  test('the controller’s figures are complete, and a municipality may set another least number', async () => {
    for (const id of ids) expect((await table(controller, id)).masked).toEqual([]);
    const reader = { ...figureReader(manager, core.register.organisation, today()), leastShown: 0 };
    expect((await runReport({ ...core, reader }, 'complaints-by-source', { ...year(), unit: 'namnd' }, now())).masked).toEqual([]);
  }, 60_000);
});

describe('Others’ numbers are those at the beginning of the month', () => {
  test('a case that comes in elsewhere changes no number of others until the next month begins', async () => {
    const town = await municipality();
    const [early, late] = [startOfDay(addDuration(month, 'P1M')), startOfDay(addDuration(month, 'P2M'))];
    const at = (when: string, actor: Actor, unit: string) =>
      runReport(
        { ...town.core, reader: figureReader(actor, town.core.register.organisation, stockholmDate(when)) },
        'complaints-by-source',
        { ...year(), unit },
        when,
      );
    const [board, own] = [numbers(await at(early, manager, 'namnd')), await at(early, manager, 'afs-norra')];
    expect(board.totals.cases).toBeGreaterThan(6);
    await town.core.clock.advance(Date.parse(early) + 60_000 - town.core.clock.now().getTime());
    const receivedAt = `${month.slice(0, 4)}-01-02T10:00:00.000Z`;
    await reportComplaint(town.core, { unit: 'iof-barn', source: 'relative', categories: ['treatment'], receivedAt });
    await reportComplaint(town.core, { unit: 'afs-norra', source: 'relative', categories: ['treatment'], receivedAt });
    await caughtUp(town.core);
    expect(numbers(await at(early, manager, 'namnd'))).toEqual(board);
    expect((await at(early, manager, 'afs-norra')).totals.cases).toBe((own.totals.cases ?? 0) + 1);
    expect((await at(late, manager, 'namnd')).totals.cases).toBe((board.totals.cases ?? 0) + 2);
    await town.close();
  }, 60_000);
});
