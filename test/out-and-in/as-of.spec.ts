import { randomUUID } from 'node:crypto';
import { type CaseState, noCase } from '#domain/case/case';
import { evolve } from '#domain/case/evolve';
import { upcast } from '#domain/case/upcast';
import { stockholmDate } from '#domain/law/calendar';
import type { RecordedEvent } from '#event-store/event-store';
import { runReport } from '#read-model/reports/run';
import { freshCore } from '../support/core.js';
import { crowd, dice } from '../support/crowd.js';
import { caughtUp, type Fresh, followStore } from '../support/read-side.js';
import { organisation, people } from '../support/scenario.js';

let core: Fresh;
let feed: Awaited<ReturnType<typeof followStore>>;
let log: readonly RecordedEvent[];
const roll = dice(4711);
beforeAll(async () => {
  core = await freshCore();
  feed = await followStore(core);
  await crowd(core, 25, roll);
  await core.cases.attest(people.director, { unit: 'afs', from: '2025-01-01', to: '2026-01-01', kinds: ['complaint'] }, { commandId: randomUUID() });
  await crowd(core, 25, roll);
  await caughtUp(core);
  log = await core.store.readAfter(0, 10_000);
}, 120_000);
afterAll(async () => {
  expect(feed?.faults).toEqual([]);
  await feed?.stop();
  await core?.close();
}, 30_000);

/** The cases as plain domain code folds them from the events up to a position: no rows, no SQL. */
function replayed(position: number): readonly Extract<CaseState, { exists: true }>[] {
  const cases = new Map<string, CaseState>();
  for (const event of log.filter((row) => row.position <= position && row.stream.startsWith('case/'))) {
    cases.set(event.stream, evolve(cases.get(event.stream) ?? noCase(event.stream.slice(5)), upcast(event)));
  }
  return [...cases.values()].filter((state) => state.exists);
}

function expected(position: number, mode: 'now' | 'then', unit: string, praise: boolean) {
  return replayed(position).filter((state) => {
    const at = mode === 'now' ? state.desc.unit : state.unitThen;
    const day = stockholmDate(state.desc.receivedAt);
    const inside = at === null ? unit === 'namnd' : organisation.isWithin(at, unit, day);
    return inside && state.cancelled === null && day >= '2025-03-01' && day < '2025-11-01' && (praise || state.desc.opinionType !== 'praise');
  }, 60_000);
}

describe('A table as of an earlier position', () => {
  test('R-344 AC-22 is what plain folding of the events up to it counts, wherever and however it is asked', async () => {
    const now = core.clock.now().toISOString();
    for (let n = 0; n < 60; n += 1) {
      const asked = Math.ceil(roll() * log.length);
      const mode = n % 2 === 0 ? ('now' as const) : ('then' as const);
      const unit = ['namnd', 'afs', 'afs-norra', 'iof'][n % 4] as string;
      const praise = n % 3 === 0;
      const query = { unit, from: '2025-03-01', to: '2025-11-01', organisation: mode, asOf: `position:${asked}`, ...(praise ? { praise: 'include' } : {}) };
      const [bySource, byCategory] = await Promise.all([
        runReport(core, 'complaints-by-source', query, now),
        runReport(core, 'complaints-by-category', query, now),
      ]);
      const { position } = bySource.scope;
      const cases = expected(position, mode, unit, praise);
      const numbers = (table: typeof bySource) =>
        Object.fromEntries(table.rows.flatMap(({ code, values }) => ((values['count'] ?? 0) === 0 ? [] : [[code, values['count']]])));
      const tally = (codes: readonly string[]) => Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((other) => other === code).length]));
      expect({ n, position, rows: numbers(bySource) }).toEqual({ n, position, rows: tally(cases.map(({ desc }) => desc.source ?? 'notStated')) });
      expect({ n, rows: numbers(byCategory) }).toEqual({
        n,
        rows: tally(cases.flatMap(({ desc }) => ((desc.categories ?? []).length === 0 ? ['notStated'] : (desc.categories ?? [])))),
      });
      expect(byCategory.totals.cases ?? 0).toBe(cases.length);
    }
  }, 120_000);

  test('R-052 an attestation counts from its own position, not before', async () => {
    const attested = log.find(({ type }) => type === 'StatisticsAttested')?.position as number;
    const at = (position: number) =>
      runReport(
        core,
        'complaints-by-source',
        { unit: 'afs', from: '2025-01-01', to: '2026-01-01', asOf: `position:${position}` },
        core.clock.now().toISOString(),
      );
    expect((await at(attested - 1)).attested).toEqual({ units: 0, of: 2 });
    expect((await at(attested)).attested).toEqual({ units: 2, of: 2 });
    expect((await at(attested)).rows.find(({ code }) => code === 'viaIvo')?.values['count']).toBe(0);
  }, 60_000);

  test('as it was and as it is have the same sum: nobody’s cases are lost in a reorganisation', async () => {
    const now = core.clock.now().toISOString();
    const of = async (mode: string) =>
      (await runReport(core, 'complaints-by-source', { from: '2025-01-01', to: '2026-01-01', organisation: mode }, now)).totals;
    expect(await of('then')).toEqual(await of('now'));
  }, 60_000);
});
