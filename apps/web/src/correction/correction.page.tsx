import type { VNode } from 'preact';
import { correctionTexts as said } from '#text/correction';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { type FieldModel, Fields } from '#ui/field';
import { Carried, Form } from '#ui/form';
import { HeadRow } from '#ui/head-row';
import { SecrecyMark } from '#ui/secrecy-mark';
import { type FormBody, listOf } from '../frame/request.js';

interface Of {
  readonly id: string;
  readonly number: string;
  readonly diary: { readonly secrecy: boolean };
  readonly version: number;
}

export interface CorrectionProps {
  readonly of: Of;
  readonly facts: readonly FieldModel[];
  readonly reasons: readonly FieldModel[];
  /** What is stated today, or what was sent. */
  readonly body: FormBody;
  readonly faults: readonly Fault[];
  /** What was wrong with it, where that is no field. */
  readonly title: string;
}

/** What is stated of a case, each fact in a field that may be changed, and why. */
export function Correction({ of, facts, reasons, body, faults, title }: CorrectionProps): VNode {
  return (
    <>
      {title === '' ? null : <ErrorSummary title={title} faults={faults} />}
      <p>
        <a href={`/arende/${of.id}`}>{`Tillbaka till ${of.number}`}</a>
      </p>
      <h1>{`${said.title}: ${of.number}`}</h1>
      <SecrecyMark on={of.diary.secrecy} />
      <p class="lead">{said.lead}</p>
      <Form action={`/arende/${of.id}/ratta`}>
        <input type="hidden" name="_version" value={String(of.version)} />
        <Fields fields={facts} body={body} faults={faults} />
        <Fields fields={reasons} body={body} faults={faults} />
        <button name="_do" value="preview">
          {said.preview}
        </button>
      </Form>
    </>
  );
}

export interface CorrectionPreviewProps {
  readonly of: Of;
  readonly body: FormBody;
  readonly key: string;
  readonly facts: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  readonly deadlines: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

/** What the correction changes, deadlines among it, before it is made. */
export function CorrectionPreview({ of, body, key, facts, deadlines }: CorrectionPreviewProps): VNode {
  const names = Object.keys(body).filter((name) => name !== '_do' && name !== '_key');
  const typed = names.flatMap((name) => listOf(body, name).map((value) => [name, value] as const));
  return (
    <>
      <h1>{`${said.previewTitle}: ${of.number}`}</h1>
      <SecrecyMark on={of.diary.secrecy} />
      <Changes caption={said.title} rows={facts} />
      {deadlines.length === 0 ? <p>{said.noDeadlines}</p> : <Changes caption={said.deadlines} rows={deadlines} />}
      <Form action={`/arende/${of.id}/ratta`}>
        <input type="hidden" name="_key" value={key} />
        <Carried values={typed} />
        <div class="buttons">
          <button name="_do" value="correct">
            {said.correct}
          </button>
          <button class="second" name="_do" value="change">
            {said.change}
          </button>
        </div>
      </Form>
    </>
  );
}

const Changes = ({ caption, rows }: { readonly caption: string; readonly rows: CorrectionPreviewProps['facts'] }): VNode => (
  <table class="cases">
    <caption>{caption}</caption>
    <HeadRow titles={[said.fact, said.before, said.after]} />
    <tbody>
      {rows.map(({ name, before, after }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td data-label={said.before}>{before}</td>
          <td data-label={said.after}>
            <strong>{after}</strong>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
