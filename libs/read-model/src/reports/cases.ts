import type { Filter } from '#domain/case/visible';
import type { ReadCore } from '../read-core.js';
import { type Bind, binding, visibleSql } from '../visible.js';
import { type CaseItem, caseItemSql, PAGE_SIZE } from '../work-list.js';
import { countedSql } from './count.js';
import { NONE } from './places.js';
import { reportCasesQuery } from './query.schema.js';
import { reportOf } from './registry.js';
import type { ReportDefinition } from './report.js';
import { parsed, type Scope, scopeOf } from './scope.js';
import { COUNT } from './table.js';

export interface CasesBehind {
  readonly items: readonly CaseItem[];
  /** Those the reader may see; with `hidden` they are the figure's cases. */
  readonly total: number;
  readonly page: number;
  readonly hidden: number;
}

/**
 * The cases behind a figure, by day received. `query` as for the report, with row, column and page; those the reader may not see
 * are counted and not shown. @throws Refusal as runReport
 */
export async function reportCases(core: ReadCore, id: string, query: unknown, filter: Filter, now: string): Promise<CasesBehind> {
  const definition = reportOf(id);
  const asked = parsed(reportCasesQuery, query);
  const scope = await scopeOf(core, asked, now);
  const { params, bind } = binding();
  const aside = scope.praise ? '' : `AND NOT coalesce(${definition.aside}, false)`;
  const hit = `WITH hit AS (SELECT DISTINCT c.case_id ${countedSql(definition, scope, bind)} ${aside} ${rowSql(definition, scope, asked.row, bind)} ${columnSql(scope, asked.column, bind)})`;
  const seen = visibleSql(filter, bind);
  const counted = core.database.query<{ total: number; hidden: number }>(
    `${hit} SELECT count(*) FILTER (WHERE ${seen})::int AS total, count(*) FILTER (WHERE NOT ${seen})::int AS hidden FROM hit JOIN read.case_list l USING (case_id)`,
    [...params],
  );
  const items = core.database.query<CaseItem>(
    `${hit} SELECT ${caseItemSql(`${bind(now)}::timestamptz`)} FROM hit JOIN read.case_list l USING (case_id) WHERE ${seen}
     ORDER BY l.received_at, l.number LIMIT ${PAGE_SIZE} OFFSET ${(asked.page - 1) * PAGE_SIZE}`,
    params,
  );
  const [[sums], rows] = await Promise.all([counted, items]);
  return { items: rows, total: sums?.total ?? 0, page: asked.page, hidden: sums?.hidden ?? 0 };
}

function rowSql(definition: ReportDefinition, scope: Scope, row: string | undefined, bind: Bind): string {
  if (row === undefined) return '';
  const { row: of, detail, localInto } = definition;
  if (row.startsWith('local:')) return `AND ${of} = 'local' AND ${detail} = ${bind(row.slice(6))}`;
  if (row === localInto) return `AND (${of} = ${bind(row)} OR (${of} = 'local' ${scope.division === null ? '' : `AND ${detail} IS NULL`}))`;
  return `AND ${of} = ${bind(row)}`;
}

function columnSql(scope: Scope, column: string, bind: Bind): string {
  if (column === COUNT) return '';
  if (column === NONE) return 'AND p.n IS NULL';
  return `AND p.n = ANY(${bind(scope.places.flatMap((place, n) => (place.column === column ? [n] : [])))}::int[])`;
}
