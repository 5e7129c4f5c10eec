import type { VNode } from 'preact';
import { commandTexts } from '#text/commands';
import { titleTexts as said } from '#text/title';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { type FieldModel, Fields } from '#ui/field';
import { Form } from '#ui/form';
import { SecrecyMark } from '#ui/secrecy-mark';
import type { FormBody } from '../frame/request.js';

export interface TitleProps {
  readonly of: { readonly id: string; readonly number: string; readonly version: number; readonly diary: { readonly secrecy: boolean } };
  /** What the case is called without a title. */
  readonly codes: string;
  readonly fields: readonly FieldModel[];
  readonly mayRemove: boolean;
  readonly key: string;
  /** The title that stands, or what was sent. */
  readonly body: FormBody;
  readonly faults: readonly Fault[];
  /** What was wrong with it; empty where nothing was. */
  readonly heading: string;
}

/** One field: what the case is called. */
export function Title({ of, codes, fields, mayRemove, key, body, faults, heading }: TitleProps): VNode {
  return (
    <>
      {heading === '' ? null : <ErrorSummary title={heading} faults={faults} />}
      <p>
        <a href={`/arende/${of.id}`}>{`Tillbaka till ${of.number}`}</a>
      </p>
      <h1>{`${commandTexts.TitleCase?.title}: ${of.number}`}</h1>
      <SecrecyMark on={of.diary.secrecy} />
      <p class="lead">{said.lead}</p>
      <p class="hint">{said.codes(codes)}</p>
      <Form action={`/arende/${of.id}/rubrik`}>
        <input type="hidden" name="_key" value={key} />
        <input type="hidden" name="_version" value={String(of.version)} />
        <Fields fields={fields} body={body} faults={faults} />
        <div class="buttons">
          <button>{commandTexts.TitleCase?.button}</button>
          {mayRemove ? (
            <button class="second" name="_do" value="remove" formnovalidate>
              {said.remove}
            </button>
          ) : null}
        </div>
      </Form>
    </>
  );
}
