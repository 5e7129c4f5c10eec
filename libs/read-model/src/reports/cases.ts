import type { Filter } from '#domain/case/visible';
import type { ReadCore } from '../read-core.js';
import { type Bind, binding, visibleSql } from '../visible.js';
import { type CaseItem, caseItemSql, PAGE_SIZE } from '../work-list.js';
import { whenSql } from './measure.js';
import { countedSql } from './of-cases.js';
import { NONE } from './places.js';
import { reportCasesQuery } from './query.schema.js';
import { reportOf } from './registry.js';
import type { CountedReport, MeasuredReport, Moment, ReportDefinition } from './report.js';
import { hasEarlier, parsed, type Scope, scopeOf } from './scope.js';
import { COUNT } from './shown.js';
import { sourceSql } from './source.js';

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
  const scope = await scopeOf(core, asked, now, hasEarlier(definition));
  const { params, bind } = binding();
  const { sql, moment } = sourceSql(definition, scope, bind, { joined: true, cancelled: false });
  const hit = `WITH hit AS (SELECT DISTINCT c.case_id ${sql} ${behindSql(definition, scope, asked, bind, moment)})`;
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

interface Figure {
  readonly row?: string | undefined;
  readonly column: string;
}

function behindSql(definition: ReportDefinition, scope: Scope, { row, column }: Figure, bind: Bind, moment: Moment): string {
  if (definition.shape === 'measured') return `${measuredRowSql(definition, row, bind)} ${measureSql(definition, column, moment)}`;
  // What the table leaves out has no figure in it, but can be named by the code it is left out as.
  if (row !== undefined && definition.asides?.[row] !== undefined) return `AND (${definition.aside}) = ${bind(row)} ${columnSql(scope, column, bind)}`;
  return `AND ${countedSql(definition, scope)} ${countedRowSql(definition, scope, row, bind)} ${columnSql(scope, column, bind)}`;
}

function countedRowSql(definition: CountedReport, scope: Scope, row: string | undefined, bind: Bind): string {
  if (row === undefined) return '';
  const { row: of, detail, localInto } = definition;
  if (row.startsWith('local:')) return `AND ${of} = 'local' AND ${detail ?? 'NULL'} = ${bind(row.slice(6))}`;
  if (row === localInto) return `AND (${of} = ${bind(row)} OR (${of} = 'local' ${scope.division === null ? '' : `AND ${detail} IS NULL`}))`;
  return `AND ${of} = ${bind(row)}`;
}

function measuredRowSql({ row: of }: MeasuredReport, row: string | undefined, bind: Bind): string {
  if (row === undefined) return '';
  return row.includes(':') ? `AND ${of} = ${bind(row)}` : `AND split_part(${of}, ':', 1) = ${bind(row)}`;
}

function measureSql(definition: MeasuredReport, column: string, moment: Moment): string {
  const found = definition.columns.find(({ id }) => id === column);
  return `AND ${found === undefined ? 'false' : `(${whenSql(found, moment)})`}`;
}

function columnSql(scope: Scope, column: string, bind: Bind): string {
  if (column === COUNT) return '';
  if (column === NONE) return 'AND p.n IS NULL';
  return `AND p.n = ANY(${bind(scope.places.flatMap((place, n) => (place.column === column ? [n] : [])))}::int[])`;
}
