import type { VNode } from 'preact';
import { complaintCategories } from '#domain/codes/complaint-categories';
import { opinionTypes } from '#domain/codes/opinion-types';
import { sources } from '#domain/codes/sources';
import { texts } from '#text/pages';
import { ErrorSummary } from '#ui/error-summary';
import { type FieldModel, Fields, type FieldsProps, type Option, optionsOf } from '#ui/field';

/** Who the public can say that they are; the rest of the list is for staff and registrars. */
const senders: readonly string[] = ['serviceUserOrGuardian', 'relative', 'resident', 'officialOrAuthority', 'otherOrUnknown'];

/** Fields of the public form, in the order they are asked. Names are those of POST /api/cases. */
export function publicFields(units: readonly Option[]): readonly FieldModel[] {
  const { answers } = texts.report;
  return [
    { name: 'opinionType', label: 'Vad vill du lämna?', as: 'choice', options: optionsOf(opinionTypes), required: true },
    {
      name: 'what',
      label: 'Vad hände?',
      hint: 'Skriv med egna ord. Skriv gärna när det hände och vad du vill ska bli annorlunda.',
      as: 'words',
      options: [],
      required: true,
    },
    { name: 'unit', label: 'Var?', hint: 'Vet du inte kan du låta det vara tomt.', as: 'choice', options: units, required: false },
    {
      name: 'source',
      label: 'Vem är du?',
      as: 'choice',
      options: optionsOf(sources).filter(({ value }) => senders.includes(value)),
      required: false,
    },
    {
      name: 'categories',
      label: 'Vad gäller det?',
      hint: 'Du kan välja flera, eller låta oss göra det.',
      as: 'choices',
      options: optionsOf(complaintCategories).filter(({ value }) => value !== 'other'),
      required: false,
    },
    {
      name: 'answerBy',
      label: 'Hur vill du ha svar?',
      as: 'choice',
      options: Object.entries(answers).map(([value, label]) => ({ value, label })),
      required: true,
    },
    {
      name: 'answerTo',
      label: 'E-postadress, telefonnummer eller postadress',
      hint: 'Behövs bara om du valde e-post, telefon eller brev.',
      as: 'short',
      options: [],
      required: false,
    },
  ];
}

export interface PublicReportProps extends FieldsProps {
  /** Makes a double click the same report. */
  readonly key: string;
}

/** The public's form: one page, no log-in, no script. */
export function PublicReport({ fields, body, faults, key }: PublicReportProps): VNode {
  return (
    <>
      <ErrorSummary title={faults.length === 0 ? '' : 'Det här behöver du rätta'} faults={faults} />
      <h1>{texts.report.title}</h1>
      <p class="lead">{texts.report.lead}</p>
      <p class="danger">{texts.start.danger}</p>
      <form method="post" action="/lamna-synpunkt" novalidate>
        <input type="hidden" name="_key" value={key} />
        <Fields fields={fields} body={body} faults={faults} />
        <p>{texts.report.help}</p>
        <button>{texts.report.submit}</button>
      </form>
    </>
  );
}

/** What the public gets to keep. The code is shown in groups of four, here and nowhere else. */
export function Receipt({ number, code }: { readonly number: string; readonly code: string }): VNode {
  return (
    <>
      <h1>{texts.receipt.title}</h1>
      <dl class="receipt">
        <dt>Ärendets nummer</dt>
        <dd>{number}</dd>
        <dt>Din kod</dt>
        <dd class="code">{code.match(/.{4}/g)?.join(' ')}</dd>
      </dl>
      <p>{texts.receipt.code}</p>
      <h2>Vad händer nu?</h2>
      <p>{texts.receipt.next}</p>
      <p>{texts.report.help}</p>
      <p>
        <a href="/folj">Följ ditt ärende</a>
      </p>
    </>
  );
}
