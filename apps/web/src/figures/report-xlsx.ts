import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { isDay } from '#domain/days';
import type { ReportTable } from '#read-model/reports/run';
import { NOT_REPORTED, type SheetProps, sheetOf } from './report-csv.js';

const DASH = '–';
const NOTE = ['Anmärkning', `${DASH} betyder ${NOT_REPORTED}: ingen har intygat att det inte fanns något.`];

/** The rows of the CSV as a workbook: numbers as numbers, days as days, "–" where nothing was reported, with one note. */
export function xlsxOf(table: ReportTable, props: SheetProps): Promise<Buffer> {
  const rows = sheetOf(table, props);
  const head = rows.findIndex((row) => row.length === 0);
  const isSilent = rows.some((row) => row.includes(NOT_REPORTED));
  const all = isSilent ? [...rows.slice(0, head), NOTE, ...rows.slice(head)] : rows;
  const titles = all.findIndex((row) => row.length === 0) + 1;
  return writeXlsxFile(
    all.map((row, n) => row.map((value) => cellOf(value, n === titles))),
    { sheet: 'Tabell', columns: [{ width: 24 }, { width: 48 }] },
  ).toBuffer();
}

/** A text is always of the type text, so that none is taken for a formula. */
function cellOf(value: string | number, isTitle: boolean): Cell {
  if (typeof value === 'number') return { value, type: Number };
  if (value === NOT_REPORTED) return { value: DASH, type: String, align: 'right' };
  if (isDay(value)) return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  return { value, type: String, ...(isTitle ? { fontWeight: 'bold' as const } : {}) };
}
