import type { ComponentChildren, VNode } from 'preact';
import { inSentence } from '#domain/codes/in-sentence';
import { qualityTexts as texts } from '#text/quality-report';
import { FigureTable, type FigureTableProps } from '#ui/figure-table';
import { Form } from '#ui/form';
import { Day, Select } from './report-form.js';

interface Most {
  readonly label: string;
  readonly value: number;
  readonly href: string;
}

/** The report's figures of a division, or of the whole board. Null is not reported. */
export interface QualitySection {
  readonly code: string;
  readonly name: string;
  readonly bySource: FigureTableProps;
  readonly byCategory: FigureTableProps;
  readonly byKind: FigureTableProps;
  readonly byOutcome: FigureTableProps;
  readonly cases: number | null;
  readonly marks: number | null;
  readonly lexSarah: number | null;
  /** From whom most came, several where as many came from each, and what they were most often about. */
  readonly most: { readonly sources: readonly [Most, ...Most[]]; readonly categories: readonly Most[] } | null;
  /** Whether praise is counted in, so that what is counted is no longer complaints alone. */
  readonly withPraise: boolean;
  /** The note on praise beside the complaints; null where there is none. */
  readonly praise: string | null;
  /** Where a text states another number than the table counts. */
  readonly stated: readonly string[];
}

export interface QualityReportProps {
  readonly year: number;
  readonly asOf: string;
  readonly praise: boolean;
  /** Null where no organisation is known of the year. */
  readonly whole: QualitySection | null;
  readonly divisions: readonly QualitySection[];
  readonly stamp: string | null;
  readonly isEmpty: boolean;
}

/** A year's section on complaints and lex Sarah, with the headings of document 002, on one printable page. */
export function QualityReport({ year, asOf, praise, whole, divisions, stamp, isEmpty }: QualityReportProps): VNode {
  const { headings, paragraphs } = texts;
  return (
    <article class="quality-report">
      <p class="way-back screen-only">
        <a href="/statistik">Statistik</a>
      </p>
      <h1>{texts.title(year)}</h1>
      <p class="lead screen-only">{texts.lead}</p>
      <Choose year={year} asOf={asOf} praise={praise} />
      <p class="stamp">{`${asOf === '' ? 'Som det är känt nu.' : `Som det var känt ${asOf}.`} ${stamp ?? ''}`}</p>
      {whole === null ? <p class="note">{texts.noUnits(year)}</p> : null}
      {isEmpty && whole !== null ? <p class="note">{texts.nothing(year)}</p> : null}
      {whole === null ? null : (
        <>
          <h2>{headings.deviations}</h2>
          <p>{paragraphs.deviations}</p>
          <h3>{headings.complaints}</h3>
          {divisions.map((section) => (
            <Told key={section.code} section={section} ask={texts.writeHere.complaints}>
              <Complaints {...section} />
            </Told>
          ))}
          <h3>{headings.lexSarah}</h3>
          {divisions.map((section) => (
            <Told key={section.code} section={section} ask={texts.writeHere.lexSarah} stated={section.stated}>
              <LexSarah {...section} />
            </Told>
          ))}
          <h3>{headings.other}</h3>
          <p>{paragraphs.other}</p>
          <h3>{headings.tables}</h3>
          <p>{paragraphs.tables}</p>
          {divisions.map((section) => (
            <section key={section.code} class="new-page">
              <h4>{section.name}</h4>
              {section.lexSarah === 0 ? <p>{paragraphs.noLexSarah}</p> : null}
              <Pair {...section} />
            </section>
          ))}
          <section class="new-page">
            <h4>{headings.tablesOfLexSarah}</h4>
            {divisions.map((section) => (
              <KindAndOutcome key={section.code} {...section} />
            ))}
          </section>
          <section class="new-page">
            <h4>{`${headings.whole}: ${whole.name}`}</h4>
            <p>{paragraphs.whole}</p>
            <Pair {...whole} />
            <KindAndOutcome {...whole} />
            <Fill who={texts.fill.whole} ask={texts.writeHere.whole} />
          </section>
        </>
      )}
    </article>
  );
}

function Choose({ year, asOf, praise }: Pick<QualityReportProps, 'year' | 'asOf' | 'praise'>): VNode {
  return (
    <Form method="get" action={`/kvalitetsberattelse/${year}`} class="ask screen-only">
      <Day name="asOf" label={texts.asOf} value={asOf} hint={texts.asOfHint} />
      <Select
        name="berom"
        label={texts.praise}
        options={[
          { value: '', label: texts.praiseIn },
          { value: 'apart', label: texts.praiseApart },
        ]}
        value={praise ? '' : 'apart'}
      />
      <button>{texts.show}</button>
      <p class="hint">{texts.print}</p>
    </Form>
  );
}

