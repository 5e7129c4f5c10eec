import { h, type VNode } from 'preact';
import { labelOf } from '#domain/codes/code';
import { reportStatuses } from '#domain/codes/report-documents';
import { codedHeading } from '#domain/records/heading';
import { type ReportDocument, reportDocumentType } from '#domain/reportdocument/index';
import { figureCode } from '#domain/reportdocument/markup';
import { STANDING_NOTE } from '#read-model/reports/masking';
import { reportDocumentTexts as said } from '#text/report-document';
import { FigureTable } from '#ui/figure-table';
import { Saved } from '#ui/told-line';
import { figuresOf } from '../figures/figures.js';
import type { DocumentSection, ReadDocument } from './document-model.js';
import { contradictionsIn, remarkText } from './remarks.js';
import { WrittenText } from './written-text.js';

export interface DocumentPageProps extends ReadDocument {
  readonly title: string;
  readonly unitName: string;
  /** Where the record is, and where its text is. */
  readonly record: string;
  readonly at: string;
  readonly mayFreeze: boolean;
  /** Why it was sent back; null where it is not. */
  readonly reasons: string | null;
  readonly saved: string | null;
}

export const titleOf = (state: ReportDocument): string => codedHeading(reportDocumentType, reportDocumentType.facts(state).values) ?? state.number;

export const anchorOf = (code: string): string => `a-${code.replaceAll('.', '-')}`;

const markOf = ({ heading, standing }: DocumentSection) => said.marks[standing === 'missing' && heading.law !== undefined ? 'lawMissing' : standing];

/** The whole report: its headings with how each stands, the text with its figures and tables, and what has to be thought of. */
export function DocumentPage(props: DocumentPageProps): VNode {
  const { title, unitName, state, record, figures, sections, saved } = props;
  const asked = sections.filter(({ heading }) => heading.kind === 'text');
  const done = asked.filter(({ standing }) => standing !== 'missing').length;
  // What holds for every table of cases alike is said once, before them.
  const isMasked = sections.some(({ tables }) => tables.some(({ notes }) => notes.includes(STANDING_NOTE)));
  return (
    <div class="report-document">
      <p class="way-back screen-only">
        <a href={record}>{said.back(state.number)}</a>
      </p>
      <h1>{title}</h1>
      <p class="stamp">
        {[unitName, labelOf(reportStatuses, state.status), figures.position === null ? said.noFigures : said.asOf(figures.position)].join(' · ')}
      </p>
      {isMasked ? <p class="hint">{STANDING_NOTE}</p> : null}
      <Saved text={saved} />
      <Frozen {...props} />
      <div class="report-desk">
        <nav class="report-outline screen-only" aria-label={said.outline}>
          <ul>
            {sections.map((section) => (
              <li key={section.heading.code}>
                <a href={`#${anchorOf(section.heading.code)}`}>
                  <span aria-hidden="true" class={`mark ${section.standing}`}>
                    {markOf(section).sign}
                  </span>
                  <span>
                    {`${section.heading.code} ${section.heading.label}`}
                    {markOf(section).word === '' ? null : <span class="out-of-sight">{`, ${markOf(section).word}`}</span>}
                  </span>
                </a>
              </li>
            ))}
          </ul>
          <p class="hint">{said.done(done, asked.length)}</p>
        </nav>
        <article class="report-sheet" aria-label={title}>
          {sections.map((section) => (
            <Section key={section.heading.code} section={section} {...props} />
          ))}
        </article>
        <Notes {...props} />
      </div>
    </div>
  );
}

