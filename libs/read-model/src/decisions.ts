import type { Filter } from '#domain/case/visible';
import type { Tx } from '#platform/database';
import { STILL } from './read-core.js';
import { binding, visibleSql } from './visible.js';
import type { CaseItem } from './work-list.js';

/** A position taken on notification to IVO, in a case: codes and times, never words. */
export interface DecisionItem extends Pick<CaseItem, 'id' | 'number' | 'kind' | 'unit' | 'secrecy'> {
  /** The day of the decision, YYYY-MM-DD. */
  readonly on: string;
  /** Code of what was decided (`ivoNotify`), and the role that decided. */
  readonly notify: string | null;
  readonly role: string | null;
  /** Decided before everything was in place, since it could not wait. */
  readonly urgent: boolean;
}

/** Most decisions that a list holds. */
const MOST_DECISIONS = 2_000;

/** The latest decisions, and how many there are in all: more where the list does not hold them. */
export interface Decisions {
  readonly items: readonly DecisionItem[];
  readonly total: number;
}

/**
 * The positions on notification to IVO that were taken on days of the period, in the cases that the reader sees, latest first.
 * @param from the first day, @param to the last, both YYYY-MM-DD
 * @param kinds the kinds of case, or all where it is empty
 * @param most how many the list may hold
 */
export async function decisionsTaken(
  database: Tx,
  filter: Filter,
  { from, to, kinds }: { readonly from: string; readonly to: string; readonly kinds: readonly string[] },
  most = MOST_DECISIONS,
): Promise<Decisions> {
  const { params, bind } = binding();
  const ofKinds = kinds.length === 0 ? '' : ` AND l.kind = ANY(${bind(kinds)}::text[])`;
  const rows = await database.query<DecisionItem & { readonly total: number }>(
    `SELECT count(*) OVER ()::int AS total, l.case_id AS id, l.number, l.kind, l.unit, l.secrecy, s.on_date::text AS on, s.code AS notify, s.role, coalesce(s.flag, false) AS urgent
     FROM read.fact_step s JOIN read.case_list l ON l.case_id = s.case_id
     WHERE s.type = 'ivoDecided' AND s.on_date BETWEEN ${bind(from)}::date AND ${bind(to)}::date AND s.to_position = ${STILL}
       AND l.cancelled_at IS NULL${ofKinds} AND ${visibleSql(filter, bind)}
     ORDER BY s.at DESC, l.number LIMIT ${bind(most)}`,
    params,
  );
  return { items: rows.map(({ total: _, ...item }) => item), total: rows[0]?.total ?? 0 };
}
