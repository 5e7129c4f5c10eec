import type { VNode } from 'preact';
import { channels } from '#domain/codes/channels';
import { complaintCategories } from '#domain/codes/complaint-categories';
import { opinionTypes } from '#domain/codes/opinion-types';
import { sources } from '#domain/codes/sources';
import { texts } from '#text/pages';
import { ErrorSummary } from '#ui/error-summary';
import { type FieldModel, Fields, type FieldsProps, type Option, optionsOf } from '#ui/field';

/** Fields of the staff's report. The one who reports and the one it comes from are two. */
export function staffFields(units: readonly Option[], entries: readonly Option[], ownSources: readonly Option[]): readonly FieldModel[] {
  return [
    { name: 'unit', label: 'Var hände det?', hint: 'Stämmer platsen? Den styr vilka som ser ärendet.', as: 'choice', options: units, required: true },
    { name: 'what', label: 'Vad hände, eller vad sades?', hint: 'Med personens egna ord om någon klagade hos dig.', as: 'words', options: [], required: true },
    { name: 'opinionType', label: 'Vad är det?', as: 'choice', options: optionsOf(opinionTypes), required: true },
    {
      name: 'source',
      label: 'Från vem kommer det?',
      hint: 'Inte du, om du skriver åt någon annan.',
      as: 'choice',
      options: optionsOf(sources).filter(({ value }) => value !== 'local' || ownSources.length > 0),
      required: true,
    },
    ...(ownSources.length === 0
      ? []
      : [{ name: 'sourceName', label: 'Om det är en av avdelningens egna källor: vilken?', as: 'choice' as const, options: ownSources, required: false }]),
    { name: 'channel', label: 'Hur kom det in?', as: 'choice', options: optionsOf(channels), required: false },
    { name: 'occurredAt', label: 'Vilken dag hände det?', as: 'day', options: [], required: false },
    {
      name: 'categories',
      label: 'Vad gäller det?',
      as: 'choices',
      options: optionsOf(complaintCategories).filter(({ value }) => value !== 'other' || entries.length > 0),
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

export interface StaffReportProps extends FieldsProps {
  /** Makes a double click the same report. */
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
        <Fields fields={fields} body={body} faults={faults} />
        <button>Skicka rapporten</button>
      </form>
    </>
  );
}
