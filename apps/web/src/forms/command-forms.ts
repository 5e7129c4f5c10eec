import { z } from 'zod';
import { askedIn, choicesIn, initialIn } from '#case-view/asked';
import type { ExistingCase } from '#domain/case/case';
import { commandSchemas, type PublicCommand } from '#domain/case/commands.schema';
import { lacksToAdvance } from '#domain/case/decide/stages';
import { processOf } from '#domain/case/processes/index';
import { notHeardReasons } from '#domain/codes/hearing';
import { formNameOf, type Lack, placeOf } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import type { Draft } from '#event-store/drafts';
import { commandTexts } from '#text/commands';
import { type CommandFormProps, fieldsOf, type ObjectSchema, type References } from '#ui/command-form';
import { clockTime, shortDay } from '#ui/deadline';
import { type FieldModel, optionsOf } from '#ui/field';
import { type FormBody, listOf, textOf } from '../frame/request.js';
import { filesAsked } from './command-files.js';
import { lettersFor } from './letters-offered.js';
import type { Tried } from './sent-form.js';

type Name = PublicCommand['type'];

/** Choices that are the same in every case, by `Command.field`. */
const standing: References = { 'HearParty.reason': optionsOf(notHeardReasons) };

/** Made once per command, since a page has a dozen forms. */
const schemas = new Map<Name, ObjectSchema>();
function schemaOf(name: Name): ObjectSchema {
  const known = schemas.get(name) ?? (z.toJSONSchema(commandSchemas[name], { io: 'input' }) as ObjectSchema);
  schemas.set(name, known);
  return known;
}

/** By what a field offers codes: the day, and what stands in the form, which stays in sight also where its day is over. */
interface Offering {
  readonly today: string;
  readonly values: CommandFormProps['values'];
}

/** The fields of a command's form in this case. `references` by field, or by `Command.field` where one command has others. */
export function formFields(name: Name, state: ExistingCase, references: References = {}, offering: Offering | null = null): readonly FieldModel[] {
  const fields = askedIn(name, state);
  const given = { ...standing, ...references };
  const choices = (field: string) => (offering === null ? null : choicesIn(name, field, state, offering.today, standingIn(offering.values, field)));
  return fieldsOf(schemaOf(name), {
    fields,
    texts: commandTexts[name]?.fields ?? {},
    references: Object.fromEntries(
      fields.flatMap((field) => {
        const options = given[`${name}.${field}`] ?? given[field];
        const codes = choices(field);
        return options === undefined ? [] : [[field, codes === null ? options : options.filter(({ value }) => codes.includes(value))]];
      }),
    ),
    choicesOf: choices,
  });
}

/** What has been chosen in a field of a form. */
export const standingIn = (values: CommandFormProps['values'], field: string): readonly string[] => [values[field] ?? []].flat();

export interface FormContext {
  readonly state: ExistingCase;
  readonly references: References;
  /** Who fills it in. */
  readonly person: string | null;
  readonly tried: Tried | null;
  readonly newKey: () => string;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly now: string;
  readonly from?: string;
  /** Initial choices, by field. */
  readonly chosen?: Readonly<Record<string, readonly string[]>>;
  /** The letter that the one to whom it may concern is begun with (`?mall=`). */
  readonly letter?: string | null;
}

/** A command's form on a page: empty, as it was sent and refused, or as a draft. */
export function commandForm(name: Name, context: FormContext): CommandFormProps {
  const { state, references, person, tried, newKey, drafts, now, from, chosen } = context;
  const text = commandTexts[name];
  const sent = tried?.command === name ? tried.body : tried?.parts?.get(name);
  const draft = drafts.get(name);
  const { starters, begun } = lettersFor(name, state, context.letter ?? null, draft);
  const filled = sent ?? { ...chosen, ...begun, ...draft?.fields };
  const demanded = demandedIn(name, state);
  const fields = formFields(name, state, references, { today: stockholmDate(now), values: filled }).map((field) =>
    demanded.includes(field.name) ? { ...field, demanded: true } : field,
  );
  const hasWords = fields.some((field) => field.as === 'words');
  return {
    action: `/arende/${state.id}`,
    command: name,
    title: text?.title ?? '',
    fields,
    values: sent === undefined ? { ...initialValues(name, fields, state, person), ...filled } : filled,
    faults: Object.fromEntries((tried?.faults ?? []).flatMap((fault) => (isOf(fault, name, tried?.command) ? [[formNameOf(fault), fault.text]] : []))),
    button: text?.button ?? 'Spara',
    idempotencyKey: newKey(),
    version: state.version,
    ...(hasWords || draft !== undefined ? { draft: draft === undefined ? null : draftText(draft, state, now) } : {}),
    ...(from === undefined ? {} : { from }),
    files: filesAsked(name),
    ...(starters === null ? {} : { starters }),
  };
}

/** The fields that the case's next stage waits for, of this command. */
function demandedIn(name: Name, state: ExistingCase): readonly string[] {
  const lacks = lacking.get(state) ?? lacksToAdvance(state, processOf(state.desc.process));
  lacking.set(state, lacks);
  return lacks.filter((lack) => placeOf(lack).command === name && placeOf(lack).path.length > 0).map(formNameOf);
}
/** Once for all the forms of a page. */
const lacking = new WeakMap<ExistingCase, readonly Lack[]>();

const ONLY = /^((action|cause)Id|request)$/;

/** Initial choices: what a case has only one of, and what the package for an authority holds. */
const isGiven = (field: string): boolean => ONLY.test(field) || field === 'attachments';

/** What is chosen in a form before anybody has touched it: what there is only one of, and what its command says (`initial`). Nothing that is not among the choices. */
export function initialValues(name: Name, fields: readonly FieldModel[], state: ExistingCase, person: string | null): Readonly<Record<string, string>> {
  const initial = (field: FieldModel): string | null => {
    if (ONLY.test(field.name)) return field.as === 'choice' && field.options.length === 1 ? (field.options[0]?.value ?? null) : null;
    const value = initialIn(name, field.name, state, person);
    return field.options.some((option) => option.value === value) ? value : null;
  };
  return Object.fromEntries(fields.flatMap((field) => [initial(field)].flatMap((value) => (value === null ? [] : [[field.name, value]]))));
}

/** The fields of a form that something is written or chosen in. */
export const filledIn = (name: Name, body: FormBody, state: ExistingCase): readonly FieldModel[] =>
  formFields(name, state).filter((field) => (field.as === 'choices' ? listOf(body, field.name) : textOf(body, field.name)).length > 0);

/** Whether something is written or chosen in a form, beside what was chosen in it from the start. */
export const isBegun = (name: Name, body: FormBody, state: ExistingCase, person: string | null): boolean =>
  filledIn(name, body, state).some((field) => !isGiven(field.name) && textOf(body, field.name) !== initialIn(name, field.name, state, person));

function draftText({ savedAt, version }: Draft, state: ExistingCase, now: string): string {
  const when = stockholmDate(savedAt) === stockholmDate(now) ? clockTime(savedAt) : `${shortDay(savedAt)} kl. ${clockTime(savedAt)}`;
  return `Ditt utkast från ${when}.${version < state.version ? ' Ärendet har ändrats sedan dess, se historiken.' : ''}`;
}

/** A fault names a field of the command that was sent or, by `Command.field`, another's. */
const isOf = (fault: Pick<Lack, 'field'>, name: string, sent: string | undefined): boolean => (placeOf(fault).command ?? sent) === name;
