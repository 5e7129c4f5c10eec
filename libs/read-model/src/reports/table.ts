import type { Coverage } from './attested.js';
import type { Cell } from './count.js';
import { NONE, OWN } from './places.js';
import type { CountedReport } from './report.js';
import type { Scope } from './scope.js';
import { COUNT, type Code, type ReportTable, shownIn, withOthers } from './shown.js';
import { casesUrl, scopeShown, type TableLayout } from './table-layout.js';

/** Code of a local entry → its label, in the division's own order. */
export type Labels = ReadonlyMap<string, { readonly label: string; readonly division: string; readonly list: string }>;

/** Lays the counted cells out as the table of docs/contract.md#reports. Pure. */
export function countedTable(definition: CountedReport, scope: Scope, cells: readonly Cell[], { coverage, labels, notes }: TableLayout): ReportTable {
  const counted = cells.filter(({ aside }) => isCounted(definition, scope, aside));
  const marks = counted.filter((cell) => cell.row !== null);
  const sumOf = (among: readonly Cell[], column: string, what: 'marks' | 'cases' = 'marks') => {
    const sum = among.filter((cell) => column === COUNT || columnOf(scope, cell) === column).reduce((total, cell) => total + cell[what], 0);
    return sum > 0 || isAttested(coverage, column) ? sum : null;
  };
  const columns = columnsOf(scope, marks);
  const valuesOf = (among: readonly Cell[]) => Object.fromEntries(columns.map(({ id }) => [id, sumOf(among, id)]));
  const rows = rowsOf(definition, scope, marks, labels).map(({ code, label }) => {
    const own = marks.filter((cell) => rowOf(definition, scope, cell) === code);
    return { code, label, values: valuesOf(own), cases: casesUrl(definition, scope, code) };
  });
  const cases = counted.filter((cell) => cell.row === null);
  const totals = { count: sumOf(marks, COUNT), cases: sumOf(cases, COUNT, 'cases') };
  const asides = asideNotes(definition, scope, cells);
  const said = definition.notes?.({ ...totals, details: detailsOf(marks, labels), withinDivision: scope.division !== null }) ?? [];
  return {
    id: definition.id,
    title: definition.title,
    definition: definition.definition,
    scope: scopeShown(definition, scope),
    columns,
    rows,
    totals,
    columnTotals: valuesOf(marks),
    attested: { units: coverage.units, of: coverage.of },
    notes: [...scope.notes, ...said, ...asides, ...notes],
    masked: [],
  };
}

/** What is left out is included only where that is allowed and was asked for. */
const isCounted = (definition: CountedReport, scope: Scope, aside: string | null): boolean =>
  aside === null || (scope.praise && definition.asides?.[aside]?.withPraise === true);

/** Every group that is left out of the table has a note. */
function asideNotes(definition: CountedReport, scope: Scope, cells: readonly Cell[]): readonly string[] {
  return Object.entries(definition.asides ?? {}).flatMap(([code, { says }]) => {
    const n = cells.filter((cell) => cell.row === null && cell.aside === code).reduce((sum, cell) => sum + cell.cases, 0);
    return n === 0 ? [] : [says(n, isCounted(definition, scope, code))];
  });
}

const isAttested = (coverage: Coverage, column: string): boolean => (column === COUNT ? coverage.columns.size > 0 : coverage.columns.has(column));

const columnOf = (scope: Scope, cell: Cell): string => (cell.place === null ? NONE : (scope.places[cell.place]?.column ?? NONE));

/** The number first, then the parts it is the sum of; cases of no part have a column only where there are such. */
function columnsOf(scope: Scope, marks: readonly Cell[]): ReportTable['columns'] {
  const inUse = new Set(marks.map((cell) => columnOf(scope, cell)));
  const parts = [...new Set(scope.leaves.map((leaf) => leaf.column).concat([...inUse]))].filter((column) => column !== OWN && column !== NONE).sort();
  const rest = [
    ...(parts.length > 0 && inUse.has(OWN) ? [{ id: OWN, title: `Direkt på ${scope.unit.name}` }] : []),
    ...(inUse.has(NONE) ? [{ id: NONE, title: 'Utan enhet' }] : []),
  ];
  return [{ id: COUNT, title: 'Antal' }, ...parts.map((id) => ({ id, title: scope.nameOf(id) })), ...rest];
}

/** The row a mark is shown in: a division's own rows up to that division, then part of the fixed one. */
function rowOf(definition: CountedReport, scope: Scope, { row, detail }: Cell): string {
  if (row !== 'local' || definition.localInto === undefined) return row as string;
  return scope.division !== null && detail !== null ? `local:${detail}` : definition.localInto;
}

function rowsOf(definition: CountedReport, scope: Scope, marks: readonly Cell[], labels: Labels): readonly Code[] {
  const used = new Set(marks.map((cell) => rowOf(definition, scope, cell)));
  const listed = [...labels].filter(
    ([, entry]) => scope.division !== null && definition.localInto !== undefined && entry.list === definition.localList && entry.division === scope.division,
  );
  const local = [...new Set([...listed.map(([code]) => `local:${code}`), ...[...used].filter((code) => code.startsWith('local:'))])];
  const fixed = shownIn(definition.rows, scope, ({ code }) => used.has(code));
  const at = fixed.findIndex(({ code }) => code === definition.localInto) + 1;
  const own = local.map((code) => ({ code, label: labels.get(code.slice(6))?.label ?? 'Egen rad utan namn' }));
  return withOthers([...fixed.slice(0, at), ...own, ...fixed.slice(at)], [...used]);
}

/** Marks by row and the words that a division's own list has for them, most first. */
function detailsOf(marks: readonly Cell[], labels: Labels): readonly { readonly row: string; readonly label: string | null; readonly n: number }[] {
  const sums = new Map<string, { row: string; label: string | null; n: number }>();
  for (const { row, detail, marks: n } of marks) {
    const label = detail === null ? null : (labels.get(detail)?.label ?? null);
    const known = sums.get(`${row} ${label}`);
    if (known === undefined) sums.set(`${row} ${label}`, { row: row as string, label, n });
    else known.n += n;
  }
  return [...sums.values()].sort((a, b) => b.n - a.n || (a.label ?? '').localeCompare(b.label ?? '', 'sv'));
}
