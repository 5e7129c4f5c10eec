import type { Filter } from '#domain/case/visible';
import type { Tx } from '#platform/database';
import { STILL } from './read-core.js';
import { binding, visibleSql } from './visible.js';
import type { CaseItem } from './work-list.js';

/** A case that the board was told of: codes and days, never words. */
export interface LaidItem extends Pick<CaseItem, 'id' | 'number' | 'kind' | 'unit' | 'secrecy' | 'stage'> {
  /** The day on which the board was last told, YYYY-MM-DD. */
  readonly on: string;
}

/** Most cases that a list holds. */
const MOST = 500;

/**
 * The cases that somebody decided to tell the board of, of those that the reader sees, the last told first.
 * @param from the first day, YYYY-MM-DD @throws DatabaseFault
 */
export async function laidBeforeBoard(database: Tx, filter: Filter, from: string): Promise<readonly LaidItem[]> {
  const { params, bind } = binding();
  return database.query<LaidItem>(
    `SELECT l.case_id AS id, l.number, l.kind, l.unit, l.secrecy, l.stage, max(s.on_date)::text AS on
     FROM read.fact_step s JOIN read.case_list l ON l.case_id = s.case_id
     WHERE s.type = 'feedback' AND s.code = 'board' AND coalesce(s.flag, false) AND s.to_position = ${STILL} AND s.on_date >= ${bind(from)}::date
       AND l.cancelled_at IS NULL AND ${visibleSql(filter, bind)}
     GROUP BY l.case_id, l.number, l.kind, l.unit, l.secrecy, l.stage ORDER BY 7 DESC, l.number LIMIT ${MOST}`,
    params,
  );
}
