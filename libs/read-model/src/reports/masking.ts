import { COUNT, type ReportTable } from './shown.js';

/** Shown to everybody without a right to the figures, whatever the table holds, so that it reveals nothing. */
export const STANDING_NOTE =
  'Tabellen räknar bara ärenden som du får se i de enheter du ansvarar för eller följer. Andra enheters tal under sex visas inte, deras tal visas bara för hela kalenderår och i tabeller som är uppdelade på enheter, och en tabell där de är med står som den stod när månaden började.';

type Key = string;
export interface Masking {
  /** Whether others' numbers are shown at all: never in a table that is not divided by unit, where a number less the known ones is the rest. */
  readonly isOpen: boolean;
  /** Whether a case may be counted several times in the table. */
  readonly countsMarks: boolean;
  /** Is the column a unit that the reader leads or follows? */
  readonly isOwn: (column: string) => boolean;
  /** Whether the column is a unit above such a unit. */
  readonly isAlong: (column: string) => boolean;
  readonly least: number;
}

const keyOf = (row: string, column: string): Key => `${row} ${column}`;
export const TOTAL = 'total';
const CASES = 'cases';

interface Cell {
  readonly row: string;
  readonly column: string;
  /** The table as it may be shown, and the part of it that is cases which the reader does not see. */
  readonly value: number | null;
  readonly others: number;
}

/**
 * Masks what would reveal other units' few cases. `seen` is the same table of the cases that the reader sees; the difference
 * is the others'. Where a line has its sum and one masked number, the number could be computed: then another is masked too (secondary
 * masking), until the masked numbers of a line are at least six together. `isOpen` false: no numbers of others are shown.
 */
export function masked(full: ReportTable, seen: ReportTable, { isOpen, countsMarks, isOwn, isAlong, least }: Masking): ReportTable {
  const cells = cellsOf(full, seen);
  const out = new Set<Key>();
  const isSmall = ({ column, others }: Cell) => (isOpen ? others > 0 && others < least : !isOwn(column));
  for (const cell of cells) if (isSmall(cell)) out.add(keyOf(cell.row, cell.column));
  if (isOpen) for (let grew = true; grew; ) grew = linesOf(full, cells).some((line) => leaveOut(line, out, least, isAlong));
  // Where a case may have several marks, another table over the same cases has their number as its sum, and may mask it to protect a part.
  if (out.has(keyOf(TOTAL, COUNT)) || (countsMarks && least > 0)) out.add(keyOf(TOTAL, CASES));
  const shown = (row: string, values: Readonly<Record<string, number | null>>) =>
    Object.fromEntries(Object.entries(values).map(([column, value]) => [column, out.has(keyOf(row, column)) ? null : value]));
  return {
    ...full,
    rows: full.rows.map((row) => ({ ...row, values: shown(row.code, row.values) })),
    columnTotals: shown(TOTAL, full.columnTotals),
    totals: shown(TOTAL, full.totals) as ReportTable['totals'],
    masked: [...out].map((key) => {
      const [row = '', column = ''] = key.split(' ');
      return { row, column };
    }),
  };
}

function cellsOf(full: ReportTable, seen: ReportTable): readonly Cell[] {
  const cell = (row: string, column: string, value: number | null, own: number | null | undefined): Cell => ({
    row,
    column,
    value,
    others: Math.abs((value ?? 0) - (own ?? 0)),
  });
  const seenRow = (code: string) => seen.rows.find((row) => row.code === code)?.values;
  return [
    ...full.rows.flatMap(({ code, values }) => Object.entries(values).map(([column, value]) => cell(code, column, value, seenRow(code)?.[column]))),
    ...Object.entries(full.columnTotals).map(([column, value]) => cell(TOTAL, column, value, seen.columnTotals[column])),
    cell(TOTAL, CASES, full.totals.cases, seen.totals.cases),
  ];
}

interface Line {
  readonly parts: readonly Cell[];
  readonly sum: Cell;
}

/** Every sum in the table: a row's number of its parts, a column's total of its rows. */
function linesOf({ columns }: ReportTable, cells: readonly Cell[]): readonly Line[] {
  const at = (row: string, column: string) => cells.find((cell) => cell.row === row && cell.column === column);
  const rows = [...new Set(cells.map(({ row }) => row))];
  const across = rows.flatMap((row) => {
    const parts = columns.flatMap(({ id }) => (id === COUNT ? [] : (at(row, id) ?? [])));
    const sum = at(row, COUNT);
    return sum === undefined || parts.length === 0 ? [] : [{ parts, sum }];
  });
  const down = columns.flatMap(({ id }) => {
    const parts = rows.flatMap((row) => (row === TOTAL ? [] : (at(row, id) ?? [])));
    const sum = at(TOTAL, id);
    return sum === undefined || parts.length === 0 ? [] : [{ parts, sum }];
  });
  return [...across, ...down];
}

/** Masks one number more of a line that needs it; false where it needs none or has none left. */
function leaveOut({ parts, sum }: Line, out: Set<Key>, least: number, isAlong: Masking['isAlong']): boolean {
  const isOut = ({ row, column }: Cell) => out.has(keyOf(row, column));
  const [gone, left] = [parts.filter(isOut), parts.filter((cell) => !isOut(cell) && (cell.value ?? 0) > 0)];
  const isSumOut = isOut(sum);
  if (gone.length === 0 && !isSumOut) return false;
  // A masked sum can be computed from its parts; a masked part is the sum less the other parts.
  const enough = isSumOut ? gone.length > 0 : gone.length > 1 && gone.reduce((n, { others }) => n + others, 0) >= least;
  if (enough) return false;
  // A column that the reader also gets as the sum of another table could be computed from that one.
  const next =
    left.filter(({ column, others }) => others > 0 && (isSumOut || !isAlong(column))).toSorted((a, b) => a.others - b.others)[0] ??
    (isSumOut ? undefined : sum);
  if (next === undefined || isOut(next)) return false;
  out.add(keyOf(next.row, next.column));
  return true;
}
