import { randomUUID } from 'node:crypto';
import { visible } from '#domain/case/visible';
import { reportCases, runReport } from '#read-model/reports/run';
import { unitFigures } from '#read-model/reports/unit-figures';
import { freshCore } from '../support/core.js';
import { caughtUp, confirm, employ, execute, type Fresh, followStore, importComplaint, localEntry, reportComplaint } from '../support/read-side.js';
import { organisation, people } from '../support/scenario.js';

let core: Fresh;
let feed: Awaited<ReturnType<typeof followStore>>;
let lawFirm: string;
let economy: string;
const year = { from: '2025-01-01', to: '2026-01-01' };
const on = (day: string) => ({ receivedAt: `${day}T10:00:00.000Z` });
const now = () => core.clock.now().toISOString();
const source = (query = {}) => runReport(core, 'complaints-by-source', { ...year, ...query }, now());
const category = (query = {}) => runReport(core, 'complaints-by-category', { ...year, ...query }, now());
const valuesOf = (table: Awaited<ReturnType<typeof source>>, code: string) => table.rows.find((row) => row.code === code)?.values;

// IoF: two cases with three categories between them, one by the division's own source. ÄFS: one in Norra, unexplained "annat" by import's way.
beforeAll(async () => {
  core = await freshCore();
  feed = await followStore(core);
  await employ(core);
  lawFirm = await localEntry(core, 'sourceName', 'iof', 'Advokatbyrå');
  economy = await localEntry(core, 'categoryOther', 'iof', 'Ekonomi');
  await localEntry(core, 'sourceName', 'iof', 'Familjehem');
  await reportComplaint(core, { unit: 'iof-barn', source: 'serviceUserOrGuardian', categories: ['treatment', 'caseHandling'], ...on('2025-03-01') });
  await reportComplaint(core, { unit: 'iof-barn', source: 'local', sourceName: lawFirm, categories: ['other'], categoryOther: economy, ...on('2025-12-31') });
  await reportComplaint(core, { unit: 'afs-norra', source: 'relative', ...on('2025-06-06') });
  await reportComplaint(core, { unit: 'afs-norra', source: 'relative', opinionType: 'praise', categories: ['serviceDelivery'], ...on('2025-06-07') });
  await reportComplaint(core, { unit: null, source: 'resident', categories: ['information'], ...on('2025-06-08') });
  await reportComplaint(core, { unit: 'iof-barn', source: 'staff', categories: ['treatment'], ...on('2026-01-01') });
  const { id } = await reportComplaint(core, { unit: 'iof-barn', source: 'staff', categories: ['treatment'], ...on('2025-02-02') });
  await execute(core, id, { type: 'CancelCase', reason: 'wronglyRegistered', second: people.director.person, text: 'Fel.' }, people.registrar);
  await confirm(core, id, people.director);
  await core.unitRegisters.attest(people.director, { unit: 'iof', ...year, kinds: null }, { commandId: randomUUID() });
  await caughtUp(core);
}, 60_000);
afterAll(async () => {
  expect(feed?.faults).toEqual([]);
  await feed?.stop();
  await core?.close();
}, 30_000);

