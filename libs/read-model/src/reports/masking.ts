import { COUNT, type ReportTable } from './shown.js';

/** Shown to everybody without a right to the figures, whatever the table holds, so that it reveals nothing. */
export const STANDING_NOTE =
  'Tabellen räknar bara ärenden som du får se i de enheter du ansvarar för eller följer. Andra enheters tal under sex visas inte, och inte heller de tal som de skulle kunna räknas ut ur; deras tal visas bara för hela kalenderår och i tabeller som är uppdelade på enheter, och en tabell där de är med står som den stod när månaden började.';

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

/** How many cases of a cell the reader does not see. */
type Others = (row: string, column: string) => number;

/**
 * Masks what would reveal other units' few cases. `seen` is the same table of the cases that the reader sees; the difference is the others'.
 * `isOpen` false: no numbers of others are shown.
 */
export function masked(full: ReportTable, seen: ReportTable, { isOpen, countsMarks, isOwn, isAlong, least }: Masking): ReportTable {
  const lines = [...full.rows.map(({ code }) => code), TOTAL];
  const out = new Set<Key>();
  const leaveOut = (rows: readonly string[], column: string) => {
    for (const row of rows) out.add(keyOf(row, column));
  };
  if (!isOpen) for (const { id } of full.columns) if (!isOwn(id)) leaveOut(lines, id);
  if (isOpen && least > 0) {
    const others = othersOf(full, seen);
    const plan = planned(full, others, isAlong, least);
    for (const { id } of full.columns) if (lines.some((row) => others(row, id) > 0)) leaveOut(plan.columns.has(id) ? lines : [...plan.rows], id);
  }
  // Where a case may have several marks, another table over the same cases has their number as its sum, and may mask it to protect a part.
  if (!isOpen || out.has(keyOf(TOTAL, COUNT)) || (countsMarks && least > 0)) out.add(keyOf(TOTAL, CASES));
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

function othersOf(full: ReportTable, seen: ReportTable): Others {
  const valuesOf = (table: ReportTable, row: string) => (row === TOTAL ? table.columnTotals : table.rows.find(({ code }) => code === row)?.values);
  return (row, column) => Math.abs((valuesOf(full, row)?.[column] ?? 0) - (valuesOf(seen, row)?.[column] ?? 0));
}

/** The rows and columns in which no number of others is shown. */
interface Plan {
  readonly rows: Set<string>;
  readonly columns: Set<string>;
}

/**
 * Whole rows and whole columns are masked, so that what can be computed from the table is: each shown column, and the sum of the others less
 * these; of each, every shown row, and the sum of the masked rows. The column of a unit above the reader's has a table of its own, with rows
 * masked by themselves; it is masked here, and what is left without it must stand too. Each of these is then none or at least `least`.
 */
function planned(full: ReportTable, others: Others, isAlong: Masking['isAlong'], least: number): Plan {
  const rows = full.rows.map(({ code }) => code);
  const parts = full.columns.map(({ id }) => id).filter((id) => id !== COUNT && others(TOTAL, id) > 0);
  const along = parts.filter(isAlong);
  const plan: Plan = { rows: new Set(), columns: new Set(along) };
  for (let few = tooFew(plan, { rows, parts, along, others, least }); few.length > 0; few = tooFew(plan, { rows, parts, along, others, least })) {
    const worst = worstOf(few) ?? smallest(plan, rows, parts, others);
    plan[worst.line].add(worst.code);
  }
  return plan;
}

interface Few {
  /** The column, where it is one that is shown. */
  readonly column: string | null;
  /** The row, where it is one that is shown. */
  readonly row: string | null;
}
interface Line {
  readonly line: 'rows' | 'columns';
  readonly code: string;
}

interface Lines {
  readonly rows: readonly string[];
  readonly parts: readonly string[];
  readonly along: readonly string[];
  readonly others: Others;
  readonly least: number;
}

function tooFew(plan: Plan, { rows, parts, along, others, least }: Lines): readonly Few[] {
  const shown = parts.filter((column) => !plan.columns.has(column));
  const without = subsets(along).map((some) => [...shown, ...some]);
  const columns = [
    ...shown.map((column) => ({ column, of: (row: string) => others(row, column) })),
    ...(plan.columns.has(COUNT)
      ? []
      : without.map((less) => ({ column: null, of: (row: string) => less.reduce((rest, column) => rest - others(row, column), others(row, COUNT)) }))),
  ];
  const groups = [...rows.filter((row) => !plan.rows.has(row)).map((row) => ({ row, rows: [row] })), { row: null, rows: [...plan.rows] }];
  return columns.flatMap(({ column, of }) =>
    groups.flatMap((group): readonly Few[] => {
      const n = group.rows.reduce((sum, row) => sum + of(row), 0);
      return n > 0 && n < least ? [{ column, row: group.row }] : [];
    }),
  );
}

const subsets = ([first, ...others]: readonly string[]): readonly (readonly string[])[] =>
  first === undefined ? [[]] : subsets(others).flatMap((some) => [some, [...some, first]]);

/** The row or column with most numbers that are too small; columns first, since rows are of everybody. */
function worstOf(few: readonly Few[]): Line | undefined {
  const lines = few.flatMap(({ column, row }): readonly Line[] => [
    ...(column === null ? [] : [{ line: 'columns' as const, code: column }]),
    ...(row === null ? [] : [{ line: 'rows' as const, code: row }]),
  ]);
  const times = ({ line, code }: Line) => lines.filter((other) => other.line === line && other.code === code).length;
  return lines.toSorted((a, b) => times(b) - times(a) || a.line.localeCompare(b.line))[0];
}

/** The masked ones together are too few: the smallest that is shown joins them, or in the end the sum is masked. */
function smallest(plan: Plan, rows: readonly string[], parts: readonly string[], others: Others): Line {
  const left: readonly (Line & { readonly n: number })[] = [
    ...parts.map((code) => ({ line: 'columns' as const, code, n: others(TOTAL, code) })),
    ...rows.map((code) => ({ line: 'rows' as const, code, n: others(code, COUNT) })),
  ].filter(({ line, code, n }) => n > 0 && !plan[line].has(code));
  return left.toSorted((a, b) => a.line.localeCompare(b.line) || a.n - b.n)[0] ?? { line: 'columns', code: COUNT };
}
