import { lastDay, periodName } from '#read-model/reports/periods';
import type { ReportTable } from '#read-model/reports/run';
import { unitTexts } from '#text/unit-page';
import type { Compared, FigureTableProps } from '#ui/figure-table';

/** Which day the period is about. */
const counted = { received: 'Mottagna', sent: 'Skickade', registered: 'I registret' } as const;

/** A report as a table on a page; each figure links to its cases under /statistik/<id>/arenden. */
export function figuresOf(table: ReportTable, praise: boolean, compared?: Compared): FigureTableProps {
  const { scope } = table;
  const attested =
    table.attested.of === 0 ? '' : ` ${unitTexts.attestedBy(table.attested.units, table.attested.of)} Där ingen har intygat är en nolla inte känd.`;
  return {
    id: table.id,
    title: table.title,
    definition: table.definition,
    columns: table.columns,
    rows: shownRows(table),
    totals: table.columnTotals,
    totalLabel: 'Totalt',
    notes: table.notes,
    scope: `${counted[scope.by]} från och med ${scope.from} till och med ${lastDay(scope)}. Som känt vid händelse ${scope.position}.${attested}`,
    hrefOf: casesHref(table, praise),
    isMasked: maskedIn(table),
    compared,
  };
}

/** The first column of an earlier table, beside the same column of now. */
export function comparedOf(earlier: ReportTable, praise: boolean): Compared {
  const href = casesHref(earlier, praise);
  const first = earlier.columns[0]?.id ?? 'count';
  const isMasked = maskedIn(earlier);
  const numberOf = (row: string | null): number | null =>
    (row === null ? earlier.columnTotals : earlier.rows.find(({ code }) => code === row)?.values)?.[first] ?? null;
  return { name: periodName(earlier.scope), numberOf, hrefOf: (row) => href(row, first), isMasked: (row) => isMasked(row, first) };
}

/** The table's numbers that are masked for the reader; row null = the sums. */
export const maskedIn =
  ({ masked }: ReportTable) =>
  (row: string | null, column: string): boolean =>
    masked.some((cell) => cell.row === (row ?? 'total') && cell.column === column);

/** A division's own rows are shown only where they have cases. */
export const shownRows = (table: ReportTable): ReportTable['rows'] =>
  table.rows.filter((row) => !row.code.startsWith('local:') || Object.values(row.values).some((value) => value !== null));

/** The query of a table with its position, so that the same link always gives the same figures. */
export function askedOf({ scope }: Pick<ReportTable, 'scope'>, praise: boolean): URLSearchParams {
  return new URLSearchParams({
    unit: scope.unit,
    from: scope.from,
    to: scope.to,
    asOf: `position:${scope.position}`,
    organisation: scope.organisation,
    ...(praise ? { praise: 'include' } : {}),
    ...(scope.provider === null ? {} : { provider: scope.provider }),
  });
}

/** Links to the cases behind each figure of a table; row null = the whole column. */
export function casesHref(table: ReportTable, praise: boolean): FigureTableProps['hrefOf'] {
  const params = askedOf(table, praise);
  return (row, column) =>
    `/statistik/${table.id}/arenden?${params}${row === null ? '' : `&row=${encodeURIComponent(row)}`}&column=${encodeURIComponent(column)}`;
}
