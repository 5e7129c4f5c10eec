import type { Filter } from '#domain/case/visible';
import type { Kind } from '#domain/codes/kinds';
import { startOfDay } from '#domain/law/calendar';
import type { Tx } from '#platform/database';
import { type Bind, binding, visibleSql } from '../visible.js';
import { type CaseItem, pageSql } from '../work-list.js';
import type { Period } from './periods.js';

/** Key figures of a unit, each also a filter of its list. */
export const unitFilters = ['received', 'open', 'late', 'notStarted', 'effectNotJudged', 'noAnswer'] as const;
export type UnitFilter = (typeof unitFilters)[number];

/** A cell of the table of causes: the cause's area and what the case was about, `<list>:<code>`. */
export interface Crossing {
  readonly cause: string;
  readonly about: string;
}

/** Which cases: of these units, and for the board those without one; what came in is of the period, the rest is as it stands. */
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
      return `l.received_at >= ${bind(startOfDay(from))}::timestamptz AND l.received_at < ${bind(startOfDay(to))}::timestamptz AND l.cancelled_at IS NULL AND l.duplicate_of IS NULL`;
    case 'open':
      return 'NOT l.done';
    case 'late':
      return `NOT l.done AND l.next_due < ${bind(now)}::timestamptz`;
    case 'notStarted':
      return "NOT l.done AND l.stage = 'received'";
    case 'effectNotJudged':
      return 'l.unjudged';
    case 'noAnswer':
      return 'NOT l.done AND l.unanswered';
    default:
      return which satisfies never;
  }
}

const ofUnits = ({ units, withoutUnit }: UnitAsked, bind: Bind): string => `(l.unit = ANY(${bind(units)}::text[])${withoutUnit ? ' OR l.unit IS NULL' : ''})`;

/** A statement each, so that each is read from an index alone: open cases by unit, and the few with an effect that is not judged. */
const together: readonly (readonly UnitFilter[])[] = [['open', 'late', 'notStarted', 'noAnswer'], ['effectNotJudged']];

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

type Received = { readonly unit: string | null; readonly cell: string | null; readonly n: number };

/**
 * What came in during the period, by unit, and by cause and what it was about (a case with two causes is in two cells): read once, and so
 * of the same moment. A row of a unit has no cell, and the other way round.
 */
function countReceived(tx: Tx, filter: Filter, asked: UnitAsked, now: string): Promise<readonly Received[]> {
  const { params, bind } = binding();
  return tx.query<Received>(
    `WITH alike AS (SELECT l.unit, l.crossings, count(*)::int AS n FROM read.case_list l
       WHERE ${filterSql('received', asked, now, bind)} AND ${ofUnits(asked, bind)} AND ${visibleSql(filter, bind)} GROUP BY 1, 2)
     SELECT unit, NULL AS cell, sum(n)::int AS n FROM alike GROUP BY 1
     UNION ALL SELECT NULL, cell, sum(n)::int FROM (SELECT unnest(crossings) AS cell, n FROM alike) c GROUP BY 2`,
    params,
  );
}

interface UnitCounted {
  /** The key figures of each unit that has any. */
  readonly figures: readonly UnitNumbers[];
  /** The period's cases by cause and by what they are about. */
  readonly causes: readonly (Crossing & { readonly cases: number })[];
}

/** The key figures and the table of causes, of the cases that the person may see. `now` is an ISO instant. */
export async function unitFigures(tx: Tx, filter: Filter, asked: UnitAsked, now: string): Promise<UnitCounted> {
  const [received, ...parts] = await Promise.all([
    countReceived(tx, filter, asked, now),
    ...together.map((group) => countGroup(tx, filter, asked, now, group)),
  ]);
  const sums = new Map<string | null, Record<UnitFilter, number>>();
  for (const { unit, ...numbers } of [...parts.flat(), ...received.flatMap(({ unit, cell, n }) => (cell === null ? [{ unit, received: n }] : []))]) {
    const known = sums.get(unit) ?? { received: 0, open: 0, late: 0, notStarted: 0, effectNotJudged: 0, noAnswer: 0 };
    sums.set(unit, { ...known, ...numbers });
  }
  return {
    figures: [...sums].map(([unit, numbers]) => ({ unit, ...numbers })),
    causes: received.flatMap(({ cell, n }) => {
      const [cause, about] = cell?.split(' ') ?? [];
      return cause === undefined || about === undefined ? [] : [{ cause, about, cases: n }];
    }),
  };
}

