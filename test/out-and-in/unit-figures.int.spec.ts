import { visible } from '#domain/case/visible';
import { uuidOf } from '#domain/ids';
import { STILL } from '#read-model/read-core';
import { rebuild } from '#read-model/rebuild/rebuild';
import { attestedAmong, attestedParts } from '#read-model/reports/attested-parts';
import { month } from '#read-model/reports/periods';
import { type Crossing, receivedByMonth, type UnitFilter, unitCases, unitFigures, unitFilters, unitsThen } from '#read-model/reports/unit-figures';
import { freshCore } from '../support/core.js';
import { crowd, dice } from '../support/crowd.js';
import type { Fresh } from '../support/read-side.js';
import { people } from '../support/scenario.js';
import { aYear, happened, told } from './told-cases.js';

let core: Fresh;
const now = () => core.clock.now().toISOString();
const year = { from: '2025-01-01', to: '2026-01-01' };
const askedOf = (unit: string, withoutUnit = false) => ({ ...year, units: core.register.organisation.carriedBy(unit, '2026-11-22'), withoutUnit });

beforeAll(async () => {
  core = await freshCore();
  await crowd(core, 40, dice(11));
  await aYear(core, 'other');
  const action = { actionId: uuidOf('test', 'done'), area: 'routines', horizon: 'longTerm', causes: [], owner: 'enhetschef@afs-norra' };
  for (const [stage, cancelled] of [
    ['closed', false],
    ['investigating', false],
    ['investigating', true],
  ] as const) {
    const id = await told(core, 'deviation', '2025-02-02', {
      deviationType: 'fall',
      ...(stage === 'closed' ? { stage, closedAt: '2025-03-01T10:00:00.000Z' } : {}),
    });
    await happened(
      core,
      id,
      ['ActionPlanned', '2025-02-03', action],
      ['ActionChanged', '2025-02-04', { actionId: action.actionId, status: 'done' }],
      ['CauseFound', '2025-02-04', { causeId: uuidOf(id, 1), area: 'routines', level: 'unit' }],
      ['CauseFound', '2025-02-04', { causeId: uuidOf(id, 2), area: 'competence', level: 'unit' }],
      ['FeedbackGiven', '2025-02-05', { to: 'staffGroup', what: 'answer', method: 'meeting' }],
      ...(cancelled ? ([['CaseCancelled', '2025-02-06', { reason: 'wronglyRegistered' }]] as const) : []),
    );
  }
  await rebuild(core);
}, 120_000);
afterAll(async () => {
  await core?.close();
}, 30_000);

