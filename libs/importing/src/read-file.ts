import { readFile } from 'node:fs/promises';
import { type Sheet, sheetOf } from './csv.js';
import { decoded, type Encoding, type FileFault } from './decoded.js';
import { jsonLine } from './json-line.js';
import { fromCsv, importRow } from './row.schema.js';

/** A parsed row of the file, not judged yet; `fault` where it could not be parsed. `sheetRow` is its row in the sheet, where that is not the line. */
export type Line = Place & ({ readonly value: unknown } | { readonly fault: string });
export interface Place {
  readonly line: number;
  readonly sheetRow?: number;
}

export const placeOf = ({ line, sheetRow }: Place): Place => (sheetRow === undefined ? { line } : { line, sheetRow });

/** A file that may be imported, row by row; or what is wrong with the whole of it, and how many rows it has. */
export type ReadFile =
  | { readonly encoding: Encoding; readonly lines: readonly Line[] }
  | { readonly encoding: Encoding | null; readonly faults: readonly FileFault[]; readonly rows: number };

const MOST_BYTES = 256 * 1024 * 1024;
const required = ['externalId', 'kind', 'receivedAt'] as const;

/**
 * Reads an import file and judges it as a whole, before its first row: the encoding, the headings as a set and the quotes. A file with such a
 * fault writes nothing, so that its corrected version can be imported. CSV by its name (.csv, .tsv, .txt), otherwise one JSON object per line.
 * @throws the fault of the file system
 */
export const readImport = async (path: string): Promise<ReadFile> => judgeFile(await readFile(path), /\.(?:csv|tsv|txt)$/i.test(path) ? 'csv' : 'json');

export function judgeFile(bytes: Buffer, form: 'csv' | 'json'): ReadFile {
  if (bytes.length > MOST_BYTES) return { encoding: null, faults: [{ line: null, fault: 'Filen är större än 256 MB. Dela den i flera' }], rows: 0 };
  const read = decoded(bytes);
  if ('fault' in read) return { encoding: null, faults: [read], rows: rowsIn(bytes, form) };
  const { text, encoding } = read;
  if (form === 'json') return { encoding, lines: jsonLines(text) };
  const sheet = sheetOf(text);
  if ('faults' in sheet) return { encoding, ...sheet };
  const faults = headingFaults(sheet);
  return faults.length > 0 ? { encoding, faults, rows: sheet.records.length } : { encoding, lines: rowsOf(sheet) };
}

/** For a file that can't be decoded: its lines with anything on them. */
function rowsIn(bytes: Buffer, form: 'csv' | 'json'): number {
  const lines = bytes
    .toString('latin1')
    .replaceAll('\0', '')
    .split(/[\r\n]+/)
    .filter((line) => /[^\s;,]/.test(line)).length;
  return Math.max(form === 'csv' ? lines - 1 : lines, 0);
}

function jsonLines(text: string): readonly Line[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, n) => (line.trim() === '' ? [] : [{ line: n + 1, ...jsonLine(line) }]));
}

/** The headings as a set: none twice, none unknown, none missing that every row must have. */
function headingFaults({ headings, line }: Sheet): readonly FileFault[] {
  const known = new Set(Object.keys(importRow.shape));
  const twice = [...new Set(headings.filter((name, n) => headings.indexOf(name) !== n))];
  const unknown = headings.filter((name) => !known.has(name)).map((name) => name.slice(0, 40));
  const missing = required.filter((name) => !headings.includes(name));
  return [
    ...twice.map((name) => ({ line, fault: `Rubriken ${name.slice(0, 40)} står mer än en gång` })),
    ...unknown.map((name) => ({ line, fault: `Rubriken ${name} är inte ett fält som tas in` })),
    ...missing.map((name) => ({ line, fault: `Rubriken ${name} saknas` })),
  ];
}

const rowsOf = ({ headings, records }: Sheet): readonly Line[] =>
  records.map(({ line, sheetRow, cells }) => {
    const place = sheetRow === line ? { line } : { line, sheetRow };
    if (cells.length !== headings.length) return { ...place, fault: `Raden har ${cells.length > headings.length ? 'fler' : 'färre'} fält än rubrikerna` };
    return { ...place, value: fromCsv(Object.fromEntries(headings.map((name, n) => [name, cells[n] as string]))) };
  });
