import { stringify } from 'csv-stringify/sync';

/**
 * A table as Swedish Excel reads it: semicolons and a byte order mark for UTF-8. A cell that a spreadsheet would take for a formula is made text.
 */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify([...rows], { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true });
