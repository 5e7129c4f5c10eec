import type { VNode } from 'preact';
import { capitalised } from '#domain/codes/in-sentence';
import type { UnitFilter } from '#read-model/reports/unit-figures';
import { attestationTexts } from '#text/attestation';
import { unitTexts as texts } from '#text/unit-page';
import { HeatTable, type HeatTableProps } from '#ui/chart/heat-table';
import { MonthColumns, type MonthColumnsProps } from '#ui/chart/month-columns';
import type { Option } from '#ui/field';
import { Form } from '#ui/form';
import { NotReported, NotReportedNote } from '#ui/not-reported';
import { Pages } from '#ui/pages';
import { Select } from '../figures/report-form.js';
import { CaseTable, type WorkRow } from '../work-list/work-list.page.js';
import { type UnitPart, UnitParts } from './unit-table.js';

export interface UnitPageProps {
  readonly name: string;
  /** "10:42:05" */
  readonly updated: string;
  readonly refreshHref: string;
  /** The same figures as a workbook. */
  readonly fileHref: string;
  readonly form: {
    readonly units: readonly Option[];
    readonly unit: string;
    readonly periods: readonly Option[];
    readonly period: string;
    readonly pressed: UnitFilter | null;
  };
  readonly attested: { readonly units: number; readonly of: number; readonly isKnown: boolean; readonly href: string } | null;
  /** The month that ended last, where it is the reader's to attest and not attested. */
  readonly toAttest: { readonly period: string; readonly href: string } | null;
  readonly figures: readonly UnitFigure[];
  readonly list: {
    readonly heading: string;
    readonly text: string;
    readonly total: number;
    readonly rows: readonly WorkRow[];
    readonly page: number;
    readonly pages: number;
    readonly hrefOf: (page: number) => string;
  };
  readonly months: MonthColumnsProps;
  readonly parts: readonly UnitPart[];
  readonly heat: (Pick<HeatTableProps, 'rows' | 'columns' | 'numberAt' | 'hrefOf' | 'isChosen' | 'isKnown'> & { readonly left: number }) | null;
  /** The poster of a unit; null for what is more than one. */
  readonly poster: string | null;
  readonly now: string;
}

interface UnitFigure {
  readonly which: UnitFilter;
  readonly title: string;
  /** Null is not reported. */
  readonly value: number | null;
  readonly note: string | null;
  readonly href: string;
  readonly pressed: boolean;
}

/** How it stands in a unit: each number is pressed to see just its cases. What is in #lista follows what others do. */
export function UnitPage(props: UnitPageProps): VNode {
  const { name, form, attested, toAttest, heat, parts, figures } = props;
  return (
    <>
      <h1>{name}</h1>
      <p>{`${texts.lead} ${texts.now}`}</p>
      <Form method="get" action="/min-enhet" class="ask">
        {form.units.length > 1 ? (
          <Select name="unit" label={texts.unit} options={form.units} value={form.unit} />
        ) : (
          <input type="hidden" name="unit" value={form.unit} />
        )}
        <Select name="period" label={texts.period} options={form.periods} value={form.period} />
        {form.pressed === null ? null : <input type="hidden" name="visa" value={form.pressed} />}
        <button>{texts.show}</button>
      </Form>
      <p class="changed" role="status" hidden>
        Något har ändrats. <a href={props.refreshHref}>{texts.refresh}</a>
      </p>
      <div id="lista">
        <p class="hint stamp">
          {`Uppdaterad ${props.updated}. `}
          <a href={props.refreshHref}>{texts.refresh}</a>
        </p>
        <KeyFigures figures={figures} />
        <NotReportedNote when={figures.some(({ value }) => value === null)} />
        {attested === null ? null : (
          <p class="hint">
            {`${texts.attestedBy(attested.units, attested.of)}${attested.isKnown ? '' : ` ${texts.notAttested}`} `}
            <a href={attested.href}>{attestationTexts.toPage}</a>
          </p>
        )}
        {toAttest === null ? null : (
          <p class="note">
            {`${capitalised(toAttest.period)} är slut och inte intygad. `}
            <a href={toAttest.href}>{attestationTexts.attestThis(toAttest.period)}</a>
          </p>
        )}
        <MonthColumns {...props.months} />
        {parts.length === 0 ? null : <UnitParts parts={parts} columns={figures} />}
        <Cases {...props} />
        <h2>{texts.causes}</h2>
        {heat === null ? (
          <p>{texts.noCauses}</p>
        ) : (
          <>
            <p class="hint">{texts.causesNote}</p>
            <HeatTable id="orsaker" title={texts.causesTitle} rowTitle={texts.about} {...heat} />
            {heat.left === 0 ? null : <p class="hint">{texts.moreCauses(heat.left)}</p>}
          </>
        )}
      </div>
      <p class="screen-only">
        <a href={props.fileHref.replace('.xlsx?', '.csv?')}>{texts.csv}</a> eller <a href={props.fileHref}>{texts.xlsx}</a>
      </p>
      <Papers poster={props.poster} />
    </>
  );
}

/** What hangs on the wall of a unit, and what lies in its desk. */
const Papers = ({ poster }: Pick<UnitPageProps, 'poster'>): VNode => (
  <p>
    {poster === null ? null : (
      <>
        <a href={poster}>{texts.poster}</a>
        {' · '}
      </>
    )}
    <a href="/rapportera/blankett">{texts.paperForm}</a>
  </p>
);

function KeyFigures({ figures }: Pick<UnitPageProps, 'figures'>): VNode {
  return (
    <nav aria-label="Nyckeltal">
      <ul class="key-figures">
        {figures.map((figure) => (
          <li key={figure.which}>
            <a href={figure.href} {...(figure.pressed ? { 'aria-current': 'true' as const } : {})}>
              <span class="number">{figure.value ?? <NotReported />}</span> <span class="title">{figure.title}</span>
              {figure.note === null ? null : <span class="then">{` ${figure.note}`}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Cases({ list, now }: Pick<UnitPageProps, 'list' | 'now'>): VNode {
  const { heading, text, total, rows, page, pages, hrefOf } = list;
  return (
    <section aria-labelledby="urval">
      <h2 id="urval">{`${heading}: ${total}`}</h2>
      <p class="hint">{text}</p>
      {rows.length === 0 ? <p>{texts.noCases}</p> : <CaseTable rows={rows} now={now} />}
      <Pages page={page} pages={pages} hrefOf={hrefOf} />
    </section>
  );
}
