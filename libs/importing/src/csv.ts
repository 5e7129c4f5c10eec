import { CsvError, type Info, parse } from 'csv-parse/sync';
import { type FileFault, lineBreaks } from './decoded.js';

export interface Sheet {
  /** The line of the headings. */
  readonly line: number;
  readonly headings: readonly string[];
  readonly records: readonly Rec[];
}
/** A record of the file: its cells, the line of the file on which it begins, and its row in the sheet (a cell with line breaks is one row). */
export interface Rec {
  readonly line: number;
  readonly sheetRow: number;
  readonly cells: readonly string[];
}
/** Why the file can't be imported, and how many rows it has, as far as they can be separated. */
export interface Unreadable {
  readonly faults: readonly FileFault[];
  readonly rows: number;
}

const SEPARATOR_LINE = /^"?sep=(.)"?(?:\r\n|\n|\r)/i;

/**
 * The records of a CSV text with semicolon, comma or tab between the cells, whichever the headings use: Swedish spreadsheets write semicolons.
 * Rows and columns of separators alone are what a spreadsheet leaves when it has been emptied; they are skipped.
 */
export function sheetOf(text: string): Sheet | Unreadable {
  const hint = SEPARATOR_LINE.exec(text);
  const body = hint === null ? text : text.slice(hint[0].length);
  const read = recordsOf(body, hint?.[1] ?? delimiterOf(body), hint === null ? 0 : 1);
  if ('faults' in read) return read;
  const [head, ...records] = read.filter(isFilled);
  if (head === undefined) return { faults: [{ line: null, fault: 'Filen är tom' }], rows: 0 };
  return withoutEmptyColumns(head, records);
}

function delimiterOf(text: string): string {
  const heading = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (sign: string) => heading.split(sign).length;
  return [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0] as string;
}

/** @param before lines of the file above the text */
function recordsOf(text: string, delimiter: string, before: number): readonly Rec[] | Unreadable {
  const bytes = Buffer.from(text, 'utf8');
  const records: Rec[] = [];
  let begin = 0;
  let line = 1 + before;
  const take = (cells: string[], end: number): void => {
    records.push({ line, sheetRow: records.length + 1 + before, cells });
    line += lineBreaks(bytes.toString('latin1', begin, end));
    begin = end;
  };
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      on_record: (cells: string[], context) => {
        // The library's Info object is thrown; its type declares another.
        take(cells, (context as unknown as Info).bytes);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const rest = bytes.toString('utf8', begin);
    return unreadable(records, rest, line + lineBreaks(rest.slice(0, faultyQuote(rest, delimiter))));
  }
  return swallowed(records, delimiter) ?? records;
}

const QUOTES = 'Ett citattecken inne i en cell skrivs två gånger, och cellen omges av citattecken';

function unreadable(records: readonly Rec[], rest: string, line: number, more = 0): Unreadable {
  const lines = [...records.filter(isFilled), ...linesOf(rest).filter((text) => text.trim() !== '')].length + more;
  return { faults: [{ line, fault: `Citattecknet som börjar här avslutas inte som det ska. ${QUOTES}` }], rows: Math.max(lines - 1, 0) };
}

/** The start of the cell whose quotes do not match: the first that is neither plain nor wholly quoted. */
function faultyQuote(rest: string, delimiter: string): number {
  const cell = new RegExp(`(?:"(?:[^"]|"")*"|[^"${delimiter}\\r\\n]*)(?:\\r\\n|[${delimiter}\\r\\n])`, 'y');
  let place = 0;
  while (cell.test(rest)) place = cell.lastIndex;
  return place;
}

/** A quote that was left open and matched one further down has swallowed whole records into its cell, which no count would show. */
function swallowed(records: readonly Rec[], delimiter: string): Unreadable | null {
  const columns = records[0]?.cells.length ?? 0;
  const inside = (cell: string) => (columns < 2 ? [] : linesOf(cell).slice(1)).filter((line) => line.split(delimiter).length >= columns);
  const found = records.find(({ cells }) => cells.some((cell) => inside(cell).length > 0));
  if (found === undefined) return null;
  const above = found.cells.slice(
    0,
    found.cells.findIndex((cell) => inside(cell).length > 0),
  );
  const line = above.reduce((sum, cell) => sum + lineBreaks(cell), found.line);
  return unreadable(records, '', line, records.flatMap(({ cells }) => cells.flatMap(inside)).length);
}

const isFilled = ({ cells }: Rec): boolean => cells.some((cell) => cell.trim() !== '');
const linesOf = (text: string): readonly string[] => text.split(/\r\n|\n|\r/);

/** A column without a heading is skipped where it is empty; a record may have empty cells beyond the headings. */
function withoutEmptyColumns(head: Rec, records: readonly Rec[]): Sheet | Unreadable {
  const names = head.cells.map((cell) => cell.trim());
  const kept = names.flatMap((name, column) => (name === '' ? [] : [column]));
  const faults = names.flatMap((name, column) => {
    const filled = name === '' ? records.find(({ cells }) => (cells[column] ?? '').trim() !== '') : undefined;
    return filled === undefined ? [] : [{ line: filled.line, fault: `Kolumn ${column + 1} saknar rubrik men har innehåll` }];
  });
  if (faults.length > 0) return { faults, rows: records.length };
  const trimmed = ({ cells, ...where }: Rec): Rec => ({
    ...where,
    cells: [...kept.flatMap((column) => cells.slice(column, column + 1)), ...cells.slice(names.length).filter((cell) => cell.trim() !== '')],
  });
  return { line: head.line, headings: kept.map((column) => names[column] as string), records: records.map(trimmed) };
}
