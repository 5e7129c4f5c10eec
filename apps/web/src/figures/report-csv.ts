import { lastDay } from '#read-model/reports/periods';
import type { ReportTable } from '#read-model/reports/run';
import type { Stamp } from '#read-model/reports/stamp';
import { csvText } from '../frame/csv.js';
import { maskedIn, shownRows } from './figures.js';

const providers = { own: 'egen regi', private: 'privata' } as const;

/**
 * A report as CSV: first what is counted, for whom and at which position, then the table.
 */
export function csvOf(table: ReportTable, unitName: string, praise: boolean, { recordedAt, chain }: Stamp): string {
  const { scope } = table;
  const isMasked = maskedIn(table);
  const shown = (value: number | null | undefined, row: string | null, column: string) => (isMasked(row, column) ? 'visas inte' : (value ?? 'ej rapporterat'));
  const about: readonly (readonly (string | number)[])[] = [
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
    ...(scope.by === 'registered' ? [] : [['Intygad av', `${table.attested.units} av ${table.attested.of} enheter`]]),
    ...table.notes.map((note) => ['Anmärkning', note]),
  ];
  const rows = shownRows(table).map(({ code, label, values }) => [code, label, ...table.columns.map(({ id }) => shown(values[id], code, id))]);
  return csvText([
    ...about,
    [],
    ['Kod', 'Rad', ...table.columns.map(({ title }) => title)],
    ...rows,
    ['', 'Totalt', ...table.columns.map(({ id }) => shown(table.columnTotals[id], null, id))],
    ...(scope.by === 'registered' ? [] : [['', 'Ärenden', shown(table.totals.cases, null, 'cases')]]),
  ]);
}
