import type { VNode } from 'preact';
import { CommandFields, type CommandFieldsProps } from './command-fields.js';
import type { FieldModel, Option } from './field.js';
import { FILES, type FilesAsked, FilesField } from './files-field.js';
import { Hidden, PartForm, Send } from './form.js';
import { Starters, type StartersProps } from './starters.js';

/** The part of JSON Schema that our command schemas use (made by z.toJSONSchema, input side). */
export interface ObjectSchema {
  /** A schema with an id is written once, under its id, and referenced. */
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, ObjectSchema>>;
  readonly properties?: Readonly<Record<string, PropertySchema>>;
  readonly required?: readonly string[];
}
interface PropertySchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | null)[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly const?: unknown;
  readonly default?: unknown;
  readonly items?: PropertySchema;
  readonly anyOf?: readonly PropertySchema[];
  readonly properties?: unknown;
  readonly 'x-enum-labels'?: Readonly<Record<string, string>>;
}

export interface FormTexts {
  readonly [field: string]:
    | { readonly label: string; readonly hint?: string; readonly required?: boolean; readonly folded?: boolean; readonly fold?: string }
    | undefined;
}

/** Choices that the case gives: who may handle it, its actions, its causes, the units. */
export type References = Readonly<Record<string, readonly Option[]>>;

export interface FormQuestions {
  /** The fields of the form, in order. */
  readonly fields: readonly string[];
  readonly texts: FormTexts;
  readonly references?: References;
  /** Codes that a field offers here and now; null or absent: all of its list. */
  readonly choicesOf?: (field: string) => readonly string[] | null;
}

/** One form over one command schema: the same schema that checks the HTTP body draws the form's fields. */
export function fieldsOf(schema: ObjectSchema, { fields, texts, references = {}, choicesOf = () => null }: FormQuestions): readonly FieldModel[] {
  const { properties = {}, required: needed = [] } = schema.$ref === undefined ? schema : (schema.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  return fields.flatMap((name): readonly FieldModel[] => {
    const given = properties[name];
    const text = texts[name];
    if (given === undefined || text === undefined) return [];
    const property = unwrapped(given);
    const required = text.required ?? (needed.includes(name) && !isNullable(given));
    const mustBeSaid = text.required === true && given.default != null;
    const base = {
      name,
      label: text.label,
      hint: text.hint,
      required,
      ...(mustBeSaid ? { mustBeSaid } : {}),
      ...(given.default == null ? {} : { hasDefault: true }),
      ...(text.folded ? { folded: true } : {}),
      ...(text.fold === undefined ? {} : { fold: text.fold }),
    };
    const reference = references[name];
    if (reference !== undefined) return [{ ...base, as: property.type === 'array' ? 'choices' : 'choice', options: reference }];
    const options = optionsOf(property.items === undefined ? property : unwrapped(property.items));
    const offered = choicesOf(name);
    // In the order that the choices are given: the list's own where they are all of it.
    const chosen = offered === null ? options : offered.flatMap((code) => options.find(({ value }) => value === code) ?? []);
    return [{ ...base, as: controlOf(property), options: chosen }];
  });
}

const typesOf = (property: PropertySchema): readonly string[] =>
  property.type === undefined ? [] : typeof property.type === 'string' ? [property.type] : property.type;
const isNullable = (property: PropertySchema): boolean => typesOf(property).includes('null') || (property.anyOf ?? []).some((part) => part.type === 'null');
/** The schema beside null: as one of several, or with several types. */
function unwrapped(property: PropertySchema): PropertySchema & { readonly type?: string } {
  const shape = (property.anyOf ?? []).find((part) => part.type !== 'null') ?? property;
  const type = typesOf(shape).find((candidate) => candidate !== 'null');
  return { ...property, ...shape, ...(type === undefined ? {} : { type }) } as PropertySchema & { readonly type?: string };
}

function controlOf(property: PropertySchema): FieldModel['as'] {
  if (property.type === 'array') return 'choices';
  if (property.type === 'boolean') return 'yesNo';
  if (property.enum !== undefined) return 'choice';
  if (property.format === 'date-time') return 'day';
  if (property.format === 'date') return 'date';
  if (property.type === 'integer') return 'number';
  return (property.maxLength ?? 0) > 200 ? 'words' : 'short';
}

const optionsOf = (property: PropertySchema): readonly Option[] =>
  (property.enum ?? []).flatMap((value) => (value === null ? [] : [{ value, label: property['x-enum-labels']?.[value] ?? value }]));

export interface CommandFormProps extends CommandFieldsProps {
  readonly action: string;
  /** Empty where the page's own heading says it. */
  readonly title: string;
  readonly button: string;
  /** Makes a double click one command. */
  readonly idempotencyKey: string;
  readonly version: number;
  /** The page that the form is on, where that is not the case's own. */
  readonly from?: string;
  /** A secondary form: its button is outlined, not filled. */
  readonly isAside?: boolean;
  /** When this person saved a draft, in words. null = no draft; absent = drafts are not kept here. */
  readonly draft?: string | null;
  /** Texts that it can be begun with. */
  readonly starters?: StartersProps;
  /** A document that may be sent along. */
  readonly files?: FilesAsked | null;
}

/** A command as a form: POST, 303 to the page it stands on, or the page again with what is missing. */
export function CommandForm(props: CommandFormProps): VNode {
  return (
    <PartForm
      part={props.command}
      action={props.action}
      class="command"
      id={`k-${props.command}`}
      encType={props.files == null ? undefined : 'multipart/form-data'}
    >
      {props.title === '' ? null : <h3>{props.title}</h3>}
      <Hidden name="_type" value={props.command} />
      <Hidden name="_key" value={props.idempotencyKey} />
      <Hidden name="_version" value={String(props.version)} />
      {props.from === undefined ? null : <Hidden name="_from" value={props.from} />}
      {props.draft == null ? null : <p class="draft">{props.draft}</p>}
      {props.starters === undefined ? null : <Starters {...props.starters} />}
      <CommandFields {...props} />
      {props.files == null ? null : <FilesField {...props.files} form={props.command} error={props.faults[FILES]} />}
      <div class="buttons">
        <Send class={props.isAside ? 'second' : undefined}>{props.button}</Send>
        {props.draft === undefined ? null : (
          <Send class="quiet" value="keepDraft">
            Spara utkast
          </Send>
        )}
        {props.draft == null ? null : (
          <Send class="quiet" value="dropDraft">
            Ta bort utkastet
          </Send>
        )}
        {props.draft === undefined ? null : <output class="hint kept" />}
      </div>
    </PartForm>
  );
}
