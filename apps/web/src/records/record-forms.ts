import { z } from 'zod';
import { codedFields } from '#domain/coded';
import { codesOf, codesOn } from '#domain/codes/code';
import { formNameOf } from '#domain/errors';
import type { RecordState } from '#domain/records/record-event';
import type { AnyRecordType } from '#domain/records/record-type';
import type { Draft } from '#event-store/drafts';
import { type CommandFormProps, fieldsOf, type ObjectSchema, type References } from '#ui/command-form';
import { clockTime, longDate } from '#ui/deadline';
import type { FieldModel, Option } from '#ui/field';
import { standingIn } from '../forms/command-forms.js';
import type { Tried } from '../forms/sent-form.js';

/** What a form is drawn from: a command on a record, or the one that makes it. */
export type Giving = Pick<AnyRecordType['creation'], 'name' | 'title' | 'button' | 'form' | 'schema' | 'who'>;

/** What the fields of the forms choose from; codes are offered by the day. */
export interface Chosen {
  readonly units: readonly Option[];
  readonly people: readonly Option[];
  readonly today: string;
}

const schemas = new Map<Giving['schema'], ObjectSchema>();
function schemaOf({ schema }: Giving): ObjectSchema {
  const known = schemas.get(schema) ?? (z.toJSONSchema(schema, { io: 'input' }) as ObjectSchema);
  schemas.set(schema, known);
  return known;
}

/** The fields of a command's form, as its descriptor asks them, with what each chooses from where that is asked; `values` is what stands in the form. */
export function recordFields(giving: Giving, chosen: Chosen | null = null, values: CommandFormProps['values'] = {}): readonly FieldModel[] {
  const { units = [], people = [] } = chosen ?? {};
  const references: References = Object.fromEntries(
    Object.entries(giving.form).flatMap(([name, field]) => (field?.of === 'unit' ? [[name, units]] : field?.of === 'person' ? [[name, people]] : [])),
  );
  const coded = codedFields(giving.schema);
  const choicesOf = (name: string): readonly string[] | null => {
    const field = coded.find(({ path }) => path.join('.') === name);
    return field === undefined || chosen === null ? null : codesOf(codesOn(field.list, chosen.today, standingIn(values, name)));
  };
  return fieldsOf(schemaOf(giving), { fields: Object.keys(giving.form), texts: giving.form, references, choicesOf });
}

export const isByPerson = ({ who }: Pick<Giving, 'who'>): boolean => !who.includes('system');

/** The command of this name that a person can give on a record of the type; undefined where there is none. */
export const givenBy = (type: AnyRecordType, name: string): AnyRecordType['commands'][number] | undefined =>
  type.commands.find((command) => command.name === name && isByPerson(command));

export interface FormIn {
  readonly action: string;
  readonly chosen: Chosen;
  readonly tried: Tried | null;
  readonly key: string;
  /** Null where the record is being made: then nothing is kept as a draft. */
  readonly state: Pick<RecordState, 'version'> | null;
  readonly draft?: Draft | undefined;
  /** What the link to the form says, by field. */
  readonly given?: Readonly<Record<string, string>>;
}

/** A command's form: empty, as it was sent and refused, or as a draft. */
export function recordForm(giving: Giving, { action, chosen, tried, key, state, draft, given }: FormIn): CommandFormProps {
  const mine = tried?.command === giving.name ? tried : null;
  const filled = mine?.body ?? { ...given, ...draft?.fields };
  const fields = recordFields(giving, chosen, filled);
  const only = fields.flatMap(({ name, as, options }) => (as === 'choice' && options.length === 1 && options[0] ? [[name, options[0].value]] : []));
  const hasWords = fields.some(({ as }) => as === 'words');
  return {
    action,
    command: giving.name,
    title: giving.title,
    button: giving.button,
    fields,
    values: mine === null ? { ...Object.fromEntries(only), ...filled } : filled,
    faults: Object.fromEntries((mine?.faults ?? []).map((fault) => [formNameOf(fault), fault.text])),
    idempotencyKey: key,
    version: state?.version ?? 0,
    ...(state !== null && (hasWords || draft !== undefined) ? { draft: draft === undefined ? null : draftText(draft, state) } : {}),
  };
}

const draftText = ({ savedAt, version }: Draft, state: Pick<RecordState, 'version'>): string =>
  `Ditt utkast från ${longDate(savedAt)} kl. ${clockTime(savedAt)}.${version < state.version ? ' Något har ändrats sedan dess, se historiken.' : ''}`;
