import { asStored } from '#domain/case/decide/foresee';
import { facts, stepRows } from '#domain/case/facts';
import { figureReader } from '#domain/case/figure-reader';
import { caseIdOf, uuidOf } from '#domain/ids';
import { addDuration, startOfDay, stockholmDate } from '#domain/law/calendar';
import { recordStream, recordTypes } from '#domain/record-types';
import { unitFacts } from '#domain/register/unit';
import type { RecordedEvent } from '#event-store/event-store';
import { parked } from '#event-store/parked';
import { projectionHealth } from '#read-model/health';
import { listRow } from '#read-model/projections/case-list';
import { SUBSCRIPTION } from '#read-model/projections/poison';
import { type Incoming, Projector } from '#read-model/projections/projector';
import { hashOfReadModel, rebuild } from '#read-model/rebuild/rebuild';
import { runReport } from '#read-model/reports/run';
import { startProjector } from '../../apps/projector/src/start.js';
import { freshCore } from '../support/core.js';
import { crowd, dice } from '../support/crowd.js';
import { caughtUp, execute, type Fresh, followStore, importComplaint, reportComplaint } from '../support/read-side.js';
import { oneOfEachRecord } from '../support/record-samples.js';
import { people, Scenario } from '../support/scenario.js';

let core: Fresh;
const roll = dice(7);
const nothing = async () => undefined;
const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((item) => [roll(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
beforeAll(async () => {
  core = await freshCore();
  await crowd(core, 20, roll);
  await rebuild(core);
}, 120_000);
afterAll(async () => {
  await core?.close();
}, 30_000);

/** The rows as a rebuild would make them, compared with the existing ones. */
async function expectFoldOfStore(): Promise<void> {
  const before = await hashOfReadModel(core.database);
  await rebuild(core);
  expect(await hashOfReadModel(core.database)).toBe(before);
}
const log = (): Promise<RecordedEvent[]> => core.store.readAfter(0, 10_000);

describe('Rows from events', () => {
  test('every value of a fold has its column', async () => {
    const way = new Scenario().report().advanceTo('closed');
    const state = way.case;
    const rows = [
      ...facts(state),
      ...stepRows(
        state.id,
        way.log.map((event, n) => asStored(event, way.now, n + 1)),
      ),
      ...unitFacts({
        version: 1,
        attestations: [{ key: 'a1', unit: 'iof', from: '2025-01-01', to: '2026-01-01', kinds: null, at: state.progress.since, withdrawn: null }],
        reminders: [],
      }),
      { table: 'case_list', values: listRow(state) },
    ];
    const columns = await core.database.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'read'`,
    );
    const known = new Set(columns.map(({ name }) => name));
    expect(new Set(rows.map(({ table }) => table)).size).toBe(6);
    expect(rows.flatMap(({ table, values }) => Object.keys(values).map((name) => `${table}.${name}`)).filter((name) => !known.has(name))).toEqual([]);
  }, 60_000);

  test('events that are repeated, late, twice in a batch or out of order change nothing', async () => {
    const hash = await hashOfReadModel(core.database);
    const projector = new Projector(core);
    const events = await log();
    for (let n = 0; n < 5; n += 1) await projector.apply(shuffled([...events.slice(n * 20, n * 20 + 60), ...events.slice(0, 10)]), nothing);
    expect(await hashOfReadModel(core.database)).toBe(hash);
  }, 60_000);

  test('a gap is read from the store: the last event alone brings the case up to date', async () => {
    const { id } = await reportComplaint(core);
    await execute(core, id, { type: 'ClassifyCase', categories: ['treatment'], lawAreas: ['SoL'] });
    const last = (await core.store.load(`case/${id}`)).at(-1) as RecordedEvent;
    await new Projector(core).apply([last], nothing);
    expect(await core.database.query('SELECT version FROM read.case_list WHERE case_id = $1', [id])).toEqual([{ version: last.version }]);
    await expectFoldOfStore();
  }, 60_000);

  test('an event that could not be read is fetched from the store', async () => {
    const id = await importComplaint(core);
    const events: Incoming[] = (await core.store.load(`case/${id}`)).map((event) => ({ ...event, open: null }));
    await new Projector(core).apply(events, nothing);
    await expectFoldOfStore();
  }, 60_000);

  test('two projectors on the same events at once make the same rows as one', async () => {
    const from = await core.store.position();
    await crowd(core, 10, roll);
    const events = await core.store.readAfter(from, 10_000);
    const batches = (list: readonly RecordedEvent[]) => Array.from({ length: Math.ceil(list.length / 15) }, (_, n) => list.slice(n * 15, n * 15 + 15));
    const run = async () => {
      const projector = new Projector(core);
      // A feed meets a deadlock of two by sending the batch again.
      for (const batch of batches(events))
        for (;;)
          if (
            await projector.apply(batch, nothing).then(
              () => true,
              (error: { code?: string }) => (error.code === '40P01' ? false : Promise.reject(error)),
            )
          )
            break;
    };
    await Promise.all([run(), run(), run()]);
    await expectFoldOfStore();
  }, 60_000);

  test('a projector whose connections are cut at random ends with rows that are the fold of the store', async () => {
    const feed = await followStore(core);
    let going = true;
    const cutting = (async () => {
      while (going) {
        await new Promise((resolve) => setTimeout(resolve, 40 + roll() * 120));
        await core.database
          .query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle' AND query LIKE '%read.%'`,
          )
          .catch(() => undefined);
      }
    })();
    for (let n = 0; n < 15; n += 1) await crowd(core, 2, roll).catch(() => undefined);
    going = false;
    await cutting;
    await caughtUp(core, 30_000);
    await feed.stop();
    await expectFoldOfStore();
  }, 120_000);
});

