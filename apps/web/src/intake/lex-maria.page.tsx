import type { VNode } from 'preact';
import { lexMariaReportTexts as said } from '#text/lex-maria-report';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { type FieldModel, Fields } from '#ui/field';
import { FILES } from '#ui/files-field';
import { Form } from '#ui/form';
import { FilesField } from '../attachments/files-field.js';
import type { FormBody } from '../frame/request.js';

export interface LexMariaProps {
  readonly fields: readonly FieldModel[];
  readonly body: FormBody;
  readonly faults: readonly Fault[];
  /** Makes a double click the same two cases. */
  readonly key: string;
}

/** One form for a deviation under HSL and the lex Maria that comes of it. */
export const LexMaria = ({ fields, body, faults, key }: LexMariaProps): VNode => (
  <div class="one-thing">
    <ErrorSummary title={faults.length === 0 ? '' : 'Det här behöver du rätta'} faults={faults} />
    <p>
      <a href="/rapportera">Tillbaka till valet</a>
    </p>
    <h1>{said.title}</h1>
    <p class="lead">{said.lead}</p>
    <Form action="/rapportera/lex-maria" encType="multipart/form-data">
      <input type="hidden" name="_key" value={key} />
      <Fields fields={fields} body={body} faults={faults} />
      <FilesField label={said.files} error={faults.find(({ field }) => field === FILES)?.text} />
      <div class="onward">
        <button>{said.button}</button>
      </div>
    </Form>
  </div>
);
