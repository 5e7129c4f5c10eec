import { lastDay, periodName } from '#read-model/reports/periods';
import type { ReportTable } from '#read-model/reports/run';
import type { Stamp } from '#read-model/reports/stamp';
import { csvText } from '../frame/csv.js';
import { comparedOf, maskedIn, shownRows } from './figures.js';

const providers = { own: 'egen regi', private: 'privata' } as const;

export interface SheetProps {
  readonly unitName: string;
  readonly praise: boolean;
  readonly stamp: Stamp;
  /** The same table of the period of comparison; null where there is none. */
  readonly earlier: ReportTable | null;
}

/** A row of a sheet; an empty one stands before each table. */
export type Cells = readonly (string | number)[];

/** What stands where there is no figure: not a zero, and not a blank. */
export const NOT_REPORTED = 'ej rapporterat';

export const csvOf = (table: ReportTable, props: SheetProps): string => csvText(sheetOf(table, props));

/** A report as rows of cells: first what is counted, for whom and at which position, then the table, with the columns of comparison that the page has. */
export function sheetOf(table: ReportTable, { unitName, praise, stamp: { recordedAt, chain }, earlier }: SheetProps): readonly Cells[] {
  const { scope } = table;
  const isMasked = maskedIn(table);
  const shown = (value: number | null | undefined, row: string | null, column: string) => (isMasked(row, column) ? 'visas inte' : (value ?? NOT_REPORTED));
  const about: readonly Cells[] = [
    ['Rapport', table.title, table.id],
    ['Definition', table.definition],
    ['Enhet', unitName, scope.unit],
    [{ received: 'Mottagna', sent: 'Skickade', registered: 'I registret' }[scope.by], scope.from, lastDay(scope)],
    ['Organisation', scope.organisation === 'now' ? 'dagens' : 'den som gällde då'],
    ['Utförare', scope.provider === null ? 'egen regi och privata' : providers[scope.provider]],
    ['Beröm', praise ? 'inräknat' : 'inte inräknat'],
    ['Som känt', scope.asOf ?? 'nu'],
    ['Läge (händelse)', scope.position],
    ['Läget registrerat', recordedAt ?? ''],
    ['Hash (händelseloggens kedja vid läget)', chain ?? ''],
    ...(scope.by === 'registered' ? [] : [['Intygad av', `${table.attested.units} av ${table.attested.of} ${table.attested.of === 1 ? 'enhet' : 'enheter'}`]]),
    ...(earlier === null ? [] : [['Jämförs med', earlier.scope.from, lastDay(earlier.scope)]]),
    ...table.notes.map((note) => ['Anmärkning', note]),
  ];
  const columns = (row: string | null, values: Readonly<Record<string, number | null>>): Cells =>
    table.columns.flatMap(({ id }, n) => [
      shown(values[id], row, id),
      ...(n > 0 || earlier === null ? [] : comparing(earlier, row, shown(values[id], row, id))),
    ]);
  const [first, ...others] = table.columns.map(({ title }) => title);
  const compared = earlier === null ? [] : [periodName(earlier.scope), 'Skillnad'];
  return [
    ...about,
    [],
    ['Kod', 'Rad', ...(first === undefined ? [] : [first, ...compared]), ...others],
    ...shownRows(table).map(({ code, label, values }) => [code, label, ...columns(code, values)]),
    ['', 'Totalt', ...columns(null, table.columnTotals)],
    ...(scope.by === 'registered' ? [] : [['', 'Ärenden', shown(table.totals.cases, null, 'cases')]]),
  ];
}

/** The first column of the period of comparison, and the difference. */
function comparing(earlier: ReportTable, row: string | null, now: string | number): Cells {
  const { numberOf, isMasked } = comparedOf(earlier, false);
  return beside(now, isMasked(row) ? 'visas inte' : (numberOf(row) ?? NOT_REPORTED));
}

/** A figure of the period of comparison, and the difference to it; in words where there is no number. */
export const beside = (now: string | number, then: string | number): Cells => [
  then,
  typeof now === 'number' && typeof then === 'number' ? now - then : 'går inte att jämföra',
];
