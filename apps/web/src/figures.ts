import type { ReportTable } from '#read-model/reports/run';
import type { FigureTableProps } from '#ui/figure-table';

/** Which day the period is about. */
const counted = { received: 'Mottagna', sent: 'Skickade' } as const;

/** A report as a table on a page; each figure leads to its cases under /statistik/<id>/arenden. */
export function figuresOf(table: ReportTable, praise: boolean): FigureTableProps {
  const { scope } = table;
  const params = new URLSearchParams({
    unit: scope.unit,
    from: scope.from,
    to: scope.to,
    asOf: `position:${scope.position}`,
    organisation: scope.organisation,
    ...(praise ? { praise: 'include' } : {}),
    ...(scope.provider === null ? {} : { provider: scope.provider }),
  });
  const attested =
    table.attested.of === 0
      ? ''
      : ` Statistiken är intygad av ${table.attested.units} av ${table.attested.of} enheter; där ingen har intygat är en nolla inte känd.`;
  return {
    id: table.id,
    title: table.title,
    definition: table.definition,
    columns: table.columns,
    rows: table.rows.filter((row) => !row.code.startsWith('local:') || Object.values(row.values).some((value) => value !== null)),
    totals: table.columnTotals,
    totalLabel: 'Totalt',
    notes: table.notes,
    scope: `${counted[scope.by]} ${scope.from} till och med dagen före ${scope.to}. Som känt vid händelse ${scope.position}.${attested}`,
    hrefOf: (row, column) =>
      `/statistik/${table.id}/arenden?${params}${row === null ? '' : `&row=${encodeURIComponent(row)}`}&column=${encodeURIComponent(column)}`,
  };
}