interface ToldProps {
  readonly section: QualitySection;
  readonly ask: string;
  readonly stated?: readonly string[];
  readonly children: ComponentChildren;
}

/** A summary of a division's figures, and a field for what they do not show. */
function Told({ section, ask, stated = [], children }: ToldProps): VNode {
  return (
    <div class="told">
      <p>
        <strong>{`${section.name}. `}</strong>
        {children}
      </p>
      {stated.length === 0 ? null : (
        <div class="two-measures">
          <p>{texts.textAndTable}</p>
          <ul>
            {stated.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      )}
      <Fill who={texts.fill.division(section.name)} ask={ask} />
    </div>
  );
}

/** Empty, with its author named: no text is made up. */
function Fill({ who, ask }: { readonly who: string; readonly ask: string }): VNode {
  return (
    <div class="to-fill">
      <p>
        <strong>{who}.</strong> {ask}
      </p>
    </div>
  );
}

const link = ({ value, href }: Most, of: number | null): VNode => <a href={href}>{of === null ? value : `${value} av ${of}`}</a>;

function Complaints({ bySource, cases, marks, most, praise, withPraise }: QualitySection): ComponentChildren {
  if (cases === null || marks === null) return 'Inget är rapporterat.';
  if (most === null) return texts.noComplaints(withPraise);
  const { sources, categories } = most;
  const { value } = sources[0];
  const share = `${Math.round((100 * value) / cases)} procent`;
  return (
    <>
      <a href={bySource.hrefOf(null, 'count')}>{cases}</a>
      {` ${texts.complaints(cases, withPraise)}. ${texts.most(value, cases)} kom från `}
      {sources.map((source, n) => (
        <>
          {`${n === 0 ? '' : n === sources.length - 1 ? ' och ' : ', '}${inSentence(source.label)} (`}
          {link(source, n === 0 ? cases : null)}
          {n === 0 ? `, ${share})` : ')'}
        </>
      ))}
      {cases === 1 ? '. Det gällde ' : '. Oftast gällde de '}
      {categories.map((category, n) => (
        <>
          {`${n === 0 ? '' : ' och '}${inSentence(category.label)} (`}
          {link(category, n === 0 ? marks : null)}
          {n === 0 ? (marks === 1 ? ' markering)' : ' markeringar)') : ')'}
        </>
      ))}
      {'. '}
      {praise}
    </>
  );
}

function LexSarah({ byKind, byOutcome, lexSarah }: QualitySection): ComponentChildren {
  if (lexSarah === null) return 'Inget är rapporterat.';
  if (lexSarah === 0) return texts.paragraphs.noLexSarah;
  const parts = (table: FigureTableProps) => table.rows.filter(({ values }) => (values['count'] ?? 0) > 0);
  return (
    <>
      <a href={byKind.hrefOf(null, 'count')}>{lexSarah}</a>
      {lexSarah === 1 ? ' rapport: ' : ' rapporter: '}
      <Listed table={byKind} rows={parts(byKind)} />
      {parts(byOutcome).length === 0 ? '. Bedömningen är inte uppgiven.' : '. Bedömning: '}
      <Listed table={byOutcome} rows={parts(byOutcome)} />
      {parts(byOutcome).length === 0 ? null : '. '}
    </>
  );
}

function Listed({ table, rows }: { readonly table: FigureTableProps; readonly rows: FigureTableProps['rows'] }): VNode {
  return (
    <>
      {rows.map(({ code, label, values }, n) => (
        <>
          {`${n === 0 ? '' : ', '}${inSentence(label)} `}
          <a href={table.hrefOf(code, 'count')}>{values['count']}</a>
        </>
      ))}
    </>
  );
}

function Pair({ bySource, byCategory, cases, marks, withPraise }: QualitySection): VNode {
  return (
    <>
      <div class="pair">
        <FigureTable {...bySource} />
        <FigureTable {...byCategory} />
      </div>
      {cases === null || marks === null || cases === 0 ? null : <p class="two-measures">{texts.twoMeasures(cases, marks, withPraise)}</p>}
    </>
  );
}

function KindAndOutcome({ byKind, byOutcome }: QualitySection): VNode {
  return (
    <div class="pair">
      <FigureTable {...byKind} />
      <FigureTable {...byOutcome} notes={[...byOutcome.notes, texts.outcomeAdded]} />
    </div>
  );
}
