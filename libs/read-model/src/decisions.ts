import type { Filter } from '#domain/case/visible';
import type { Tx } from '#platform/database';
import { binding, visibleSql } from './visible.js';
import { type CaseItem, caseItemSql } from './work-list.js';

/** A position taken on notification to IVO, in a case: codes and times, never words. */
export interface DecisionItem extends Pick<CaseItem, 'id' | 'number' | 'kind' | 'unit' | 'opinionType' | 'lawAreas' | 'secrecy' | 'diaryNumber'> {
  /** The day of the decision, YYYY-MM-DD. */
  readonly on: string;
  /** ISO instant. */
  readonly at: string;
  /** Code of what was decided (`ivoNotify`), and the role that decided. */
  readonly notify: string | null;
  readonly role: string | null;
  /** Decided before everything was in place, since it could not wait. */
  readonly urgent: boolean;
}

/** Most decisions that a list holds. */
export const MOST_DECISIONS = 2_000;

/**
 * The positions on notification to IVO that were taken on days of the period, in the cases that the reader sees, latest first.
 * @param from the first day, @param to the last, both YYYY-MM-DD
 * @param kinds the kinds of case, or all where it is empty
 */
export async function decisionsTaken(
  database: Tx,
  filter: Filter,
  { from, to, kinds }: { readonly from: string; readonly to: string; readonly kinds: readonly string[] },
): Promise<readonly DecisionItem[]> {
  const { params, bind } = binding();
  const now = bind(`${to}T00:00:00Z`);
  const ofKinds = kinds.length === 0 ? '' : ` AND l.kind = ANY(${bind(kinds)}::text[])`;
  const rows = await database.query<CaseItem & DecisionItem>(
    `SELECT ${caseItemSql(`${now}::timestamptz`)}, s.on_date::text AS on, s.at, s.code AS notify, s.role, coalesce(s.flag, false) AS urgent
     FROM read.fact_step s JOIN read.case_list l ON l.case_id = s.case_id
     WHERE s.type = 'ivoDecided' AND s.on_date BETWEEN ${bind(from)}::date AND ${bind(to)}::date AND s.to_position = 9223372036854775807
       AND l.cancelled_at IS NULL${ofKinds} AND ${visibleSql(filter, bind)}
     ORDER BY s.at DESC, l.number LIMIT ${MOST_DECISIONS}`,
    params,
  );
  return rows;
}