/** A municipality of a spec's own, since a stream that can't be folded stays in it. */
async function withPoison(tell: (own: Fresh, poisoned: string) => Promise<void>): Promise<void> {
  const own = await freshCore();
  try {
    const feed = await followStore(own);
    const poisoned = await importComplaint(own, { receivedAt: '2024-02-02T10:00:00.000Z', number: 'KLA-2024-9999' });
    await caughtUp(own);
    await feed.stop();
    // An event that our code would not write: its affected count is too large for the column.
    await own.store.append({
      command: { id: uuidOf('poison'), actor: 'import', bodyHash: Buffer.alloc(1) },
      build: () => ({
        streams: [
          {
            stream: `case/${poisoned}`,
            expectedVersion: 1,
            events: [{ type: 'CaseCorrected', v: 1, at: '2024-02-03T10:00:00.000Z', open: { set: { affectedCount: 99_999_999_999 }, why: 'wrongUnit' } }],
          },
        ],
        answer: {},
      }),
    });
    await tell(own, poisoned);
  } finally {
    await own.close();
  }
}

describe('A case that cannot be folded', () => {
  test(
    'is put aside and told on the figures it touches, by number to those who may see it and to others as a count, while others go on, and comes back when it can',
    async () =>
      withPoison(async (own, poisoned) => {
        const year = { from: '2024-01-01', to: '2025-01-01' };
        const well = await importComplaint(own, { receivedAt: '2024-03-03T10:00:00.000Z' });
        const again = await followStore(own);
        await caughtUp(own);
        expect(again.faults).toHaveLength(1);
        expect((await parked(own.database, SUBSCRIPTION)).map(({ stream }) => stream)).toEqual([`case/${poisoned}`]);
        expect(await projectionHealth(own.database)).toMatchObject({ lagEvents: 0, lagSeconds: 0, parked: 1 });
        const table = await runReport(own, 'complaints-by-source', year, own.clock.now().toISOString());
        expect(table.notes).toContain('Ärende KLA-2024-9999 kunde inte läsas helt och kan vara fel räknat i tabellen.');
        expect((await runReport(own, 'complaints-by-source', year, own.clock.now().toISOString())).totals.cases).toBe(2);
        const nextMonth = startOfDay(addDuration(`${stockholmDate(own.clock.now().toISOString()).slice(0, 7)}-01`, 'P1M'));
        const told = async (of: 'manager' | 'otherManager' | 'controller' | 'carer' | 'divisionHead' | 'dataOfficer') => {
          const reader = figureReader(people[of], own.register.organisation, '2026-01-01');
          // A table with others in it is as of the beginning of the month.
          const notes = (await runReport({ ...own, reader }, 'complaints-by-source', year, nextMonth)).notes;
          return notes.filter((note) => note.includes('kunde inte läsas'));
        };
        const byNumber = ['Ärende KLA-2024-9999 kunde inte läsas helt och kan vara fel räknat i tabellen.'];
        const byCount = ['Ett ärende som inte visas för dig kunde inte läsas helt och kan vara fel räknat i tabellen.'];
        for (const seeing of ['manager', 'divisionHead', 'controller'] as const) expect([seeing, await told(seeing)]).toEqual([seeing, byNumber]);
        for (const other of ['otherManager', 'carer', 'dataOfficer'] as const) expect([other, await told(other)]).toEqual([other, byCount]);
        expect(await own.database.query('SELECT case_id FROM read.case_list WHERE case_id = $1', [well])).toHaveLength(1);
        await again.stop();
        await own.database.query('ALTER TABLE read.fact_case ALTER COLUMN affected_count TYPE bigint');
        const mended = await followStore(own);
        await caughtUp(own);
        expect(await parked(own.database, SUBSCRIPTION)).toEqual([]);
        expect(
          await own.database.query('SELECT affected_count FROM read.fact_case WHERE case_id = $1 AND to_position = 9223372036854775807', [poisoned]),
        ).toEqual([{ affected_count: 99_999_999_999 }]);
        await mended.stop();
      }),
    60_000,
  );
});

