import type { VNode } from 'preact';
import { channels } from '#domain/codes/channels';
import { complaintCategories } from '#domain/codes/complaint-categories';
import { opinionTypes } from '#domain/codes/opinion-types';
import { sources } from '#domain/codes/sources';
import { texts } from '#text/pages';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { Field, type FieldModel, type Option } from '#ui/field';
import type { FormBody } from '../request.js';

const options = (list: readonly { readonly code: string; readonly label: string }[], without: readonly string[] = []): readonly Option[] =>
  list.filter(({ code }) => !without.includes(code)).map(({ code, label }) => ({ value: code, label }));

/** Fields of the staff's report. The one who reports and the one it comes from are two. */
export function staffFields(units: readonly Option[], entries: readonly Option[], ownSources: readonly Option[]): readonly FieldModel[] {
  return [
    { name: 'unit', label: 'Var hände det?', hint: 'Stämmer platsen? Den styr vilka som ser ärendet.', as: 'choice', options: units, required: true },
    { name: 'what', label: 'Vad hände, eller vad sades?', hint: 'Med personens egna ord om någon klagade hos dig.', as: 'words', options: [], required: true },
    { name: 'opinionType', label: 'Vad är det?', as: 'choice', options: options(opinionTypes), required: true },
    {
      name: 'source',
      label: 'Från vem kommer det?',
      hint: 'Inte du, om du skriver åt någon annan.',
      as: 'choice',
      options: options(sources, ownSources.length === 0 ? ['local'] : []),
      required: true,
    },
    ...(ownSources.length === 0
      ? []
      : [{ name: 'sourceName', label: 'Om det är en av avdelningens egna källor: vilken?', as: 'choice' as const, options: ownSources, required: false }]),
    { name: 'channel', label: 'Hur kom det in?', as: 'choice', options: options(channels), required: false },
    { name: 'occurredAt', label: 'Vilken dag hände det?', as: 'day', options: [], required: false },
    {
      name: 'categories',
      label: 'Vad gäller det?',
      as: 'choices',
      options: options(complaintCategories, entries.length === 0 ? ['other'] : []),
      required: false,
    },
    ...(entries.length === 0 ? [] : [{ name: 'categoryOther', label: 'Om du valde Annat: vad?', as: 'choice' as const, options: entries, required: false }]),
    { name: 'immediateActions', label: 'Vad gjorde du direkt?', as: 'words', options: [], required: false },
    {
      name: 'handledAtOnce',
      label: 'Är det löst, och har personen fått veta det?',
      hint: 'Ja: ärendet registreras, räknas och avslutas på en gång.',
      as: 'yesNo',
      options: [],
      required: false,
    },
  ];
}

export interface StaffReportProps {
  readonly fields: readonly FieldModel[];
  readonly body: FormBody;
  readonly faults: readonly Fault[];
  readonly key: string;
}

export function StaffReport({ fields, body, faults, key }: StaffReportProps): VNode {
  return (
    <>
      <ErrorSummary title={faults.length === 0 ? '' : 'Det här behöver du rätta'} faults={faults} />
      <h1>{texts.staff.title}</h1>
      <p class="lead">{texts.staff.lead}</p>
      <details class="help">
        <summary>{texts.staff.helpTitle}</summary>
        <ol>
          {texts.staff.help.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </details>
      <form method="post" action="/rapportera" novalidate>
        <input type="hidden" name="_key" value={key} />
        {fields.map((field) => (
          <Field key={field.name} field={field} value={body[field.name]} error={faults.find((fault) => fault.field === field.name)?.text} />
        ))}
        <button>Skicka rapporten</button>
      </form>
    </>
  );
}