describe('Complaints by source', () => {
  test('R-007 has the fixed rows always, counted on the day received, cancelled ones left out', async () => {
    const table = await source();
    expect(table.rows.map(({ code }) => code)).toEqual([
      'serviceUserOrGuardian',
      'relative',
      'resident',
      'otherOrUnknown',
      'viaIvo',
      'staff',
      'officialOrAuthority',
    ]);
    expect(table.columns.map(({ id }) => id)).toEqual(['count', 'afs', 'iof', 'none']);
    expect(valuesOf(table, 'serviceUserOrGuardian')).toEqual({ count: 1, afs: null, iof: 1, none: null });
    expect(valuesOf(table, 'staff')).toMatchObject({ count: 0, iof: 0, afs: null });
    expect(table.totals).toEqual({ count: 4, cases: 4 });
  }, 60_000);

  test('R-008 a division’s own source is a row there and part of "annan" above it', async () => {
    const iof = await source({ unit: 'iof' });
    const row = iof.rows.find(({ code }) => code === `local:${lawFirm}`);
    expect(row).toMatchObject({ label: 'Advokatbyrå', values: { count: 1 } });
    expect(iof.rows.find(({ label }) => label === 'Familjehem')?.values).toMatchObject({ count: 0 });
    expect(valuesOf(iof, 'otherOrUnknown')).toMatchObject({ count: 0 });
    expect(valuesOf(await source(), 'otherOrUnknown')).toMatchObject({ count: 1, iof: 1 });
    expect(iof.totals).toEqual({ count: 2, cases: 2 });
  }, 60_000);

  test('R-052, R-440 a zero is a zero where the unit or one above it has attested, else it is not reported', async () => {
    expect((await source({ unit: 'iof' })).attested).toEqual({ units: 1, of: 1 });
    expect(valuesOf(await source({ unit: 'iof-barn' }), 'viaIvo')).toEqual({ count: 0 });
    const afs = await source({ unit: 'afs' });
    expect(afs.attested).toEqual({ units: 0, of: 2 });
    expect(valuesOf(afs, 'viaIvo')).toEqual({ count: null, 'afs-norra': null, 'afs-sodra': null });
    expect(valuesOf(afs, 'relative')).toEqual({ count: 1, 'afs-norra': 1, 'afs-sodra': null });
    expect((await source({ unit: 'afs-sodra' })).totals).toEqual({ count: null, cases: null });
    expect((await source()).attested).toEqual({ units: 1, of: 3 });
  }, 60_000);

  test('AC-10 praise is left out, is given in a note, and is included when asked for', async () => {
    const without = await source({ unit: 'afs' });
    expect(without.notes).toContain('Beröm, som inte räknas in: 1.');
    expect((await source({ unit: 'afs', praise: 'include' })).totals).toEqual({ count: 2, cases: 2 });
  }, 60_000);

  test('R-344 a table as of an earlier position is the table of then; a position inside a command is rounded down', async () => {
    const [first, second] = await core.database.query<{ position: number }>(
      `SELECT position FROM store.commands WHERE answer ? 'number' ORDER BY position LIMIT 2`,
    );
    const then = await source({ asOf: `position:${(second?.position ?? 0) - 1}` });
    expect(then.scope.position).toBe(first?.position);
    expect(then.totals.cases).toBe(1);
    expect((await source({ asOf: '2025-12-31' })).totals.cases).toBeNull();
    expect((await source({ asOf: '2099-01-01' })).totals.cases).toBe(4);
  }, 60_000);
});

describe('Complaints by category', () => {
  test('R-034, AC-07 counts marks apart from cases and says so', async () => {
    const table = await category({ unit: 'iof' });
    expect(table.totals).toEqual({ count: 3, cases: 2 });
    expect(valuesOf(table, 'treatment')).toMatchObject({ count: 1 });
    expect(valuesOf(table, 'equipment')).toMatchObject({ count: 0 });
    expect(table.notes).toContain('Ett ärende kan ha flera kategorier: 3 markeringar i 2 ärenden.');
  }, 60_000);

  test('R-035, AC-08 says what "annat" was', async () => {
    expect((await category({ unit: 'iof' })).notes).toContain('Annat: Ekonomi – 1');
    expect((await category()).notes).not.toContain('Annat: Ekonomi – 1');
  }, 60_000);

  test('R-036 warns when "annat" has no explanation', async () => {
    await importComplaint(core, { unit: 'afs-sodra', categories: ['other'], ...on('2022-05-05') });
    await caughtUp(core);
    expect((await category({ from: '2022-01-01', to: '2023-01-01' })).notes).toContain('Varning: 1 av ”Annat” saknar förklaring.');
  }, 60_000);

  test('a case without a category has a row of its own, shown only where there is one', async () => {
    expect(valuesOf(await category({ unit: 'afs' }), 'notStated')).toMatchObject({ count: 1 });
    expect(valuesOf(await category({ unit: 'iof' }), 'notStated')).toBeUndefined();
  }, 60_000);
});

