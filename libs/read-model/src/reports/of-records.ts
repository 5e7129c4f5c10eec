import type { RecordSight } from '#domain/records/sight';
import type { Tx } from '#platform/database';
import type { RecordItem } from '../record-list.js';
import { recordItemSql, recordSeenSql } from '../record-seen.js';
import { type Bind, binding } from '../visible.js';
import type { Figure } from './drill-down.js';
import type { Moment, RecordReport, RecordSource } from './report.js';
import type { Scope } from './scope.js';
import { COUNT, type Line, type ReportTable, shownIn } from './shown.js';
import { momentOf } from './source.js';
import { casesUrl, scopeShown } from './table-layout.js';

/** A record behind a figure. */
export interface RecordBehind extends RecordItem {
  readonly family: string;
}

/** FROM … WHERE over `r`: the records of a table at its position. `sight` null: all of them, for the operator and for processes. */
function recordsSql({ family, during }: RecordSource, scope: Scope, sight: RecordSight | null, bind: Bind): { readonly sql: string; readonly moment: Moment } {
  const moment = momentOf(scope, bind);
  const sql = `FROM read.fact_record r
    WHERE ${moment.at('r')} AND r.family = ${bind(family)} AND r.unit = ANY(${bind(scope.within)}::text[]) AND ${during(moment)}
      ${sight === null ? '' : `AND ${recordSeenSql(family, sight, bind)}`}`;
  return { sql, moment };
}

const whenSql = ({ when }: RecordSource, column: string, moment: Moment): string => {
  const found = when[column] ?? 'false';
  return typeof found === 'string' ? found : found(moment);
};

/** The lines of a table, a record in one row each. */
export function measureRecords(tx: Tx, source: RecordSource, columns: readonly string[], scope: Scope, sight: RecordSight | null): Promise<readonly Line[]> {
  const { params, bind } = binding();
  const { sql, moment } = recordsSql(source, scope, sight, bind);
  const figures = columns.map((column) => `'${column}', (count(*) FILTER (WHERE ${whenSql(source, column, moment)}))::int`);
  return tx.query<Line>(`SELECT ${source.row} AS "row", jsonb_build_object(${figures.join(', ')}) AS figures ${sql} GROUP BY 1`, params);
}

/** The records behind a figure, by number, and how many they are. */
export async function recordsBehind(
  tx: Tx,
  source: RecordSource,
  scope: Scope,
  sight: RecordSight | null,
  { row, column }: Figure,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly items: readonly RecordBehind[] }> {
  const { params, bind } = binding();
  const { sql, moment } = recordsSql(source, scope, sight, bind);
  const figure = `${sql} AND (${whenSql(source, column, moment)}) ${row === undefined ? '' : `AND ${source.row} = ${bind(row)}`}`;
  const [counted] = await tx.query<{ n: number }>(`SELECT count(*)::int AS n ${figure}`, params);
  const items = await tx.query<RecordBehind>(`SELECT r.family, ${recordItemSql} ${figure} ORDER BY r.number LIMIT ${limit} OFFSET ${offset}`, params);
  return { total: counted?.n ?? 0, items };
}

/** The numbers of two parts of a table together; `lines` are of the cases, with a line for all rows. */
export function withRecords(lines: readonly Line[], ofRecords: readonly Line[], columns: readonly string[]): readonly Line[] {
  const rows = [...new Set([...lines, ...ofRecords].map(({ row }) => row))].filter((row) => row !== null);
  const sum = (some: readonly (Line | undefined)[]) =>
    Object.fromEntries(columns.map((column) => [column, some.reduce((total, line) => total + (line?.figures[column] ?? 0), 0)]));
  const of = (among: readonly Line[], row: string | null) => among.find((line) => line.row === row);
  return [...rows.map((row) => ({ row, figures: sum([of(lines, row), of(ofRecords, row)]) })), { row: null, figures: sum([of(lines, null), ...ofRecords]) }];
}

/** A register as a table. Where something is registered a zero is none, and nobody has to attest it; where nothing is, it is not reported. */
export function recordTable(definition: RecordReport, scope: Scope, lines: readonly Line[]): ReportTable {
  const all = withRecords(
    [],
    lines,
    definition.columns.map(({ code }) => code),
  );
  const count = (row: string | null, column: string): number => all.find((line) => line.row === row)?.figures[column] ?? 0;
  const columns = shownIn(definition.columns, scope, ({ code }) => count(null, code) > 0).map(({ code, label }) => ({ id: code, title: label }));
  const isEmpty = lines.length === 0;
  const valuesOf = (row: string | null) => Object.fromEntries(columns.map(({ id }) => [id, isEmpty ? null : count(row, id)]));
  const totals = valuesOf(null);
  const { id, title, definition: says, rows } = definition;
  return {
    id,
    title,
    definition: says,
    scope: scopeShown(definition, scope),
    columns,
    rows: shownIn(rows, scope, ({ code }) => count(code, COUNT) > 0).map(({ code, label }) => ({
      code,
      label,
      values: valuesOf(code),
      cases: casesUrl(definition, scope, code),
    })),
    totals: { count: totals[COUNT] ?? null, cases: totals[COUNT] ?? null },
    columnTotals: totals,
    attested: { units: 0, of: 0 },
    notes: scope.notes,
    masked: [],
  };
}
