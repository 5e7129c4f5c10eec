import type { z } from 'zod';
import { type Code, isValidAt } from './codes/code.js';
import { dayInWords } from './days.js';
import type { Lack } from './errors.js';
import { daysBefore } from './law/calendar.js';
import { listOf } from './shapes.schema.js';

/** A field of a schema that takes a code of a list, or several: its path, without the places in arrays. */
export interface CodedField {
  readonly path: readonly string[];
  readonly list: readonly Code[];
}

interface Fields {
  readonly all: readonly CodedField[];
  /** Those of a list where some code does not always hold. */
  readonly dated: readonly CodedField[];
}
const known = new WeakMap<z.ZodType, Fields>();

function fieldsOf(schema: z.ZodType): Fields {
  const found = known.get(schema);
  if (found !== undefined) return found;
  const all = [...walk(schema, [])];
  const fields = { all, dated: all.filter(({ list }) => list.some(({ validFrom, validTo }) => validFrom !== undefined || validTo !== undefined)) };
  known.set(schema, fields);
  return fields;
}

/** Every field of a schema that takes codes, at any depth. */
export const codedFields = (schema: z.ZodType): readonly CodedField[] => fieldsOf(schema).all;

function* walk(schema: z.ZodType, path: readonly string[]): Generator<CodedField> {
  const found = listOf.get(schema);
  if (found !== undefined) yield { path, list: found.list };
  const { shape = {}, innerType, element, options = [], in: input, out } = schema.def as Inner;
  for (const inner of [innerType, element, input, out, ...options]) if (inner !== undefined) yield* walk(inner, path);
  for (const [name, inner] of Object.entries(shape)) yield* walk(inner, [...path, name]);
}

/** What the schemas hold that others are made of. */
interface Inner {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
}

/** The day on which a code must hold: that on which the case was received, or today. */
export interface CodeDay {
  readonly day: string;
  readonly of: 'received' | 'today';
}

const ENDS: Readonly<Record<CodeDay['of'], (day: string) => string>> = {
  received: (day) => `Ärendet togs emot den ${day}. Välj ett alternativ som gällde då`,
  today: () => 'Välj ett alternativ som gäller i dag',
};

/** The codes that a value states, field by field, which do not hold on their day. A code that stands already (`stands`) is not stated anew. */
export function lacksOfDay(
  schema: z.ZodType,
  value: unknown,
  dayOf: (field: CodedField) => CodeDay,
  stands: (field: CodedField) => readonly string[] = () => [],
): readonly Lack[] {
  return fieldsOf(schema).dated.flatMap((field) => {
    const codes = new Set(statedAt(value, field.path));
    const entries = field.list.filter(({ code }) => codes.has(code));
    const wrong = entries.filter((entry) => !isValidAt(entry, dayOf(field).day) && !stands(field).includes(entry.code));
    return wrong.map((entry) => ({ field: field.path.join('.'), text: notThen(entry, dayOf(field)) }));
  });
}

/** From and until when the code can be chosen, and what to do. */
export function notThen({ label, validFrom, validTo }: Code, { day, of }: CodeDay): string {
  const from = validFrom === undefined ? '' : ` från och med den ${dayInWords(validFrom)}`;
  const until = validTo === undefined ? '' : ` till och med den ${dayInWords(daysBefore(validTo, 1))}`;
  return `”${label}” kan väljas${from}${until}. ${ENDS[of](dayInWords(day))}`;
}

function statedAt(value: unknown, path: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => statedAt(each, path));
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === 'string' ? [value] : [];
  return typeof value === 'object' && value !== null ? statedAt((value as Readonly<Record<string, unknown>>)[name], rest) : [];
}
