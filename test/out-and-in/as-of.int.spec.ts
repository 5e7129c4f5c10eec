import { randomUUID } from 'node:crypto';
import { type CaseState, noCase } from '#domain/case/case';
import { evolve } from '#domain/case/evolve';
import { upcast } from '#domain/case/upcast';
import { lexSarahOutcomes } from '#domain/codes/lex-sarah';
import { stockholmDate } from '#domain/law/calendar';
import type { RecordedEvent } from '#event-store/event-store';
import { runReport } from '#read-model/reports/run';
import { freshCore } from '../support/core.js';
import { crowd, dice } from '../support/crowd.js';
import { caughtUp, type Fresh, followStore } from '../support/read-side.js';
import { organisation, people } from '../support/scenario.js';
import { happened, told } from './told-cases.js';

let core: Fresh;
let feed: Awaited<ReturnType<typeof followStore>>;
let log: readonly RecordedEvent[];
const roll = dice(4711);
beforeAll(async () => {
  core = await freshCore();
  feed = await followStore(core);
  await crowd(core, 25, roll);
  await core.unitRegisters.attest(people.director, { unit: 'afs', from: '2025-01-01', to: '2026-01-01', kinds: ['complaint'] }, { commandId: randomUUID() });
  await crowd(core, 25, roll);
  await otherKinds();
  await caughtUp(core);
  log = await core.store.readAfter(0, 10_000);
}, 120_000);
afterAll(async () => {
  expect(feed?.faults).toEqual([]);
  await feed?.stop();
  await core?.close();
}, 30_000);

/** Deviations and lex Sarah of many kinds and types, some reclassified, decided or converted, in random order. */
async function otherKinds(): Promise<void> {
  const one = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  const ids: string[] = [];
  for (let n = 0; n < 60; n += 1) {
    const day = `2025-${String(1 + Math.floor(roll() * 12)).padStart(2, '0')}-15`;
    const unit = one(['afs-norra', 'afs-sodra', 'iof-barn', null]);
    const kind = one(['lexSarah', 'deviation']);
    const described =
      kind === 'lexSarah'
        ? { lexSarahKinds: one([null, ['physicalAbuse'], ['physicalAbuse', 'deficientTreatment']]) }
        : { deviationType: one([null, 'fall', 'medication']) };
    ids.push(await told(core, kind, day, { unit, lawAreas: ['SoL'], ...described }));
    const earlier = one(ids);
    if (roll() < 0.4) await happened(core, earlier, ['CaseClassified', '2025-12-20', { lexSarahKinds: ['sexualAbuse'], deviationType: 'fall' }]);
    if (roll() < 0.4) await happened(core, earlier, ['OutcomeDecided', '2025-12-21', { outcome: one(lexSarahOutcomes).code, byRole: 'socialchef' }]);
    if (roll() < 0.1) await happened(core, earlier, ['CaseCancelled', '2025-12-22', { reason: 'wronglyRegistered', second: null }]);
  }
}

/** The cases as plain domain code folds them from the events up to a position: no rows, no SQL. */
function replayed(position: number): readonly Extract<CaseState, { exists: true }>[] {
  const cases = new Map<string, CaseState>();
  for (const event of log.filter((row) => row.position <= position && row.stream.startsWith('case/'))) {
    cases.set(event.stream, evolve(cases.get(event.stream) ?? noCase(event.stream.slice(5)), upcast(event)));
  }
  return [...cases.values()].filter((state) => state.exists);
}

function expected(position: number, mode: 'now' | 'then', unit: string, praise: boolean, kind = 'complaint') {
  return replayed(position).filter((state) => {
    const at = mode === 'now' ? state.desc.unit : state.receipt.unitThen;
    const day = stockholmDate(state.desc.receivedAt);
    const inside = at === null ? unit === 'namnd' : organisation.isWithin(at, unit, day);
    return (
      inside &&
      state.end?.as !== 'cancelled' &&
      day >= '2025-03-01' &&
      day < '2025-11-01' &&
      state.desc.kind === kind &&
      (praise || state.desc.opinionType !== 'praise')
    );
  }, 60_000);
}

describe('A table as of an earlier position', () => {
  test('R-344 AC-22 equals a plain fold of the events up to it, however it is queried', async () => {
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

  test('R-344 AC-22 so are the tables of lex Sarah by kind and outcome, and of deviations by type', async () => {
    const now = core.clock.now().toISOString();
    const tally = (codes: readonly string[]) => Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((other) => other === code).length]));
    let counted = 0;
    for (let n = 0; n < 40; n += 1) {
      const mode = n % 2 === 0 ? ('now' as const) : ('then' as const);
      const unit = ['namnd', 'afs', 'afs-norra', 'iof'][n % 4] as string;
      const query = { unit, from: '2025-03-01', to: '2025-11-01', organisation: mode, asOf: `position:${Math.ceil(roll() * log.length)}` };
      const rowsOf = async (id: string) => {
        const table = await runReport(core, id, query, now);
        const rows = Object.fromEntries(table.rows.flatMap(({ code, values }) => ((values['count'] ?? 0) === 0 ? [] : [[code, values['count']]])));
        return { position: table.scope.position, rows };
      };
      const { position, rows: byKind } = await rowsOf('lex-sarah-by-kind');
      const lexSarah = expected(position, mode, unit, true, 'lexSarah');
      const kinds = lexSarah.flatMap(({ desc }) => ((desc.lexSarahKinds ?? []).length === 0 ? ['notStated'] : (desc.lexSarahKinds ?? [])));
      expect({ n, byKind }).toEqual({ n, byKind: tally(kinds) });
      const decided = lexSarah.flatMap(({ assessment: { outcome } }) => outcome?.outcome ?? []);
      expect({ n, rows: (await rowsOf('lex-sarah-by-outcome')).rows }).toEqual({ n, rows: tally(decided) });
      const types = expected(position, mode, unit, true, 'deviation').map(({ desc }) => desc.deviationType ?? 'notStated');
      expect({ n, rows: (await rowsOf('deviations-by-type')).rows }).toEqual({ n, rows: tally(types) });
      counted += kinds.length + decided.length + types.length;
    }
    expect(counted).toBeGreaterThan(100);
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

  test('as it was and as it is have the same sum: no case is lost in a reorganisation', async () => {
    const now = core.clock.now().toISOString();
    const of = async (mode: string) =>
      (await runReport(core, 'complaints-by-source', { from: '2025-01-01', to: '2026-01-01', organisation: mode }, now)).totals;
    expect(await of('then')).toEqual(await of('now'));
  }, 60_000);
});
