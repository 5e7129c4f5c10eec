import type { VNode } from 'preact';
import { changeNames, organisationTexts as texts } from '#text/organisation';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { type FieldModel, Fields } from '#ui/field';
import { Carried, Form } from '#ui/form';
import type { FormBody } from '../frame/request.js';
import type { What } from './change-fields.js';

export interface ChangePageProps {
  readonly what: What;
  readonly fields: readonly FieldModel[];
  readonly body: FormBody;
  readonly faults: readonly Fault[];
  readonly key: string;
}

/** One change asked for: its fields and why. What it means is shown before anything is done. */
export function ChangePage({ what, fields, body, faults, key }: ChangePageProps): VNode {
  return (
    <>
      <p class="way-back">
        <a href="/organisation">{texts.back}</a>
      </p>
      {faults.length === 0 ? null : <ErrorSummary title={texts.missing} faults={faults} />}
      <h1>{changeNames[what]}</h1>
      <Form action={`/organisation/andra/${what}`}>
        <input type="hidden" name="_key" value={key} />
        <Fields fields={fields} body={body} faults={faults} />
        <button name="_do" value="preview">
          {texts.change.preview}
        </button>
      </Form>
    </>
  );
}

export interface PreviewProps {
  readonly what: What;
  readonly sentence: string;
  readonly means: readonly string[];
  /** Of a deadline: the running duties that get another day. */
  readonly moves: VNode | null;
  readonly reason: string;
  readonly byTwo: boolean;
  readonly body: Readonly<Record<string, string>>;
}

/** What the change means; all that was typed goes with it, and can be gone back to. */
export function PreviewPage({ what, sentence, means, moves, reason, byTwo, body }: PreviewProps): VNode {
  return (
    <>
      <h1>{texts.change.before}</h1>
      <p class="lead">{sentence}</p>
      <ul>
        {means.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {moves}
      <p>{`${texts.why.label} ${reason}`}</p>
      <Form action={`/organisation/andra/${what}`} class="actions">
        <Carried values={Object.entries(body)} />
        <button name="_do" value="send">
          {byTwo ? texts.change.propose : texts.change.send}
        </button>
        <button class="quiet" name="_do" value="edit">
          {texts.change.edit}
        </button>
      </Form>
    </>
  );
}