describe('A record that cannot be folded', () => {
  test('is put aside, others of its type have their row, and no figure of cases names it: it counts none, and its id is not for every reader', async () => {
    const own = await freshCore();
    try {
      const streams = recordTypes.map((type) => recordStream(type, uuidOf('poisoned', type.family)));
      const firsts = recordTypes.map(({ events }) => events.find(({ begin }) => begin !== undefined)?.name ?? '');
      await own.store.append({
        command: { id: uuidOf('poison'), actor: 'import', bodyHash: Buffer.alloc(1) },
        build: () => ({
          streams: streams.map((stream, n) => ({
            stream,
            expectedVersion: 0,
            events: [{ type: firsts[n] as string, v: 1, at: '2024-02-03T10:00:00.000Z', open: {} }],
          })),
          answer: {},
        }),
      });
      const made = await oneOfEachRecord(own);
      const feed = await followStore(own);
      await caughtUp(own).finally(() => feed.stop());
      expect((await parked(own.database, SUBSCRIPTION)).map(({ stream }) => stream).toSorted()).toEqual(streams.toSorted());
      const rows = await own.database.query<{ stream: string }>('SELECT DISTINCT stream FROM read.fact_record');
      expect(rows.map(({ stream }) => stream).toSorted()).toEqual(made.map(({ stream }) => stream).toSorted());
      const { notes } = await runReport(own, 'complaints-by-source', { from: '2024-01-01', to: '2025-01-01' }, own.clock.now().toISOString());
      expect(notes.filter((note) => note.includes('kunde inte läsas'))).toEqual([]);
    } finally {
      await own.close();
    }
  }, 60_000);
});

describe('A rebuild', () => {
  test('AC-22 R-449 gives the same rows to the number, also while events keep coming in', async () => {
    const own = await freshCore();
    try {
      await crowd(own, 10, roll);
      const records = await oneOfEachRecord(own);
      const feed = await startProjector(own, {
        config: { kafka: { brokers: [], topic: '' }, feed: 'store' },
        onError: nothing,
        onParked: nothing,
        onUnreadable: nothing,
      });
      await caughtUp(own);
      const hash = await hashOfReadModel(own.database);
      expect(await rebuild(own)).toMatchObject({ parked: 0, position: await own.store.position() });
      expect(await hashOfReadModel(own.database)).toBe(hash);
      expect(hash).toContain(` fact_record:${records.reduce((rows, { version }) => rows + version, 0)}:`);
      let writing = true;
      const writer = (async () => {
        while (writing) await crowd(own, 1, roll);
      })();
      for (let n = 0; n < 4; n += 1) await rebuild(own);
      writing = false;
      await writer;
      await caughtUp(own);
      const streams = await own.database.query<{ n: number }>(
        'SELECT (SELECT count(*) FROM read.projected) - (SELECT count(DISTINCT stream) FROM store.events) AS n',
      );
      expect(streams).toEqual([{ n: 0 }]);
      const living = await hashOfReadModel(own.database);
      await feed.stop();
      await rebuild(own);
      expect(await hashOfReadModel(own.database)).toBe(living);
      expect(await own.database.query(`SELECT nspname FROM pg_namespace WHERE nspname IN ('read_old', 'read_next')`)).toEqual([]);
    } finally {
      await own.close();
    }
  }, 120_000);

  test(
    'leaves out a case that its tables refuse, names it, and takes away what nobody folded',
    async () =>
      withPoison(async (own, poisoned) => {
        await importComplaint(own, { receivedAt: '2024-03-03T10:00:00.000Z' });
        await rebuild(own);
        const [row] = await own.database.query<{ id: string }>('SELECT case_id AS id FROM read.case_list LIMIT 1');
        await own.database.query(`UPDATE read.case_list SET unit = 'påhittad' WHERE case_id = $1`, [row?.id]);
        expect(await rebuild(own)).toMatchObject({ parked: 1 });
        const [aside] = await parked(own.database, SUBSCRIPTION);
        expect(aside?.errorCode).toBe('DatabaseFault 22003');
        const id = caseIdOf(aside?.stream ?? '');
        expect(id).toBe(poisoned);
        for (const table of ['fact_case', 'fact_step', 'case_list'])
          expect(await own.database.query(`SELECT 1 FROM read.${table} WHERE case_id = $1`, [id])).toEqual([]);
        expect(await own.database.query(`SELECT 1 FROM read.case_list WHERE unit = 'påhittad'`)).toEqual([]);
        expect(await own.database.query('SELECT count(*) AS n FROM read.case_list')).toEqual(
          await own.database.query(`SELECT count(DISTINCT stream) - 1 AS n FROM store.events WHERE starts_with(stream, 'case/')`),
        );
      }),
    60_000,
  );

  test('working days are counted by subtracting the numbers of two days', async () => {
    const between = async (from: string, to: string) =>
      (
        await core.database.query<{ n: number }>(
          'SELECT b.workday - a.workday AS n FROM read.calendar_day a, read.calendar_day b WHERE a.day = $1 AND b.day = $2',
          [from, to],
        )
      )[0]?.n;
    expect(await between('2026-04-01', '2026-04-08')).toBe(3);
    expect(await between('2026-06-18', '2026-06-22')).toBe(1);
  }, 60_000);
});
