import type { VNode } from 'preact';
import { reportDocumentTexts as said } from '#text/report-document';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Form } from '#ui/form';
import type { DocumentSection } from './document-model.js';
import { contradictionsIn, remarkText } from './remarks.js';

export const EXPLANATION = 'explanation';

export interface FreezePageProps {
  readonly title: string;
  readonly document: string;
  readonly at: string;
  readonly key: string;
  readonly explanation: string;
  readonly faults: readonly Fault[];
  readonly sections: readonly DocumentSection[];
}

/** What freezing means, and what stands in the way of it. */
export function FreezePage({ title, document, at, key, explanation, faults, sections }: FreezePageProps): VNode {
  const missing = sections.filter(({ heading, standing }) => standing === 'missing' && heading.law !== undefined);
  const others = contradictionsIn(sections);
  return (
    <>
      {faults.length === 0 ? null : <ErrorSummary title={said.freezeLacks} faults={faults} />}
      <p class="way-back">
        <a href={document}>{title}</a>
      </p>
      <h1>{said.freeze}</h1>
      <p class="lead">{said.freezeLead}</p>
      {missing.length === 0 ? null : (
        <section class="report-note mine">
          <h2>{said.missing}</h2>
          <ul>
            {missing.map(({ heading }) => (
              <li key={heading.code}>
                <a href={`${document}/${heading.code}`}>{`${heading.code} ${heading.label}`}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length === 0 ? null : (
        <section class="report-note bad">
          <h2>{said.numbersOtherTitle}</h2>
          <ul>
            {others.map(({ heading, remark }) => (
              <li key={remarkText(heading.code, remark)}>
                <a href={`${document}/${heading.code}`}>{remarkText(heading.code, remark)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Form action={at} class="one-form">
        <input type="hidden" name="_key" value={key} />
        {others.length === 0 ? null : (
          <Field
            field={{ name: EXPLANATION, label: said.explanation, as: 'words', options: [], required: true }}
            value={explanation}
            error={faults.find(({ field }) => field === EXPLANATION)?.text}
          />
        )}
        <div class="buttons">
          <button>{said.freeze}</button>
        </div>
      </Form>
    </>
  );
}