/** Where it is frozen: by what, the file, and what has changed since; before that the way there, for one who may. */
function Frozen({ state: { frozen }, record, mayFreeze, changes }: DocumentPageProps): VNode | null {
  if (frozen === null)
    return mayFreeze ? (
      <p class="screen-only">
        <a class="button second" href={`${record}/frys`}>
          {said.freeze}
        </a>
      </p>
    ) : null;
  const shown = (value: number | null): string => (value === null ? said.notReported : String(value));
  return (
    <section class="report-note" aria-label={said.freeze}>
      <p class="typed">{said.frozenAt(frozen.position, frozen.sha256)}</p>
      <p class="screen-only">
        <a href={`${record}/bilaga/${frozen.document}`}>{said.file}</a> <a href={`${record}/gor-om`}>{said.again}</a>
      </p>
      {changes.length === 0 ? null : (
        <>
          <h2>{said.changes}</h2>
          <ul>
            {changes.map(({ title, label, was, is }) => (
              <li key={`${title}${label}`}>{said.changed(title, label, shown(was), shown(is))}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Section({ section, at, mayWrite, figures, state, unitName }: DocumentPageProps & { readonly section: DocumentSection }): VNode {
  const { heading, standing, text, tables, quoted } = section;
  const level = heading.code.split('.').length + 1;
  const isWritten = heading.kind === 'text' || heading.kind === 'prefilled';
  return (
    <section id={anchorOf(heading.code)} aria-labelledby={`${anchorOf(heading.code)}-t`}>
      <div class="heading">
        {h(`h${level}`, { id: `${anchorOf(heading.code)}-t` }, `${heading.code} ${heading.label}`)}
        {mayWrite && isWritten ? (
          <a class="screen-only" href={`${at}/${heading.code}`}>
            {standing === 'missing' ? said.write : said.change}
            <span class="out-of-sight">{` ${heading.code} ${heading.label}`}</span>
          </a>
        ) : null}
      </div>
      {standing === 'nothing' ? <p>{said.nothingToTell}</p> : null}
      {standing === 'missing' ? (
        <p class="to-write screen-only">
          {said.notWritten} {heading.law === undefined ? '' : said.demandedBy(heading.law)}
        </p>
      ) : null}
      {text === null ? null : <WrittenText text={text} level={level + 1} shown={figures.shown} />}
      {quoted.map((one) => (
        <blockquote key={one.href}>
          <WrittenText text={one.text} level={level + 1} shown={one.shown} />
          <p class="source">
            <a href={one.href}>{said.from(one.unit, one.number)}</a>
          </p>
        </blockquote>
      ))}
      {tables.map((table) => (
        <FigureTable
          key={table.id}
          {...figuresOf({ ...table, notes: table.notes.filter((note) => note !== STANDING_NOTE) }, false)}
          id={`${table.id}-${anchorOf(heading.code)}`}
          // A table always says whose it is and of which year (INC-02).
          title={`${table.title}: ${unitName}, ${state.year}`}
        />
      ))}
    </section>
  );
}

function Notes({ sections, reasons, writers, below, at, mayWrite }: DocumentPageProps): VNode | null {
  const missing = sections.filter(({ standing }) => standing === 'missing');
  const byLaw = missing.filter(({ heading }) => heading.law !== undefined);
  const others = missing.filter(({ heading }) => heading.law === undefined);
  const hrefOf = (code: string): string => (mayWrite ? `${at}/${code}` : `#${anchorOf(code)}`);
  const waits = <p class="hint">{said.waits(writers.length === 0 ? said.nobody : writers.join(', '))}</p>;
  const lines = (some: readonly DocumentSection[]) => (
    <ul>
      {some.map(({ heading }) => (
        <li key={heading.code}>
          <a href={hrefOf(heading.code)}>{`${heading.code} ${heading.label}`}</a>
        </li>
      ))}
    </ul>
  );
  const contradictions = contradictionsIn(sections);
  const same = sections.flatMap(({ heading, remarks }) => remarks.filter(({ kind }) => kind === 'same').map((remark) => ({ heading, remark })));
  return (
    <aside class="report-notes screen-only" aria-label={said.notes}>
      {reasons === null ? null : (
        <section class="report-note mine">
          <h2>{said.sentBack}</h2>
          <p class="typed">{reasons}</p>
        </section>
      )}
      {contradictions.length === 0 ? null : (
        <section class="report-note bad">
          <h2>{said.numbersOther}</h2>
          <ul>
            {contradictions.map(({ heading, remark }) => (
              <li key={remarkText(heading.code, remark)}>
                <a href={hrefOf(heading.code)}>{remarkText(heading.code, remark)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {byLaw.length === 0 ? null : (
        <section class="report-note mine">
          <h2>{said.missing}</h2>
          <p>{said.missingLead}</p>
          {lines(byLaw)}
          {waits}
        </section>
      )}
      {others.length === 0 ? null : (
        <section class="report-note">
          <h2>{said.missingOther}</h2>
          {lines(others)}
        </section>
      )}
      {below === null ? null : (
        <section class="report-note">
          <p>{said.notIn(below.takenIn, below.of)}</p>
        </section>
      )}
      {same.length === 0 ? null : (
        <section class="report-note">
          <h2>{said.numbersSame}</h2>
          <ul>
            {same.map(({ heading, remark }) => (
              <li key={`${heading.code}${remark.title}`}>
                {remarkText(heading.code, remark)} {said.useFigure(figureCode(remark.code))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
