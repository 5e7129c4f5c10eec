import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type CsvError, parse } from 'csv-parse';
import { fromCsv } from './row.schema.js';

/** A line of the file, read but not judged; `fault` where it could not even be read. */
export type Line = { readonly line: number; readonly value: unknown } | { readonly line: number; readonly fault: string };

/** The lines of an import file: CSV by its name, else one JSON object a line. Empty lines are passed over. @throws the fault of the file system */
export function readLines(path: string): AsyncIterable<Line> {
  return path.toLowerCase().endsWith('.csv') ? csvLines(path) : jsonLines(path);
}

async function* jsonLines(path: string): AsyncIterable<Line> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    const trimmed = text.replace(/^\uFEFF/, '').trim();
    if (trimmed !== '') yield jsonLine(line, trimmed);
  }
}

function jsonLine(line: number, text: string): Line {
  try {
    return { line, value: JSON.parse(text) };
  } catch {
    // The parser's own message quotes the line, which may hold a person's words.
    return { line, fault: 'Raden är inte giltig JSON' };
  }
}

/** Comma or semicolon, whichever the heading uses: Swedish spreadsheets write semicolons. A faulty record is named, the others go on. */
async function* csvLines(path: string): AsyncIterable<Line> {
  const faults: Line[] = [];
  const parser = createReadStream(path).pipe(
    parse({ bom: true, columns: true, info: true, skip_empty_lines: true, delimiter: await delimiterOf(path), skip_records_with_error: true }),
  );
  parser.on('skip', (error: CsvError) => faults.push({ line: Number(error['lines']), fault: faultOf(error) }));
  for await (const { record, info } of parser as AsyncIterable<{ record: Record<string, string>; info: { lines: number } }>) {
    yield* faults.splice(0);
    yield { line: info.lines, value: fromCsv(record) };
  }
  yield* faults;
}

const faultOf = (error: CsvError): string =>
  error.code === 'CSV_RECORD_INCONSISTENT_COLUMNS' ? 'Raden har inte lika många fält som rubriken' : 'Raden går inte att läsa som CSV';

async function delimiterOf(path: string): Promise<string> {
  for await (const heading of createInterface({ input: createReadStream(path, 'utf8') })) return heading.includes(';') ? ';' : ',';
  return ',';
}
