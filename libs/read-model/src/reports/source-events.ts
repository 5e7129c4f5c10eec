import type { Tx } from '#platform/database';
import { binding } from '../visible.js';
import { drillDownSql, type Figure } from './drill-down.js';
import type { CaseReport } from './report.js';
import type { Scope } from './scope.js';
import { sourceSql } from './source.js';

/**
 * The event that put each of these cases in a figure: the position from which on, without a break until the table's own, the case has been
 * counted there. What only time made so (a day that has passed) is told by the event that opened what is late.
 */
export async function sourceEvents(
  tx: Tx,
  definition: CaseReport,
  scope: Scope,
  figure: Figure,
  cases: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (cases.length === 0) return new Map();
  const { params, bind } = binding();
  const along = { caseId: 'k.case_id', position: 'k.position' };
  const { sql, moment } = sourceSql(definition, scope, bind, { joined: true, cancelled: false, along });
  const rows = await tx.query<{ case: string; position: number; there: boolean }>(
    `SELECT k.case_id AS case, k.position, EXISTS (SELECT ${sql} ${drillDownSql(definition, scope, figure, bind, moment)}) AS there
     FROM (${turnsSql(definition, bind(cases))}) k WHERE k.position <= ${bind(scope.position)} ORDER BY k.case_id, k.position DESC`,
    params,
  );
  return lastRuns(rows);
}

/** Positions at which something of a case that the table may look at began or ended. */
const turnsSql = (definition: CaseReport, cases: string): string =>
  (definition.shape === 'counted' ? ['fact_case'] : ['fact_case', 'fact_step', 'fact_duty', 'fact_action'])
    .flatMap((table) =>
      ['from_position', 'to_position'].map((at) => `SELECT case_id, ${at} AS position FROM read.${table} WHERE case_id = ANY(${cases}::uuid[])`),
    )
    .join(' UNION ');

/** By case, where the run that reaches the end began; rows from the last position back. */
function lastRuns(rows: readonly { readonly case: string; readonly position: number; readonly there: boolean }[]): ReadonlyMap<string, number> {
  const began = new Map<string, number>();
  const broken = new Set<string>();
  for (const row of rows) {
    if (!row.there) broken.add(row.case);
    else if (!broken.has(row.case)) began.set(row.case, row.position);
  }
  return began;
}
