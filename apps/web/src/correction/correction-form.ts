import { z } from 'zod';
import { askedIn, choicesIn } from '#case-view/asked';
import type { ExistingCase } from '#domain/case/case';
import { correctionReasons } from '#domain/case/commands/correct-case';
import { described } from '#domain/case/commands/described.schema';
import type { CommandOf } from '#domain/case/commands.schema';
import { commandSchemas } from '#domain/case/commands.schema';
import type { Desc } from '#domain/case/events.schema';
import { moveReasons } from '#domain/codes/case-codes';
import { channels } from '#domain/codes/channels';
import { type Code, codesOn } from '#domain/codes/code';
import { opinionTypes } from '#domain/codes/opinion-types';
import { sources } from '#domain/codes/sources';
import { isInstantText } from '#domain/days';
import { startOfDay, stockholmDate } from '#domain/law/calendar';
import { instant, unitCode } from '#domain/shapes.schema';
import { factNames, correctionTexts as said } from '#text/correction';
import { fieldsOf, type ObjectSchema, type References } from '#ui/command-form';
import type { Fault } from '#ui/error-summary';
import { type FieldModel, optionsOf } from '#ui/field';
import { valuesOf } from '../frame/form-values.js';
import { type FormBody, listOf, textOf } from '../frame/request.js';

type Command = CommandOf<'CorrectCase'>;
const NEEDED = 'Fyll i eller välj något här';
const schema = z.toJSONSchema(z.object({ receivedAt: instant, unit: unitCode, ...described }), { io: 'input' }) as ObjectSchema;

/** The facts of this kind of case, in order: where and when, from whom, what it is about. */
const factsIn = (state: ExistingCase): readonly string[] => [
  'receivedAt',
  'unit',
  'occurredAt',
  'source',
  'channel',
  ...(state.desc.kind === 'complaint' ? ['opinionType'] : []),
  ...askedIn('ClassifyCase', state),
];

/** Every fact as a field to be drawn with what is stated today. Units are those of the case's own tree. */
export function factFields(state: ExistingCase, references: References): readonly FieldModel[] {
  const day = stockholmDate(state.desc.receivedAt);
  const lists: Readonly<Record<string, readonly Code[]>> = { source: sources, channel: channels, opinionType: opinionTypes };
  const classified = askedIn('ClassifyCase', state);
  const asked = factsIn(state);
  const choicesOf = (field: string): readonly string[] | null => {
    const stands = listOf(statedIn(state), field);
    const list = lists[field];
    if (list !== undefined) return codesOn(list, day, stands).map(({ code }) => code);
    return classified.includes(field) ? choicesIn('ClassifyCase', field, state, day, stands) : null;
  };
  const texts = Object.fromEntries(asked.map((name) => [name, { label: factNames[name] ?? name, required: true }]));
  return fieldsOf(schema, { fields: asked, texts, references, choicesOf });
}

export const reasonFields: readonly FieldModel[] = [
  {
    name: 'why',
    label: said.why,
    as: 'choice',
    options: optionsOf(moveReasons.filter(({ code }) => (correctionReasons as readonly string[]).includes(code))),
    required: true,
  },
  { name: 'reasons', label: said.reasons, hint: said.reasonsHint, as: 'words', options: [], required: true },
];

/** What is stated of the case, as its fields hold it: a day for an instant. */
export function statedIn({ desc }: ExistingCase): FormBody {
  const held = (value: unknown): string | readonly string[] | undefined => {
    if (value === null || value === undefined) return undefined;
    if (Array.isArray(value)) return value.map(String);
    return isInstantText(String(value)) ? stockholmDate(String(value)) : String(value);
  };
  return Object.fromEntries(Object.entries(desc).map(([name, value]) => [name, held(value)]));
}

/** The command that the form makes: the facts that differ from what is stated; or what keeps it from being one. */
export function correctionOf(body: FormBody, state: ExistingCase, now: string): { readonly command: Command } | { readonly faults: readonly Fault[] } {
  const stands = statedIn(state);
  const fields = factFields(state, {});
  const changed = fields.filter(({ name }) => [...listOf(body, name)].sort().join('|') !== [...listOf(stands, name)].sort().join('|'));
  if (changed.length === 0) return { faults: [{ field: fields[0]?.name ?? '', text: said.nothing }] };
  const values = valuesOf(changed, body);
  const set = Object.fromEntries(changed.map(({ name }) => [name, onItsTime(values[name] ?? null, state.desc[name as keyof Desc], now)]));
  const parsed = commandSchemas.CorrectCase.safeParse({ type: 'CorrectCase', set, ...valuesOf(reasonFields, body) });
  if (parsed.success) return { command: parsed.data };
  return {
    faults: parsed.error.issues.map(({ path, message }) => ({ field: String(path.at(-1)), text: textOf(body, String(path.at(-1))) === '' ? NEEDED : message })),
  };
}

/** A day is corrected, not the time of it: the clock keeps running from the same hour, never from one that has not been. */
function onItsTime(value: unknown, stood: unknown, now: string): unknown {
  if (typeof value !== 'string' || typeof stood !== 'string' || !isInstantText(value) || !isInstantText(stood)) return value;
  const time = Date.parse(stood) - Date.parse(startOfDay(stockholmDate(stood)));
  const moved = new Date(Date.parse(value) + time).toISOString();
  return moved > now && value <= now ? now : moved;
}
