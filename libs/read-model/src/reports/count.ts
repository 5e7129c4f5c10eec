import type { Tx } from '#platform/database';
import { binding } from '../visible.js';
import type { CountedReport } from './report.js';
import type { Scope } from './scope.js';
import { sourceSql } from './source.js';

/** A sum of marks in one row and place; row null: the cases of the place, each once. Place null: cases without a unit. */
export interface Cell {
  readonly row: string | null;
  readonly detail: string | null;
  /** The code it is left out as; null = counted. */
  readonly aside: string | null;
  readonly place: number | null;
  readonly marks: number;
  readonly cases: number;
}

/** Counts a table in one statement, so that all of its cells are of one moment. */
export async function count(tx: Tx, definition: CountedReport, scope: Scope): Promise<readonly Cell[]> {
  const { params, bind } = binding();
  const source = sourceSql(definition, scope, bind, { joined: true, cancelled: false });
  // Without marks a case is in one row only, and counting distinct cases would sort for nothing.
  const cases = definition.marks === undefined ? 'count(*)::int' : 'count(DISTINCT c.case_id)::int';
  // What is left out may have no row of its own: it gets one, so that a row is null in the sums of cases only.
  return tx.query<Cell>(
    `SELECT coalesce(${definition.row}, 'notStated') AS "row", ${definition.detail ?? 'NULL::text'} AS detail, ${definition.aside ?? 'NULL::text'} AS aside,
       p.n AS place, count(*)::int AS marks, ${cases} AS cases
     ${source.sql} GROUP BY GROUPING SETS ((1, 2, 3, 4), (3, 4))`,
    params,
  );
}
