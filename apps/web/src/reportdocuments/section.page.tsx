import type { VNode } from 'preact';
import { isContradiction } from '#domain/reportdocument/claims';
import { figureCode } from '#domain/reportdocument/markup';
import type { Heading } from '#domain/reportdocument/outline-002';
import type { ReportTable } from '#read-model/reports/run';
import { reportDocumentTexts as said } from '#text/report-document';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { fieldId } from '#ui/field';
import { Form } from '#ui/form';
import { remarksIn, remarkText } from './remarks.js';
import { WrittenText } from './written-text.js';
import { knownTable, type YearFigures } from './year-figures.js';

export const FIELD = 'text';

export interface SectionPageProps {
  readonly heading: Heading;
  readonly title: string;
  /** The document, at this heading; and this page. */
  readonly document: string;
  readonly at: string;
  readonly text: string;
  /** Version of the section that was read. */
  readonly base: number;
  readonly key: string;
  readonly faults: readonly Fault[];
  readonly isPreview: boolean;
  /** What somebody else has saved meanwhile; null where nobody has. */
  readonly theirs: string | null;
  readonly earlier: { readonly year: number; readonly text: string } | null;
  readonly tables: readonly ReportTable[];
  readonly figures: YearFigures;
}

/** One heading is written: its text, how it will look, and the year's figures to put in it. Works without script. */
export function SectionPage(props: SectionPageProps): VNode {
  const { heading, title, document, at, text, base, key, faults, isPreview, theirs, earlier, tables, figures } = props;
  const known = tables.map(knownTable);
  const remarks = remarksIn(text, tables, figures);
  const id = fieldId(FIELD);
  const isFaulty = faults.length > 0;
  return (
    <>
      {isFaulty ? <ErrorSummary title={said.lackTitle} faults={faults} /> : null}
      <p class="way-back">
        <a href={document}>{title}</a>
      </p>
      <h1>{`${heading.code} ${heading.label}`}</h1>
      {heading.law === undefined ? null : <p class="hint">{said.demandedBy(heading.law)}</p>}
      <div class="columns">
        <div>
          {theirs === null ? null : (
            <section class="report-note bad">
              <h2>{said.theirs}</h2>
              <p>{said.conflictHint}</p>
              <p class="typed">{theirs}</p>
            </section>
          )}
          {isPreview && text !== '' ? (
            <section class="report-sheet" aria-labelledby="blir">
              <h2 id="blir">{said.previewTitle}</h2>
              <WrittenText text={text} level={3} shown={figures.shown} />
            </section>
          ) : null}
          {remarks.map((remark) => (
            <p key={remarkText(heading.code, remark)} class={isContradiction(remark) ? 'warned' : 'note'}>
              {remarkText(heading.code, remark)}{' '}
              {remark.kind === 'claim' ? <a href={figures.shown(remark.code).href ?? document}>{said.showCounted}</a> : said.useFigure(figureCode(remark.code))}
            </p>
          ))}
          <Form action={at}>
            <input type="hidden" name="_key" value={key} />
            <input type="hidden" name="_base" value={String(base)} />
            <div class={isFaulty ? 'field faulty' : 'field'}>
              <label for={id}>{said.textLabel}</label>
              <span class="hint" id={`${id}-hint`}>
                {said.textHint}
              </span>
              <textarea
                class="ds-input section-text"
                id={id}
                name={FIELD}
                rows={14}
                aria-describedby={`${id}-hint`}
                {...(isFaulty ? { 'aria-invalid': true } : {})}
              >
                {text}
              </textarea>
            </div>
            <div class="buttons">
              <button name="_do" value="save">
                {said.save}
              </button>
              <button class="second" name="_do" value="preview">
                {said.preview}
              </button>
              <button class="second" name="_do" value="nothing">
                {said.leaveEmpty}
              </button>
            </div>
          </Form>
        </div>
        <aside>
          {known.length === 0 ? null : (
            <details open>
              <summary>{said.insert}</summary>
              <p class="hint">{said.insertHint}</p>
              {known.map(({ report, title: of, figures: rows }) => (
                <table key={report} class="figure-codes">
                  <caption>{of}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{said.figure}</th>
                      <th scope="col">{said.value}</th>
                      <th scope="col">{said.code}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {[{ code: { report, row: null, column: null }, label: said.total(of) }, ...rows].map(({ code, label }) => (
                      <tr key={figureCode(code)}>
                        <th scope="row">{label}</th>
                        <td>{figures.shown(code).text}</td>
                        <td>
                          <code>{figureCode(code)}</code>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              ))}
            </details>
          )}
          {earlier === null ? null : (
            <section>
              <h2>{said.earlier(earlier.year)}</h2>
              <div class="report-earlier">
                <WrittenText text={earlier.text} level={3} shown={figures.shown} />
              </div>
            </section>
          )}
        </aside>
      </div>
    </>
  );
}
