import type { Tx } from '#platform/database';
import { type Bind, binding } from '../visible.js';
import type { Attestation } from './attested.js';
import type { ReportDefinition } from './report.js';
import type { Scope } from './scope.js';

/** A sum of marks in one row and place; row null: the cases of the place, each once. Place null: cases without a unit. */
export interface Cell {
  readonly row: string | null;
  readonly detail: string | null;
  readonly aside: boolean;
  readonly place: number | null;
  readonly marks: number;
  readonly cases: number;
}

/** The cases of a table at its position: FROM … WHERE, over `c` (fact_case), `m` (a mark) and `p` (its place, by number). */
export function countedSql(definition: ReportDefinition, scope: Scope, bind: Bind): string {
  const position = bind(scope.position);
  const places = bind(JSON.stringify(scope.places.map(({ code, from, to, column }, n) => ({ n, code, f: from, t: to, inside: column !== null }))));
  const unit = scope.mode === 'then' ? 'c.unit_then' : 'c.unit';
  return `FROM read.fact_case c
    ${definition.marks === undefined ? '' : `LEFT JOIN LATERAL unnest(${definition.marks}) AS m ON true`}
    LEFT JOIN jsonb_to_recordset(${places}::jsonb) AS p(n int, code text, f date, t date, inside boolean)
      ON p.code = ${unit} AND (p.f IS NULL OR (c.received_on >= p.f AND c.received_on < p.t))
    WHERE c.from_position <= ${position} AND ${position} < c.to_position AND c.received_on >= ${bind(scope.from)} AND c.received_on < ${bind(scope.to)}
      AND c.cancelled_at IS NULL AND ${definition.where} AND (p.inside OR (p.n IS NULL AND ${scope.holdsNone}))`;
}

/** Counts a table. One statement: all of its cells are of one moment. */
export async function count(tx: Tx, definition: ReportDefinition, scope: Scope): Promise<readonly Cell[]> {
  const { params, bind } = binding();
  const source = countedSql(definition, scope, bind);
  // Without marks a case is in one row only, and counting distinct cases would be sorting for nothing.
  const cases = definition.marks === undefined ? 'count(*)::int' : 'count(DISTINCT c.case_id)::int';
  return tx.query<Cell>(
    `SELECT ${definition.row} AS "row", ${definition.detail} AS detail, coalesce(${definition.aside}, false) AS aside, p.n AS place, count(*)::int AS marks, ${cases} AS cases
     ${source} GROUP BY GROUPING SETS ((1, 2, 3, 4), (3, 4))`,
    params,
  );
}

/** What was attested for the report's kind at its position, and touches the period. */
export async function attestations(tx: Tx, definition: ReportDefinition, scope: Scope): Promise<readonly Attestation[]> {
  return tx.query<Attestation>(
    `SELECT unit, valid_from AS "from", valid_to AS "to" FROM read.fact_register
     WHERE type = 'attestation' AND from_position <= $1 AND $1 < to_position AND (kinds IS NULL OR $2 = ANY(kinds)) AND valid_from < $4 AND valid_to > $3`,
    [scope.position, definition.kind, scope.from, scope.to],
  );
}
