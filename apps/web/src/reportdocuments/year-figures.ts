import { Refusal } from '#domain/errors';
import { type FigureCode, figuresIn } from '#domain/reportdocument/markup';
import type { KnownTable } from '#domain/reportdocument/typed-numbers';
import type { ReadCore } from '#read-model/read-core';
import { wholeYear } from '#read-model/reports/periods';
import { type ReportTable, reportList, runReport } from '#read-model/reports/run';
import { reportDocumentTexts as said } from '#text/report-document';
import { figuresOf, maskedIn, shownRows } from '../figures/figures.js';

/** A live figure as it is shown: a number with the way to its cases, or why there is none. */
export interface ShownFigure {
  readonly text: string;
  readonly href: string | null;
}

/** The tables of a unit's year at one position. */
export interface YearFigures {
  readonly position: number | null;
  tablesOf(ids: readonly string[]): readonly ReportTable[];
  shown(code: FigureCode): ShownFigure;
}

/** What a document asks for: its reports, those that its texts name, and the position that the figures are to be of; null: now. */
interface Asked {
  readonly reports: readonly string[];
  readonly texts: Iterable<string>;
  readonly position: number | null;
}

/** The figures of a unit's year, all at one position. A report that the registry does not have is left out. */
export async function yearFigures(
  core: ReadCore,
  { unit, year }: { readonly unit: string; readonly year: number },
  asked: Asked,
  now: string,
): Promise<YearFigures> {
  const known = new Set(reportList().map(({ id }) => id));
  const wanted = [...new Set([...asked.reports, ...[...asked.texts].flatMap((text) => figuresIn(text).map(({ report }) => report))])].filter((id) =>
    known.has(id),
  );
  const tables = new Map<string, ReportTable>();
  try {
    const [first, ...others] = wanted;
    const query = { ...wholeYear(year), unit, organisation: 'then' };
    if (first !== undefined) tables.set(first, await atPosition(core, first, query, asked.position, now));
    const position = first === undefined ? null : (tables.get(first)?.scope.position ?? null);
    // The others at the position of the first, so that no part of the document is newer than another.
    for (const id of others) tables.set(id, await atPosition(core, id, query, position, now));
  } catch (error) {
    // The unit did not exist then.
    if (!(error instanceof Refusal) || error.code !== 'unitNotValid') throw error;
    tables.clear();
  }
  return {
    position: [...tables.values()][0]?.scope.position ?? null,
    tablesOf: (of) => of.flatMap((id) => tables.get(id) ?? []),
    shown(code) {
      const table = tables.get(code.report);
      return table === undefined ? { text: said.unknownFigure, href: null } : shownIn(table, code);
    },
  };
}

async function atPosition(core: ReadCore, id: string, query: Readonly<Record<string, string>>, position: number | null, now: string): Promise<ReportTable> {
  return runReport(core, id, position === null ? query : { ...query, asOf: `position:${position}` }, now);
}

const numberIn = (table: ReportTable, row: string | null, column: string): number | null | undefined =>
  row === null ? table.columnTotals[column] : table.rows.find(({ code }) => code === row)?.values[column];

function shownIn(table: ReportTable, { row, column }: FigureCode): ShownFigure {
  const of = column ?? table.columns[0]?.id ?? '';
  const value = numberIn(table, row, of);
  if (maskedIn(table)(row, of)) return { text: said.masked, href: null };
  if (value === undefined) return { text: said.unknownFigure, href: null };
  return value === null ? { text: said.notReported, href: null } : { text: String(value), href: figuresOf(table, false).hrefOf(row, of) };
}

/** A table's first column, and the sums of all, as what a text is compared with and a figure is chosen from. */
export function knownTable(table: ReportTable): KnownTable {
  const column = table.columns[0]?.id ?? '';
  return {
    report: table.id,
    title: table.title,
    total: table.columnTotals[column] ?? null,
    figures: shownRows(table).map(({ code, label, values }) => ({ code: { report: table.id, row: code, column: null }, label, value: values[column] ?? null })),
    columns: table.columns.map(({ id, title }) => ({ code: { report: table.id, row: null, column: id }, label: title, value: table.columnTotals[id] ?? null })),
  };
}
