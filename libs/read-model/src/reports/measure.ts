import type { Tx } from '#platform/database';
import { binding } from '../visible.js';
import { casesUrl, type Laid, scopeShown } from './laid.js';
import type { Measure, MeasuredReport, Moment } from './report.js';
import type { Scope } from './scope.js';
import { COUNT, type ReportTable } from './shown.js';
import { sourceSql } from './source.js';

/** A row's measures, or for `row` null those of all rows together. */
export interface Line {
  readonly row: string | null;
  readonly cases: number;
  readonly figures: Readonly<Record<string, number | null>>;
}

/** Which rows are behind a measure. */
export const whenSql = ({ when }: Measure, moment: Moment): string => (typeof when === 'string' ? when : when(moment));

/** Measures a table. One statement: all of its figures are of one moment. */
export async function measure(tx: Tx, definition: MeasuredReport, scope: Scope): Promise<readonly Line[]> {
  const { params, bind } = binding();
  const { sql, moment } = sourceSql(definition, scope, bind, { joined: true, cancelled: false });
  const counted = definition.unit === undefined ? 'count(*)' : `count(DISTINCT ${definition.unit})`;
  const figures = definition.columns.map((column) => {
    const value = column.value ?? `(${counted} FILTER (WHERE ${whenSql(column, moment)}))`;
    return `'${column.id}', ${value}::int`;
  });
  return tx.query<Line>(
    `SELECT ${definition.row} AS "row", count(DISTINCT c.case_id)::int AS cases, jsonb_build_object(${figures.join(', ')}) AS figures
     ${sql} GROUP BY GROUPING SETS ((1), ())`,
    params,
  );
}

/** Lays measured lines out as the table of contract.md. Pure. */
export function measuredTable(definition: MeasuredReport, scope: Scope, lines: readonly Line[], { coverage, notes }: Laid): ReportTable {
  const attested = coverage.columns.size > 0;
  const all = lines.find((line) => line.row === null);
  const byRow = new Map(lines.flatMap((line) => (line.row === null ? [] : [[line.row, line] as const])));
  const shown = ({ id, value }: Measure, line: Line | undefined): number | null => {
    const figure = line?.figures[id] ?? null;
    if (value !== undefined) return figure;
    return (figure ?? 0) > 0 ? figure : attested ? 0 : null;
  };
  const valuesOf = (line: Line | undefined) => Object.fromEntries(definition.columns.map((column) => [column.id, shown(column, line)]));
  const rows = definition.rows([...byRow.keys()]).map(({ code, label }) => ({
    code,
    label,
    values: valuesOf(byRow.get(code)),
    cases: casesUrl(definition, scope, code),
  }));
  const totals = valuesOf(all);
  const count = all?.figures[COUNT] ?? 0;
  const cases = all?.cases ?? 0;
  return {
    id: definition.id,
    title: definition.title,
    definition: definition.definition,
    scope: scopeShown(definition, scope),
    columns: definition.columns.map(({ id, title }) => ({ id, title })),
    rows,
    totals: { count: totals[COUNT] ?? null, cases: cases > 0 || attested ? cases : null },
    columnTotals: totals,
    attested: { units: coverage.units, of: coverage.of },
    notes: [...scope.notes, ...(definition.notes?.({ count, cases, rows, totals }) ?? []), ...notes],
  };
}
