import type { ReadCore } from '#read-model/read-core';
import { type Period, periodName } from '#read-model/reports/periods';
import { questionOf, type ReportTable, runReport } from '#read-model/reports/run';
import { type Part, reportSeries } from '#read-model/reports/series';
import { type Stamp, stampOf } from '#read-model/reports/stamp';
import type { Point } from '#ui/chart/line-chart';
import { longMoment } from '#ui/deadline';
import type { Compared } from '#ui/figure-table';
import { type FormBody, textOf } from '../frame/request.js';
import { longestOf, mostOf } from './chart-message.js';
import { askedOf, casesHref, comparedOf, figuresOf, shownRows } from './figures.js';
import type { ReportPageProps } from './report.page.js';
import { type Drawn, drawnAs } from './report-charts.js';
import { comparedWith, daysOf, periodOptions, reportQueryOf } from './report-query.js';
import { earlierTable } from './reports-asked.js';

interface About {
  readonly units: ReportPageProps['form']['units'];
  readonly nameOf: (unit: string) => string;
  readonly now: string;
}

/** One report as a page: its months and its comparison at the very position of the table. */
export async function reportPage(core: ReadCore, id: string, asked: FormBody, { units, nameOf, now }: About): Promise<ReportPageProps> {
  const query = reportQueryOf(asked);
  const table = await runReport(core, id, query, now);
  const here = { ...query, asOf: `position:${table.scope.position}` };
  const compare = comparedWith(asked);
  const [series, earlier, stamp] = await Promise.all([
    reportSeries(core, id, here, now),
    compare === null ? null : earlierTable(core, table, query, compare, now),
    stampOf(core.database, table.scope.position),
  ]);
  const praise = textOf(query, 'praise') === 'include';
  const compared = compare === null || earlier === null ? undefined : comparedOf(earlier, praise);
  const period = periodOptions(table.scope, now);
  return {
    question: questionOf(id),
    unitName: nameOf(table.scope.unit),
    period: periodName(table.scope),
    figures: figuresOf(table, praise, compared),
    chart: chartOf(table, drawnAs(table), praise, compared),
    series: { points: pointsOf(table, series, praise), byMonth: table.scope.to <= yearOn(table.scope) },
    notComparable: compare !== null && earlier === null,
    stamp: stampText(stamp),
    csvHref: `/statistik/${id}.csv?${askedOf(table, praise)}${compare === null ? '' : `&compare=${compare}`}`,
    form: {
      action: `/statistik/${id}`,
      units,
      unit: table.scope.unit,
      periods: period.options,
      period: period.value,
      ...daysOf(table.scope),
      asOf: /^\d/.test(table.scope.asOf ?? '') ? (table.scope.asOf as string) : '',
      organisation: table.scope.organisation,
      provider: table.scope.provider ?? '',
      compare: compare ?? '',
      praise: id.startsWith('complaints-') ? praise : null,
    },
  };
}

const yearOn = ({ from }: Period): string => `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`;

/** Of those that are known; null where none is. */
const sumOf = (values: readonly (number | null)[]): number | null =>
  values.every((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** How the table is drawn; its title is what it says. */
function chartOf(table: ReportTable, drawn: Drawn, praise: boolean, compared: Compared | undefined): ReportPageProps['chart'] {
  const hrefOf = casesHref(table, praise);
  const rows = shownRows(table);
  if (drawn.shape === 'parts') {
    const parts = table.columns.filter(({ id }) => drawn.columns.includes(id));
    const sums = rows.map(({ label, values }) => ({ label, value: sumOf(parts.map(({ id }) => values[id] ?? null)) }));
    const title = mostOf(sums) ?? table.title;
    return { shape: 'parts', id: table.id, title, parts, bars: rows, hrefOf, sayUnknownParts: drawn.ofOrganisation === true };
  }
  const { column, measure } = drawn;
  const bars = rows.map(({ code, label, values }) => ({
    code,
    label,
    value: values[column] ?? null,
    href: hrefOf(code, column),
    ...(compared === undefined || column !== table.columns[0]?.id ? {} : { earlier: compared.numberOf(code) }),
  }));
  const title = (measure === undefined ? mostOf(bars) : longestOf(bars, measure)) ?? table.title;
  return { shape: 'bars', id: table.id, title, bars, ...(measure === undefined ? {} : { measure }), earlierName: compared?.name };
}

const MONTH = new Intl.DateTimeFormat('sv-SE', { month: 'short', timeZone: 'UTC' });
const LONG_MONTH = new Intl.DateTimeFormat('sv-SE', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Each month or tertial with a link to its cases: the same figure of a shorter period. */
function pointsOf(table: ReportTable, series: readonly Part[], praise: boolean): readonly Point[] {
  const months = table.scope.to <= yearOn(table.scope);
  return series.map(({ from, to, cases }) => {
    const params = askedOf({ scope: { ...table.scope, from, to } }, praise);
    const day = new Date(`${from}T12:00:00Z`);
    const tertial = `T${Math.ceil(Number(from.slice(5, 7)) / 4)}`;
    return {
      name: months ? LONG_MONTH.format(day) : `${tertial} ${from.slice(0, 4)}`,
      short: months ? MONTH.format(day).slice(0, 3) : `${tertial} ${from.slice(2, 4)}`,
      value: cases,
      href: `/statistik/${table.id}/arenden?${params}&column=count`,
    };
  });
}

/** The position of the page and how it can be found again. */
export const stampText = ({ position, recordedAt, chain }: Stamp): string =>
  recordedAt === null ? 'Inget är registrerat ännu.' : `Händelse ${position}, registrerad ${longMoment(recordedAt)}. Kedjans hash där: ${chain?.slice(0, 16)}…`;
