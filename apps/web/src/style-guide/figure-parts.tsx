import type { VNode } from 'preact';
import { styleGuideTexts as said } from '#text/style-guide';
import { BarChart } from '#ui/chart/bar-chart';
import { HeatTable } from '#ui/chart/heat-table';
import { LineChart, type Point } from '#ui/chart/line-chart';
import { MonthColumns } from '#ui/chart/month-columns';
import { Patterns } from '#ui/chart/patterns';
import { StackedBars } from '#ui/chart/stacked-bars';
import { FigureTable } from '#ui/figure-table';
import { HeadRow } from '#ui/head-row';
import { NotReported, NotReportedNote } from '#ui/not-reported';

const HERE = '/stilguide';
const hrefOf = () => HERE;
const columns = [
  { id: 'count', title: 'Alla' },
  { id: 'own', title: 'Egen regi' },
  { id: 'hired', title: 'Privat utförare' },
];
const rows = [
  { code: 'a', label: 'Bemötande', values: { count: 12, own: 8, hired: 4 } },
  { code: 'b', label: 'Utförande', values: { count: 22, own: 22, hired: 0 } },
  { code: 'c', label: 'Information', values: { count: null, own: 5, hired: null } },
];
const totals = { count: null, own: 35, hired: null };

export const TableParts = (): VNode => (
  <>
    <FigureTable
      id="tal"
      title="Tabell med tal: varje tal leder till sina ärenden"
      definition="Vad som räknas, i en mening."
      columns={columns}
      rows={rows}
      totals={totals}
      totalLabel="Totalt"
      rowTitle="Det gällde"
      notes={['En anmärkning under tabellen.']}
      scope="Urvalet, i en mening."
      hrefOf={hrefOf}
      compared={{ name: '2025', numberOf: (row) => (row === 'b' ? 13 : null), hrefOf, isMasked: (row) => row === 'a' }}
      isMasked={(row, column) => row === 'a' && column === 'hired'}
    />
    <div class="figures listing">
      <table>
        <caption>Tabell med ord</caption>
        <HeadRow titles={['Roll', 'Enhet']} />
        <tbody>
          <tr>
            <th scope="row">Enhetschef</th>
            <td data-label="Enhet">Hemtjänst Norra</td>
          </tr>
          <tr>
            <th scope="row">Registrator</th>
            <td data-label="Enhet">
              <NotReported of="enhet" />
            </td>
          </tr>
        </tbody>
      </table>
      <NotReportedNote when />
    </div>
  </>
);

/** As many as can be told apart. */
const parts = [
  { id: 'own', title: 'Egen regi' },
  { id: 'hired', title: 'Privat utförare' },
  { id: 'shared', title: 'Delad' },
  { id: 'other', title: 'Annan kommun' },
  { id: 'region', title: 'Regionen' },
  { id: 'unknown', title: 'Okänd' },
];
const bars = rows.map(({ code, label, values }) => ({ code, label, value: values.count, href: HERE }));
const [FIRST_CHOSEN, NOT_BEGUN] = [8, 11];
const monthColumns = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'].map((short, n) => ({
  short,
  name: `${short} 2026`,
  value: n === NOT_BEGUN ? undefined : ([2, 3, 2, 4, 3, 3, 1, null, 5, 8, 12][n] ?? null),
  earlier: [2, 2, 3, 3, 4, 2, 2, 3, 4, 4, 5, null][n] ?? null,
  isChosen: n >= FIRST_CHOSEN,
  href: HERE,
}));
const months: readonly Point[] = [3, 4, 2, 5, null, 8, 12].map((value, n) => ({
  name: `månad ${n + 1}`,
  short: String(n + 1),
  value,
  href: HERE,
}));
const heat = {
  title: 'Orsakerna ligger i rutinerna',
  rowTitle: 'Det gällde',
  rows: rows.map(({ code, label }) => ({ code, label })),
  columns: ['Rutiner', 'Kompetens', 'Teknik', 'Organisation', 'Kommunikation', 'Miljö'].map((label, n) => ({ code: String(n), label })),
  numberAt: (row: string, column: string) => (row === 'a' ? Number(column) : row === 'b' ? Number(column) * 2 : 0),
  hrefOf,
  isChosen: (row: string, column: string) => row === 'b' && column === '3',
};

export const ChartParts = (): VNode => (
  <>
    <p>{said.chartText}</p>
    <Patterns />
    <BarChart id="staplar" title="Utförandet står för de flesta klagomålen" bars={bars} />
    <BarChart
      id="jamfort"
      title="Klagomålen på utförande blev fler"
      bars={bars.map((bar) => ({ ...bar, earlier: bar.code === 'b' ? 13 : bar.code === 'a' ? 14 : null }))}
      measure="ärenden"
      earlierName="2025"
    />
    <BarChart id="tomt" title="Inget klagomål i oktober" bars={[]} />
    <StackedBars
      id="delar"
      title="De flesta klagomålen gäller egen regi"
      parts={parts}
      bars={[
        { code: 'a', label: 'Bemötande', values: { own: 8, hired: 4, shared: 2, other: 0, region: 0, unknown: 1 } },
        { code: 'b', label: 'Utförande', values: { own: 12, hired: 6, shared: 5, other: 4, region: 3, unknown: null } },
        { code: 'c', label: 'Information', values: {} },
      ]}
      hrefOf={hrefOf}
      sayUnknownParts
    />
    <LineChart id="over-tid" title="Klagomålen har blivit fler sedan sommaren" pointTitle="Månad" valueTitle="Klagomål" points={months} />
    <MonthColumns
      id="kolumner"
      title="Klagomålen blev tolv i november, fler än i fjol"
      months={monthColumns}
      earlierName="2025"
      chosenName="T3 2026"
      othersName="Övriga 2026"
    />
    <LineChart id="ingen-tid" title="Inga klagomål har tagits emot" pointTitle="Månad" valueTitle="Klagomål" points={[]} />
    <HeatTable id="varme" {...heat} />
    <HeatTable id="oattesterad" {...heat} title="Perioden är inte intygad" isKnown={false} />
  </>
);
