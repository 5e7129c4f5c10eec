import type { Bind } from '../visible.js';
import { whenSql } from './measure.js';
import { countedSql } from './of-cases.js';
import { NONE } from './places.js';
import type { CaseReport, CountedReport, MeasuredReport, Moment } from './report.js';
import type { Scope } from './scope.js';
import { COUNT } from './shown.js';

/** One figure of a table: no row = the whole column. */
export interface Figure {
  readonly row?: string | undefined;
  readonly column: string;
}

/** SQL that follows a table's source: only the cases of this figure. */
export function drillDownSql(definition: CaseReport, scope: Scope, { row, column }: Figure, bind: Bind, moment: Moment): string {
  if (definition.shape === 'measured') return `${measuredRowSql(definition, row, bind)} ${measureSql(definition, column, moment)}`;
  // What the table leaves out has no figure in it, but can be asked for by the code it is left out as.
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