/** A unit's numbers of a period that may be compared with those of another; `open`: those that had come in and were not ended at its end. */
export interface UnitThen {
  readonly unit: string | null;
  readonly received: number;
  readonly open: number;
}

/** By unit, how many came in during the period, and how many had come in and were not ended at its end; of a period that is not over: are not ended. */
export function unitsThen(tx: Tx, filter: Filter, asked: UnitAsked): Promise<readonly UnitThen[]> {
  const { params, bind } = binding();
  const [start, end] = [bind(startOfDay(asked.from)), bind(startOfDay(asked.to))];
  const seen = `l.cancelled_at IS NULL AND ${ofUnits(asked, bind)} AND ${visibleSql(filter, bind)}`;
  const count = (received: string, open: string, where: string) =>
    `SELECT l.unit, ${received} AS received, ${open} AS open FROM read.case_list l WHERE ${where} AND ${seen} GROUP BY 1`;
  // Still open, or ended since: each is read from an index, which "not ended then" can't be.
  return tx.query<UnitThen>(
    `SELECT unit, sum(received)::int AS received, sum(open)::int AS open FROM (
       ${count('count(*)', '0', `l.received_at >= ${start}::timestamptz AND l.received_at < ${end}::timestamptz AND l.duplicate_of IS NULL`)}
       UNION ALL ${count('0', 'count(*)', `NOT l.done AND l.received_at < ${end}::timestamptz`)}
       UNION ALL ${count('0', 'count(*)', `l.closed_at >= ${end}::timestamptz AND l.done AND l.received_at < ${end}::timestamptz`)}) t GROUP BY 1`,
    params,
  );
}

/** How many cases of each kind came in during the period; praise, suggestions and opinions apart from the complaints. */
export function receivedByKind(
  tx: Tx,
  filter: Filter,
  asked: UnitAsked,
  now: string,
): Promise<readonly { readonly kind: Kind; readonly opinion: string | null; readonly n: number }[]> {
  const { params, bind } = binding();
  return tx.query(
    `SELECT l.kind, l.opinion_type AS opinion, count(*)::int AS n FROM read.case_list l
      WHERE ${filterSql('received', asked, now, bind)} AND ${ofUnits(asked, bind)} AND ${visibleSql(filter, bind)} GROUP BY 1, 2`,
    params,
  );
}

/** How many cases came in by month (YYYY-MM, in Stockholm) from `from` up to and not including `to`; a month without any has no row. */
export async function receivedByMonth(tx: Tx, filter: Filter, asked: UnitAsked, now: string): Promise<ReadonlyMap<string, number>> {
  const { params, bind } = binding();
  const rows = await tx.query<{ month: string; n: number }>(
    `SELECT to_char(l.received_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM') AS month, count(*)::int AS n FROM read.case_list l
      WHERE ${filterSql('received', asked, now, bind)} AND ${ofUnits(asked, bind)} AND ${visibleSql(filter, bind)} GROUP BY 1`,
    params,
  );
  return new Map(rows.map(({ month, n }) => [month, n]));
}

/** The cases behind a key figure or a cell of the table of causes, soonest due first, a page of them. */
export function unitCases(tx: Tx, filter: Filter, asked: UnitAsked, of: UnitFilter | Crossing, page: number, now: string): Promise<readonly CaseItem[]> {
  const { params, bind } = binding();
  const which =
    typeof of === 'string'
      ? filterSql(of, asked, now, bind)
      : `${filterSql('received', asked, now, bind)} AND ${bind(`${of.cause} ${of.about}`)} = ANY(l.crossings)`;
  const where = `${which} AND ${ofUnits(asked, bind)} AND ${visibleSql(filter, bind)}`;
  return tx.query<CaseItem>(pageSql(where, 'due', page, `${bind(now)}::timestamptz`), params);
}
