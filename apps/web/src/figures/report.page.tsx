import type { VNode } from 'preact';
import { statisticsTexts as texts } from '#text/statistics';
import { BarChart, type BarChartProps } from '#ui/chart/bar-chart';
import { LineChart, type Point } from '#ui/chart/line-chart';
import { Patterns } from '#ui/chart/patterns';
import { StackedBars, type StackedBarsProps } from '#ui/chart/stacked-bars';
import { FigureTable, type FigureTableProps } from '#ui/figure-table';
import { highestAndLowest } from './chart-message.js';
import { ReportForm, type ReportFormProps } from './report-form.js';

export interface ReportPageProps {
  readonly question: string;
  readonly unitName: string;
  readonly period: string;
  readonly figures: FigureTableProps;
  readonly chart: ({ readonly shape: 'bars' } & BarChartProps) | ({ readonly shape: 'parts' } & StackedBarsProps);
  readonly series: { readonly points: readonly Point[]; readonly byMonth: boolean };
  readonly notComparable: boolean;
  readonly stamp: string;
  readonly csvHref: string;
  readonly form: ReportFormProps;
}

/** One report: its form, chart and table, each figure of both a link to its cases. */
export function ReportPage({ question, unitName, period, figures, chart, series, notComparable, stamp, csvHref, form }: ReportPageProps): VNode {
  return (
    <>
      <Patterns />
      <p class="way-back">
        <a href="/statistik">{texts.title}</a>
      </p>
      <h1>{question}</h1>
      <p class="lead">{`${figures.title}. ${unitName}, ${period}.`}</p>
      <ReportForm {...form} />
      {notComparable ? <p class="note">{texts.notComparable}</p> : null}
      <div class={figures.columns.length > 1 || figures.compared !== undefined ? 'drawn-and-told' : 'drawn-and-told beside'}>
        {chart.shape === 'bars' ? <BarChart {...chart} /> : <StackedBars {...chart} />}
        <FigureTable {...figures} />
      </div>
      {series.points.length < 2 ? null : (
        <LineChart
          id={figures.id}
          title={[series.byMonth ? 'Ärenden månad för månad' : 'Ärenden tertial för tertial', highestAndLowest(series.points)].filter(Boolean).join(': ')}
          points={series.points}
          pointTitle={series.byMonth ? 'Månad' : 'Tertial'}
          valueTitle="Ärenden"
        />
      )}
      <p class="screen-only">
        <a href={csvHref}>Ladda ner tabellen som CSV</a> eller <a href={csvHref.replace('.csv?', '.xlsx?')}>som XLSX</a>
      </p>
      <p class="hint stamp">{stamp}</p>
    </>
  );
}
