import type { RecordSight } from '#domain/records/sight';
import type { Tx } from '#platform/database';
import { binding } from '../visible.js';
import { measureRecords, withRecords } from './of-records.js';
import type { Measure, MeasuredReport, Moment } from './report.js';
import type { Scope } from './scope.js';
import { COUNT, type Line, type ReportTable, shownIn } from './shown.js';
import { sourceSql } from './source.js';
import { casesUrl, scopeShown, type TableLayout } from './table-layout.js';

/** The lines of a table, and the number of cases in them. */
export interface Lines {
  readonly lines: readonly Line[];
  readonly cases: number;
  /** How many records are counted in them beside the cases. */
  readonly records: number;
}

/** Selects the rows behind a measure. */
export const whenSql = ({ when }: Measure, moment: Moment): string => (typeof when === 'string' ? when : when(moment));

/** Measures a table, with the records that the reader sees. Nothing changes at its position any more, so two statements see the same. */
export async function measure(tx: Tx, definition: MeasuredReport, scope: Scope, sight: RecordSight | null): Promise<Lines> {
  const { records } = definition;
  if (records === undefined) return measureCases(tx, definition, scope);
  const columns = definition.columns.map(({ id }) => id);
  const [of, beside] = await Promise.all([measureCases(tx, definition, scope), measureRecords(tx, records, columns, scope, sight)]);
  return { ...of, lines: withRecords(of.lines, beside, columns), records: beside.reduce((sum, { figures }) => sum + (figures[COUNT] ?? 0), 0) };
}

async function measureCases(tx: Tx, definition: MeasuredReport, scope: Scope): Promise<Lines> {
  const [rows, distinct] = await Promise.all([linesOf(tx, definition, scope), definition.oneEach === true ? null : casesOf(tx, definition, scope)]);
  const all = rows.find((line) => line.row === null);
  const sum = all ?? summed(definition, rows);
  return { lines: all === undefined ? [...rows, sum] : rows, cases: distinct ?? sum.figures[COUNT] ?? 0, records: 0 };
}

/** The sum of all rows, where the figures are counts: computing it in SQL would keep the database from counting in parts. */
const summed = ({ columns }: MeasuredReport, lines: readonly Line[]): Line => ({
  row: null,
  figures: Object.fromEntries(columns.map(({ id }) => [id, lines.reduce((sum, { figures }) => sum + (figures[id] ?? 0), 0)])),
});

function linesOf(tx: Tx, definition: MeasuredReport, scope: Scope): Promise<readonly Line[]> {
  const { params, bind } = binding();
  const { sql, moment } = sourceSql(definition, scope, bind, { joined: true, cancelled: false });
  const { row, groupBy, unit, columns } = definition;
  const whens = columns.map((column) => whenSql(column, moment));
  const figures = (aggregate: (column: Measure, n: number) => string) =>
    `jsonb_build_object(${columns.map((column, n) => `'${column.id}', (${aggregate(column, n)})::int`).join(', ')}) AS figures`;
  if (unit !== undefined) {
    // What several cases share is made distinct first; otherwise each of many counts would sort for itself.
    const once = `SELECT DISTINCT ON (${unit}) ${row} AS "row", ${whens.map((when, n) => `${when} AS w${n}`).join(', ')} ${sql} ORDER BY ${unit}, c.case_id`;
    return tx.query<Line>(`SELECT "row", ${figures((_, n) => `count(*) FILTER (WHERE w${n})`)} FROM (${once}) t GROUP BY 1`, params);
  }
  const isSum = columns.every(({ value }) => value === undefined);
  return tx.query<Line>(
    `SELECT ${row} AS "row", ${figures(({ value }, n) => value ?? `count(*) FILTER (WHERE ${whens[n]})`)} ${sql} GROUP BY ${isSum ? (groupBy ?? '1') : 'GROUPING SETS ((1), ())'}`,
    params,
  );
}

async function casesOf(tx: Tx, definition: MeasuredReport, scope: Scope): Promise<number> {
  const { params, bind } = binding();
  const { sql } = sourceSql(definition, scope, bind, { joined: true, cancelled: false });
  const [sum] = await tx.query<{ cases: number }>(`SELECT count(*)::int AS cases FROM (SELECT DISTINCT c.case_id ${sql}) t`, params);
  return sum?.cases ?? 0;
}

/** Lays measured lines out as the table of docs/contract.md#reports. Pure. */
export function measuredTable(definition: MeasuredReport, scope: Scope, { lines, cases, records }: Lines, { coverage, notes }: TableLayout): ReportTable {
  const attested = coverage.columns.size > 0;
  const all = lines.find((line) => line.row === null);
  const byRow = new Map(lines.flatMap((line) => (line.row === null ? [] : [[line.row, line] as const])));
  const shown = ({ id, value }: Measure, line: Line | undefined): number | null => {
    const figure = line?.figures[id] ?? null;
    if (value !== undefined) return figure;
    return (figure ?? 0) > 0 ? figure : attested ? 0 : null;
  };
  const columns = shownIn(definition.columns, scope, ({ id }) => (all?.figures[id] ?? 0) > 0);
  const valuesOf = (line: Line | undefined) => Object.fromEntries(columns.map((column) => [column.id, shown(column, line)]));
  const rows = shownIn(definition.rows([...byRow.keys()]), scope, ({ code }) => byRow.has(code)).map(({ code, label }) => ({
    code,
    label,
    values: valuesOf(byRow.get(code)),
    cases: casesUrl(definition, scope, code),
  }));
  const totals = valuesOf(all);
  const count = all?.figures[COUNT] ?? 0;
  return {
    id: definition.id,
    title: definition.title,
    definition: definition.definition,
    scope: scopeShown(definition, scope),
    columns: columns.map(({ id, title }) => ({ id, title })),
    rows,
    totals: { count: totals[COUNT] ?? null, cases: cases > 0 || attested ? cases : null },
    columnTotals: totals,
    attested: { units: coverage.units, of: coverage.of },
    notes: [...scope.notes, ...(definition.notes?.({ count, cases, records, rows, totals }) ?? []), ...notes],
    masked: [],
  };
}
