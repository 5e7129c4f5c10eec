import type { VNode } from 'preact';
import { CommandForm } from '#ui/command-form';
import { ErrorSummary } from '#ui/error-summary';
import { Field, type FieldModel, type FieldProps, fieldId, type Option } from '#ui/field';
import { FilesField } from '#ui/files-field';
import { Form } from '#ui/form';
import { BigChoices } from '../forms/big-choices.js';

const HERE = '/stilguide';
const options = (count: number): readonly Option[] => Array.from({ length: count }, (_, n) => ({ value: `v${n}`, label: `Alternativ ${n + 1}` }));
const field = (name: string, as: FieldModel['as'], label: string, more: Partial<FieldModel> = {}): FieldModel => ({
  name,
  as,
  label,
  options: [],
  required: true,
  ...more,
});

/** Every kind of field: empty, filled in, with a hint, optional, folded. */
const fields: readonly Pick<FieldProps, 'field' | 'value'>[] = [
  { field: field('short', 'short', 'En rad', { hint: 'En förklaring till fältet.' }), value: 'Ifyllt' },
  { field: field('words', 'words', 'Egna ord', { required: false }), value: '' },
  { field: field('number', 'number', 'Ett tal'), value: '12' },
  { field: field('date', 'date', 'En dag'), value: '2026-11-30' },
  { field: field('yesNo', 'yesNo', 'Ja eller nej', { required: false }), value: 'true' },
  { field: field('few', 'choice', 'Ett av några få', { options: options(3) }), value: 'v1' },
  { field: field('list', 'choice', 'Ett av många', { options: options(8) }), value: 'v2' },
  { field: field('choices', 'choices', 'Flera av några få', { options: options(3) }), value: ['v0', 'v2'] },
  { field: field('many', 'choices', 'Flera av många', { options: options(14) }), value: ['v3'] },
  { field: field('folded', 'words', 'Det som sällan behövs', { required: false, folded: true }), value: '' },
];

export const FieldParts = (): VNode => (
  <Form action={HERE}>
    {fields.map((one) => (
      <Field key={one.field.name} {...one} />
    ))}
    <FilesField label="Bilder eller dokument" hint="Högst 10 filer." />
    <BigChoices
      name="big"
      legend="Ett val som är lätt att träffa"
      choices={[
        { value: 'a', label: 'Det första', text: 'Vad det betyder.', asks: <Field field={field('asked', 'short', 'Frågas bara om det valts')} value="" /> },
        { value: 'b', label: 'Det andra', text: 'Vad det betyder.' },
      ]}
      value="a"
    />
    <button>Spara</button>
  </Form>
);

export const FormParts = (): VNode => (
  <div class="one-form">
    <CommandForm
      action={HERE}
      command="Example"
      title="Formulär för något som görs"
      button="Spara"
      idempotencyKey="example"
      version={1}
      fields={[
        field('reasons', 'words', 'Skäl'),
        field('at', 'date', 'När', { required: false, fold: 'Mer om beslutet' }),
        field('by', 'short', 'Vem', { required: false, fold: 'Mer om beslutet' }),
      ]}
      values={{ reasons: 'Det som redan är skrivet.' }}
      faults={{}}
      draft="Utkast från i går kl. 14.32. Bara du ser det."
      starters={{
        says: 'Börja med en text:',
        hint: 'Texten ersätter det du har skrivit.',
        links: [
          { href: HERE, text: 'Svar på ett klagomål', current: true },
          { href: HERE, text: 'Besked om att det dröjer', current: false },
        ],
      }}
      files={{ label: 'Dokument', hint: 'Det som ska följa med.' }}
    />
  </div>
);

const FAULTY = 'Faulty';
export const FaultParts = (): VNode => (
  <>
    <ErrorSummary
      title="Det gick inte att spara än"
      faults={[
        { field: 'faultyWords', text: 'Skriv vad som hände', href: `#${fieldId('faultyWords', FAULTY)}` },
        { field: 'faultyChoice', text: 'Välj ett alternativ', href: `#${fieldId('faultyChoice', FAULTY)}` },
      ]}
    />
    <Form action={HERE}>
      <Field form={FAULTY} field={field('faultyWords', 'words', 'Vad hände?')} value="" error="Skriv vad som hände" />
      <Field form={FAULTY} field={field('faultyChoice', 'choice', 'Vad gäller det?', { options: options(3) })} value="" error="Välj ett alternativ" />
      <FilesField form={FAULTY} label="Bilder eller dokument" hint="Högst 10 filer." error="Filen är för stor" />
      <button>Spara</button>
    </Form>
  </>
);