describe('The cases behind a figure', () => {
  const behind = (query: object, who = people.controller) =>
    reportCases(core, 'complaints-by-source', { ...year, ...query }, visible(who, organisation, '2026-11-22'), now());

  test('R-007 every figure names exactly its cases, by the address beside it', async () => {
    for (const query of [{}, { unit: 'iof' }, { unit: 'afs', praise: 'include' }]) {
      const table = await source(query);
      for (const row of table.rows) {
        const asked = Object.fromEntries(new URL(row.cases, 'http://x').searchParams);
        for (const { id: column } of table.columns) {
          const { total, items, hidden } = await behind({ ...asked, column });
          expect([row.code, column, total, items.length, hidden]).toEqual([row.code, column, row.values[column] ?? 0, row.values[column] ?? 0, 0]);
        }
      }
    }
  }, 60_000);

  test('those the reader may not see are counted and not shown', async () => {
    expect(await behind({}, people.manager)).toMatchObject({ total: 1, hidden: 3 });
    expect(await behind({}, people.anonymous)).toMatchObject({ items: [], total: 0, hidden: 4 });
  }, 60_000);
});

describe('An invalid query', () => {
  test.each([
    [{ from: '2025-13-01' }, 'badPeriod'],
    [{ from: '2025-01-01', to: '2025-01-01' }, 'badPeriod'],
    [{ from: '1900-01-01', to: '2025-01-01' }, 'badPeriod'],
    [{ asOf: 'igår' }, 'badPeriod'],
    [{ organisation: 'before' }, 'badPeriod'],
    [{ unit: 'finns-inte' }, 'unitNotValid'],
  ])(
    '%j is refused in Swedish',
    async (query, code) => {
      await expect(runReport(core, 'complaints-by-source', query, now())).rejects.toMatchObject({
        code,
        missing: [{ text: expect.stringMatching(/[a-zåäö]{3}/) }],
      });
    },
    60_000,
  );

  test('a report that does not exist is not found', async () => {
    await expect(runReport(core, 'no-such', {}, now())).rejects.toMatchObject({ code: 'notFound' });
  }, 60_000);
});

describe('A duplicate', () => {
  const then = { from: '2022-01-01', to: '2023-01-01' };
  const total = async (query = {}) => (await source({ ...then, unit: 'afs-norra', ...query })).totals.cases;
  const figures = async () => {
    const asked = { ...then, units: ['afs-norra'], withoutUnit: false };
    return (await unitFigures(core.database, visible(people.director, organisation, '2026-03-02'), asked, now())).figures.find(
      ({ unit }) => unit === 'afs-norra',
    )?.received;
  };

  test('is counted once, in the case that came first; as of an earlier day as it stood then; taken back it is counted again', async () => {
    const first = await reportComplaint(core, { unit: 'afs-norra', source: 'relative', lawAreas: ['SoL'], ...on('2022-05-01') });
    const later = await reportComplaint(core, { unit: 'afs-norra', source: 'relative', lawAreas: ['SoL'], ...on('2022-05-03') });
    await caughtUp(core);
    const before = await core.store.position();
    expect([await total(), await figures()]).toEqual([2, 2]);
    await execute(core, later.id, { type: 'AnswerConflict', answer: 'none' }, people.manager);
    await execute(core, later.id, { type: 'LinkCase', other: first.id, relation: 'duplicateOf', reasons: 'Samma brev.' }, people.manager);
    await caughtUp(core);
    const linked = await core.store.position();
    expect([await total(), await figures()]).toEqual([1, 1]);
    expect((await source(then)).notes).toContain('Dubbletter, som räknas i det ärende som kom först: 1.');
    expect(
      (
        await reportCases(
          core,
          'complaints-by-source',
          { ...then, unit: 'afs-norra', row: 'relative', column: 'count' },
          visible(people.director, organisation, '2026-03-02'),
          now(),
        )
      ).items.map(({ id }) => id),
    ).toEqual([first.id]);
    expect(await total({ asOf: `position:${before}` })).toBe(2);
    await execute(core, first.id, { type: 'UnlinkCase', other: later.id, reasons: 'Två olika kvällar.' }, people.manager);
    await caughtUp(core);
    expect([await total(), await figures(), await total({ asOf: `position:${linked}` })]).toEqual([2, 2, 1]);
  }, 60_000);
});