describe('A unit’s figures', () => {
  test('the columns on answers, effects and causes in the row of a case equal its facts', async () => {
    const still = (alias: string) => `${alias}.case_id = l.case_id AND ${alias}.to_position = ${STILL}`;
    const rows = await core.database.query<Record<string, unknown>>(
      `SELECT l.case_id, l.unanswered, l.unjudged, l.crossings,
         NOT l.done AND l.opinion_type IS DISTINCT FROM 'praise' AND NOT EXISTS (SELECT FROM read.fact_step s WHERE ${still('s')}
           AND s.type = 'feedback' AND s.code2 = 'answer' AND s.code NOT IN ('board', 'staffGroup', 'provider')) AS unanswered_of,
         l.cancelled_at IS NULL AND EXISTS (SELECT FROM read.fact_action a WHERE ${still('a')} AND a.status = 'done' AND a.effect IS NULL) AS unjudged_of,
         ARRAY(SELECT x.code || CASE c.kind WHEN 'complaint' THEN ' complaintCategory:' WHEN 'lexSarah' THEN ' lexSarahKind:' ELSE ' deviationType:' END || m
           FROM read.fact_case c, (SELECT DISTINCT s.code FROM read.fact_step s WHERE ${still('s')} AND s.type = 'cause' AND s.code IS NOT NULL) x,
             unnest(CASE c.kind WHEN 'complaint' THEN c.categories WHEN 'lexSarah' THEN c.lex_sarah_kinds ELSE ARRAY[c.deviation_type] END) WITH ORDINALITY m(m, n)
           WHERE ${still('c')} AND m IS NOT NULL ORDER BY x.code, n) AS crossings_of
       FROM read.case_list l`,
    );
    const unlike = rows.filter((row) =>
      ['unanswered', 'unjudged', 'crossings'].some((name) => JSON.stringify(row[name]) !== JSON.stringify(row[`${name}_of`])),
    );
    expect(unlike).toEqual([]);
    // Each value must occur both ways, or nothing was compared.
    expect(rows.length).toBeGreaterThan(50);
    for (const name of ['unanswered', 'unjudged']) expect(new Set(rows.map((row) => row[name]))).toEqual(new Set([true, false]));
    expect(Math.max(...rows.map((row) => (row['crossings'] as unknown[]).length))).toBeGreaterThan(1);
  }, 60_000);

  test.each(['director', 'controller', 'manager', 'mas', 'carer'] as const)(
    'each number that %s gets is the number of rows behind it, cell by cell too',
    async (who) => {
      const filter = visible(who === 'carer' ? { ...people.carer, posts: [] } : people[who], core.register.organisation, '2026-11-22');
      for (const asked of [askedOf('namnd', true), askedOf('afs'), askedOf('afs-norra')]) {
        const { figures, causes } = await unitFigures(core.database, filter, asked, now());
        const rowsOf = async (of: UnitFilter | Crossing) => {
          const pages = await Promise.all([1, 2].map((page) => unitCases(core.database, filter, asked, of, page, now())));
          return new Set(pages.flat().map(({ id }) => id)).size;
        };
        for (const which of unitFilters) {
          const sum = figures.reduce((total, row) => total + row[which], 0);
          expect([who, which, await rowsOf(which)]).toEqual([who, which, sum]);
        }
        for (const { cases, ...crossing } of causes) expect([crossing, await rowsOf(crossing)]).toEqual([crossing, cases]);
        if (who === 'director' && asked.withoutUnit) {
          expect(unitFilters.filter((which) => figures.some((row) => row[which] > 0))).toEqual([...unitFilters]);
          expect(causes).toEqual(expect.arrayContaining([{ cause: 'competence', about: 'deviationType:fall', cases: 2 }]));
        }
      }
    },
  );

  const months = Array.from({ length: 12 }, (_, n) => month(2025, n + 1));

  test('what came in by month is what came in during each month', async () => {
    const filter = visible(people.director, core.register.organisation, '2026-11-22');
    const asked = askedOf('namnd', true);
    const byMonth = await receivedByMonth(core.database, filter, asked, now());
    const each = await Promise.all(months.map(async (one) => (await unitFigures(core.database, filter, { ...asked, ...one }, now())).figures));
    const sums = each.map((figures) => figures.reduce((total, { received }) => total + received, 0));
    expect(months.map(({ from }) => byMonth.get(from.slice(0, 7)) ?? 0)).toEqual(sums);
    expect(sums.filter((n) => n > 0).length).toBeGreaterThan(3);
  });

  test('a month is attested where every part of the unit is, as on the page of attestations (R-052)', async () => {
    const attest = (unit: string, from: string, to: string) =>
      core.unitRegisters.attest(people.director, { unit, from, to, kinds: null }, { commandId: uuidOf('attest', unit, from) });
    await attest('afs-norra', '2025-01-01', '2025-03-01');
    await attest('afs', '2025-02-01', '2025-05-01');
    for (const unit of ['afs', 'afs-norra', 'namnd']) {
      const parts = await Promise.all(months.map((one) => attestedParts(core, { unit, ...one }, now())));
      const whole = months.filter((_, n) => parts[n]?.missing.length === 0).map(({ from }) => from);
      expect([unit, [...(await attestedAmong(core, unit, months, now()))]]).toEqual([unit, whole]);
      expect([unit, whole.length]).toEqual([unit, { afs: 3, 'afs-norra': 4, namnd: 0 }[unit]]);
    }
  });

  test('what was open at a day’s end is what had come in and was not ended then', async () => {
    const filter = visible(people.director, core.register.organisation, '2026-11-22');
    const spring = { ...askedOf('namnd', true), from: '2025-01-01', to: '2025-06-01' };
    const rows = await core.database.query<{ unit: string | null; received: number; open: number }>(
      `SELECT l.unit, count(*) FILTER (WHERE l.received_at >= '2024-12-31T23:00Z')::int AS received,
         count(*) FILTER (WHERE l.closed_at IS NULL OR l.closed_at >= '2025-05-31T22:00Z')::int AS open
       FROM read.case_list l WHERE l.received_at < '2025-05-31T22:00Z' AND l.cancelled_at IS NULL GROUP BY 1
       HAVING count(*) FILTER (WHERE l.received_at >= '2024-12-31T23:00Z' OR l.closed_at IS NULL OR l.closed_at >= '2025-05-31T22:00Z') > 0 ORDER BY 1`,
    );
    const byUnit = (one: { readonly unit: string | null }, other: { readonly unit: string | null }) => (one.unit ?? '~').localeCompare(other.unit ?? '~');
    expect(rows.reduce((sum, { open }) => sum + open, 0)).toBeGreaterThan(3);
    expect([...(await unitsThen(core.database, filter, spring))].sort(byUnit)).toEqual([...rows].sort(byUnit));
  });
});
