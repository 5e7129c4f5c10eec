import type { VNode } from 'preact';
import { municipalityTexts as said } from '#text/municipality';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { Fields } from '#ui/field';
import { FILES, FileInput } from '#ui/files-field';
import { Form } from '#ui/form';
import { type FormBody, textOf } from '../frame/request.js';
import { fields } from './municipality-form.js';

export interface MunicipalityPageProps {
  readonly body: FormBody;
  readonly faults: readonly Fault[];
  readonly message: string | null;
  readonly key: string;
  /** The address of the crest that is chosen; null for none. */
  readonly crest: string | null;
}

/** The municipality's name, contact, crest and colour, in one form. */
export function MunicipalityPage({ body, faults, message, key, crest }: MunicipalityPageProps): VNode {
  const [reason] = fields.slice(-1);
  return (
    <>
      <p class="way-back">
        <a href="/organisation">{said.back}</a>
      </p>
      {faults.length === 0 ? null : <ErrorSummary title={said.missing} faults={faults} />}
      <h1>{said.title}</h1>
      {message === null ? null : (
        <p class="note" role="status">
          {message}
        </p>
      )}
      <p class="lead">{said.lead}</p>
      <Form action="/organisation/kommunen" encType="multipart/form-data">
        <input type="hidden" name="_key" value={key} />
        <input type="hidden" name="crest" value={textOf(body, 'crest')} />
        <Fields fields={fields.slice(0, -1)} body={body} faults={faults} />
        <CrestField crest={crest} name={textOf(body, 'name')} error={faults.find(({ field }) => field === FILES)?.text} />
        <Fields fields={reason === undefined ? [] : [reason]} body={body} faults={faults} />
        <button>{said.save}</button>
      </Form>
    </>
  );
}

function CrestField({ crest, name, error }: Pick<MunicipalityPageProps, 'crest'> & { readonly name: string; readonly error: string | undefined }): VNode {
  return (
    <fieldset class={error === undefined ? 'field' : 'field faulty'}>
      <legend>{said.crest.legend}</legend>
      {crest === null ? <p>{said.crest.none}</p> : <img class="crest-shown" src={crest} alt={said.crest.alt(name)} />}
      <FileInput label={said.crest.file} hint={said.crest.hint} error={error} accept=".svg,.png,image/svg+xml,image/png" />
      {crest === null ? null : (
        <label class="option">
          <input class="ds-input" type="checkbox" name="removeCrest" value="ja" />
          {said.crest.remove}
        </label>
      )}
    </fieldset>
  );
}
