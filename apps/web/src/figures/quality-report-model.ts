import type { Organisation, Unit } from '#domain/org/units';
import type { ReadCore } from '#read-model/read-core';
import { wholeYear } from '#read-model/reports/periods';
import { type ReportTable, runReport } from '#read-model/reports/run';
import { stampOf } from '#read-model/reports/stamp';
import { qualityTexts as texts } from '#text/quality-report';
import type { FigureTableProps } from '#ui/figure-table';
import { figuresOf } from './figures.js';
import type { QualityReportProps, QualitySection } from './quality-report.page.js';
import { stampText } from './report-page-model.js';

export interface QualityAsked {
  readonly year: number;
  /** The last day that is known; empty = now. */
  readonly asOf: string;
  readonly praise: boolean;
  /** The root of the reader's own tree. */
  readonly top: string;
}

/** The year's section on deviations: all of its tables at one position, per division and in all. */
export async function qualityReport(core: ReadCore, organisation: Organisation, asked: QualityAsked, now: string): Promise<QualityReportProps> {
  const { year } = asked;
  const days = wholeYear(year);
  const whole = topOf(organisation, asked.top, `${year}-12-31`);
  const base = { year, asOf: asked.asOf, praise: asked.praise };
  if (whole === null) return { ...base, whole: null, divisions: [], stamp: null, isEmpty: true };
  const first = await tablesOf(core, whole, { ...days, ...(asked.asOf === '' ? {} : { asOf: asked.asOf }) }, asked.praise, now);
  // The other tables at the position of the first, so that nothing on the page is newer than another part.
  const here = { ...days, asOf: `position:${first.bySource.scope.position}` };
  const divisions: QualitySection[] = [];
  for (const unit of divisionsOf(organisation, whole, `${year}-12-31`))
    divisions.push(sectionOf(unit, await tablesOf(core, unit, here, asked.praise, now), asked));
  const section = sectionOf(whole, first, asked);
  return {
    ...base,
    whole: section,
    divisions,
    stamp: stampText(await stampOf(core.database, first.bySource.scope.position)),
    isEmpty: [first.bySource, first.byKind].every(({ totals }) => (totals.cases ?? 0) === 0),
  };
}

const topOf = (organisation: Organisation, top: string, day: string): Unit | null => organisation.unit(top, day);

/** Divisions by name, as in the document; where there are none, the units just below. */
function divisionsOf(organisation: Organisation, top: Unit, day: string): readonly Unit[] {
  const below = organisation.subtree(top.code, day).filter(({ code }) => code !== top.code);
  const divisions = below.filter(({ level }) => level === 'division');
  return (divisions.length > 0 ? divisions : below.filter(({ parent }) => parent === top.code)).toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
}

interface Tables {
  readonly bySource: ReportTable;
  readonly byCategory: ReportTable;
  readonly byKind: ReportTable;
  readonly byOutcome: ReportTable;
}

async function tablesOf(core: ReadCore, { code }: Unit, period: Readonly<Record<string, string>>, praise: boolean, now: string): Promise<Tables> {
  const query = { ...period, unit: code, organisation: 'then' };
  const withPraise = { ...query, ...(praise ? { praise: 'include' } : {}) };
  const bySource = await runReport(core, 'complaints-by-source', withPraise, now);
  const [byCategory, byKind, byOutcome] = await Promise.all([
    runReport(core, 'complaints-by-category', withPraise, now),
    runReport(core, 'lex-sarah-by-kind', query, now),
    runReport(core, 'lex-sarah-by-outcome', query, now),
  ]);
  return { bySource, byCategory, byKind, byOutcome };
}

function sectionOf({ code, name }: Unit, { bySource, byCategory, byKind, byOutcome }: Tables, { praise, year }: QualityAsked): QualitySection {
  const table = (of: ReportTable, caption: string, column: string, counted: boolean): FigureTableProps => ({
    ...figuresOf(of, counted),
    id: `${of.id}-${code}`,
    // A table always shows its unit and its period (INC-02).
    title: `${caption}: ${name}, ${year}`,
    columns: [{ id: 'count', title: 'Antal' }],
    rowTitle: column,
    scope: '',
  });
  return {
    code,
    name,
    bySource: table(bySource, texts.captions.bySource, texts.columns.source, praise),
    byCategory: table(byCategory, texts.captions.byCategory, texts.columns.category, praise),
    byKind: table(byKind, texts.captions.byKind, texts.columns.category, false),
    byOutcome: table(byOutcome, texts.captions.byOutcome, texts.columns.outcome, false),
    cases: byCategory.totals.cases,
    marks: byCategory.totals.count,
    lexSarah: byKind.totals.cases,
    most: mostOf(bySource, byCategory, praise),
    praise: bySource.notes.find((note) => note.startsWith('Beröm')) ?? null,
    withPraise: praise && bySource.notes.some((note) => note.startsWith('Beröm')),
    stated: byKind.notes.filter((note) => note.includes('Uppgivet i text')),
  };
}

/** Whom most came from, and what they were most often about; null where nothing came in. */
function mostOf(bySource: ReportTable, byCategory: ReportTable, praise: boolean): QualitySection['most'] {
  const largest = (table: ReportTable) =>
    table.rows
      .flatMap(({ code, label, values }) =>
        (values['count'] ?? 0) > 0 ? [{ label, value: values['count'] as number, href: figuresOf(table, praise).hrefOf(code, 'count') }] : [],
      )
      .toSorted((a, b) => b.value - a.value);
  const [first, ...others] = largest(bySource);
  if (first === undefined) return null;
  return { sources: [first, ...others.filter(({ value }) => value === first.value)], categories: largest(byCategory).slice(0, 2) };
}
