import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { isDay } from '#domain/days';
import type { ReportTable } from '#read-model/reports/run';
import { type Cells, NOT_REPORTED, type SheetProps, sheetOf } from './report-csv.js';

/** The media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const DASH = '–';
const NOTE = ['Anmärkning', `${DASH} betyder ${NOT_REPORTED}: ingen har intygat att det inte fanns något.`];

export const xlsxOf = (table: ReportTable, props: SheetProps): Promise<Buffer> => workbookOf(sheetOf(table, props));

/**
 * The rows of a CSV as a workbook: numbers as numbers, days as days, "–" where nothing was reported, with one note before the first table. A table begins after
 * an empty row, with its titles.
 */
export function workbookOf(rows: readonly Cells[]): Promise<Buffer> {
  const head = rows.findIndex((row) => row.length === 0);
  const isSilent = rows.some((row) => row.includes(NOT_REPORTED));
  const all = isSilent ? [...rows.slice(0, head), NOTE, ...rows.slice(head)] : rows;
  return writeXlsxFile(
    all.map((row, n) => row.map((value) => cellOf(value, all[n - 1]?.length === 0))),
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
