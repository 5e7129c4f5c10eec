import type { Filter } from '#domain/case/visible';
import { startOfDay } from '#domain/law/calendar';
import type { Tx } from '#platform/database';
import { STILL } from './read-core.js';
import type { Period } from './reports/periods.js';
import { type Crossing, causesByAbout, crossingSql } from './unit-causes.js';
import { type Bind, binding, visibleSql } from './visible.js';
import { type CaseItem, caseItemSql, PAGE_SIZE } from './work-list.js';

/** Key figures of a unit, each also a filter of its list. */
export const unitFilters = ['received', 'open', 'late', 'notStarted', 'effectNotJudged', 'noAnswer'] as const;
export type UnitFilter = (typeof unitFilters)[number];

/** Which cases: of these units, and where it is the board those without one; what came in is of the period, the rest is as it stands. */
export interface UnitAsked extends Period {
  readonly units: readonly string[];
  readonly withoutUnit: boolean;
}

/** A unit's own numbers; null = without unit. */
export type UnitNumbers = { readonly unit: string | null } & Readonly<Record<UnitFilter, number>>;

/** Cases behind a key figure, SQL over case_list `l`. */
function filterSql(which: UnitFilter, { from, to }: Period, now: string, bind: Bind): string {
  switch (which) {
    case 'received':
      return `l.received_at >= ${bind(startOfDay(from))}::timestamptz AND l.received_at < ${bind(startOfDay(to))}::timestamptz AND l.cancelled_at IS NULL`;
    case 'open':
      return 'NOT l.done';
    case 'late':
      return `NOT l.done AND l.next_due < ${bind(now)}::timestamptz`;
    case 'notStarted':
      return "NOT l.done AND l.stage = 'received'";
    case 'effectNotJudged':
      return `l.cancelled_at IS NULL AND l.case_id IN (SELECT f.case_id FROM read.fact_action f WHERE f.to_position = ${STILL} AND f.status = 'done' AND f.effect IS NULL)`;
    case 'noAnswer':
      // As the report feedback-times: an answer to those who told us, or word that none is possible.
      return `NOT l.done AND l.opinion_type IS DISTINCT FROM 'praise' AND NOT EXISTS (SELECT FROM read.fact_step s WHERE s.case_id = l.case_id
        AND s.to_position = ${STILL} AND s.type = 'feedback' AND s.code2 = 'answer' AND s.code NOT IN ('board', 'staffGroup', 'provider'))`;
    default:
      return which satisfies never;
  }
}

/** Each in a statement of its own, so that each is read from the index it needs: what came in by day, what is open by unit. */
const together: readonly (readonly UnitFilter[])[] = [['received'], ['open', 'late', 'notStarted'], ['noAnswer'], ['effectNotJudged']];

/** The key figures of each unit that has any, of the cases that the person may see. `now` is an ISO instant. */
export async function unitFigures(tx: Tx, filter: Filter, asked: UnitAsked, now: string): Promise<readonly UnitNumbers[]> {
  const parts = await Promise.all(together.map((group) => countGroup(tx, filter, asked, now, group)));
  const sums = new Map<string | null, Record<UnitFilter, number>>();
  for (const { unit, ...numbers } of parts.flat()) {
    const known = sums.get(unit) ?? { received: 0, open: 0, late: 0, notStarted: 0, effectNotJudged: 0, noAnswer: 0 };
    sums.set(unit, { ...known, ...numbers });
  }
  return [...sums].map(([unit, numbers]) => ({ unit, ...numbers }));
}

type Group = { readonly unit: string | null } & Partial<Record<UnitFilter, number>>;

function countGroup(tx: Tx, filter: Filter, asked: UnitAsked, now: string, group: readonly UnitFilter[]): Promise<readonly Group[]> {
  const { params, bind } = binding();
  const [first, ...others] = group as readonly [UnitFilter, ...UnitFilter[]];
  const counts = [`count(*)::int AS "${first}"`, ...others.map((which) => `count(*) FILTER (WHERE ${filterSql(which, asked, now, bind)})::int AS "${which}"`)];
  return tx.query<Group>(
    `SELECT l.unit, ${counts.join(', ')} FROM read.case_list l WHERE ${filterSql(first, asked, now, bind)} AND ${ofUnits(asked, bind)} AND ${visibleSql(filter, bind)} GROUP BY 1`,
    params,
  );
}

const ofUnits = ({ units, withoutUnit }: UnitAsked, bind: Bind): string => `(l.unit = ANY(${bind(units)}::text[])${withoutUnit ? ' OR l.unit IS NULL' : ''})`;

/** How many came in during the period, and how many of those that had come in were not ended at its end: for comparing with. */
export async function unitThen(tx: Tx, filter: Filter, asked: UnitAsked): Promise<{ readonly received: number; readonly open: number }> {
  const { params, bind } = binding();
  const [start, end] = [bind(startOfDay(asked.from)), bind(startOfDay(asked.to))];
  const seen = `l.cancelled_at IS NULL AND ${ofUnits(asked, bind)} AND ${visibleSql(filter, bind)}`;
  const count = (where: string) => `(SELECT count(*)::int FROM read.case_list l WHERE ${where} AND ${seen})`;
  // Still open, or ended since: either is read from an index, where "not ended then" is not.
  const [row] = await tx.query<{ received: number; open: number }>(
    `SELECT ${count(`l.received_at >= ${start}::timestamptz AND l.received_at < ${end}::timestamptz`)} AS received,
       ${count(`NOT l.done AND l.received_at < ${end}::timestamptz`)} + ${count(`l.closed_at >= ${end}::timestamptz AND l.done AND l.received_at < ${end}::timestamptz`)} AS open`,
    params,
  );
  return { received: row?.received ?? 0, open: row?.open ?? 0 };
}

/** The period's cases by cause and what they are about, of those that the person may see. */
export const unitCauses = (tx: Tx, filter: Filter, asked: UnitAsked, now: string) =>
  causesByAbout(tx, asked, (bind) => `${filterSql('received', asked, now, bind)} AND ${ofUnits(asked, bind)} AND ${visibleSql(filter, bind)}`);

/** The cases behind a key figure or a cell of the table of causes, soonest due first, a page of them: in all as many as it says. */
export function unitCases(tx: Tx, filter: Filter, asked: UnitAsked, of: UnitFilter | Crossing, page: number, now: string): Promise<readonly CaseItem[]> {
  const { params, bind } = binding();
  const which = typeof of === 'string' ? filterSql(of, asked, now, bind) : `${filterSql('received', asked, now, bind)} AND ${crossingSql(of, bind)}`;
  const where = `${which} AND ${ofUnits(asked, bind)} AND ${visibleSql(filter, bind)}`;
  return tx.query<CaseItem>(
    `SELECT ${caseItemSql(`${bind(now)}::timestamptz`)} FROM read.case_list l WHERE ${where}
     ORDER BY l.done, l.next_due, l.received_at DESC, l.case_id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`,
    params,
  );
}
