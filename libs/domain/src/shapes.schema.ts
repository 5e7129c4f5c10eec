import { z } from 'zod';
import { type Code, codesOf } from './codes/code.js';
import { day, instant } from './days.schema.js';
import { looksPersonal } from './personal-data.js';
import { inSwedish } from './swedish.schema.js';
import { withHyphens } from './text.js';
import { text } from './text.schema.js';

/*
 * The building blocks of every open part and every command. An open part is made of these alone (docs/engine.md#sealed-words): each string in it is
 * an id, a code, a date or an instant, so that there is no field for a person's words. A schema test checks this.
 */

// Faults that a schema has no message for are worded in Swedish, whoever parses.
z.config({ customError: inSwedish });

/**
 * How a text that somebody types is stored. `sealed`: words, encrypted with the key of the case. `checked`: refused where it is shaped like
 * a name or number of a person, since it is stored in the open part and sent to Kafka. `register`: accepted only where a register of ours has it. Every text of a
 * command must have one of these marks; a test checks them all.
 */
export type TextMark = 'sealed' | 'checked' | 'register';
const sealedWords = { 'x-text': 'sealed' satisfies TextMark };
const checked = { 'x-text': 'checked' satisfies TextMark };
const NOTHING_PERSONAL = 'Fältet får inte innehålla personnummer, telefonnummer, e-post eller adress';

export const id = z.uuid('Ska vara ett id');
/** Code of a list that is data (a unit, a rule, an entry of a local list): short, without spaces. */
export const key = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9#:@.-]{0,63}$/, 'Ska vara en kod');
/**
 * The number that a register has given (a diary number, IVO's number, that of a paper form): `KS 2026/123`, `SN-2026-00123`, `3.1.2-01234/2026-4`.
 * A few letters at most beside the digits, so that it has no room for a name.
 */
const FIGURES = '[ ./:#-]{0,2}\\d{1,10}[A-Za-zÅÄÖåäö]{0,2}';
const NUMBER = new RegExp(
  `^(?:[A-Za-z0-9][A-Za-z0-9#:@.-]{0,63}|(?:[A-Za-zÅÄÖåäö]{1,8}[ ./:-]{0,2}){0,2}(?:${FIGURES}){1,6}(?:[ ./:#-]{1,2}[A-Za-zÅÄÖåäö]{1,4}(?:${FIGURES}){0,4}){0,1})$`,
);
export const registryNumber = z.string().regex(NUMBER, 'Ska vara ett nummer, till exempel KS 2026/123');
/** The same as a person types it: any dash is read as a hyphen, any white space as one space. */
export const typedNumber = text()
  .overwrite((value) => withHyphens(value).replaceAll(/\s+/g, ' '))
  .regex(NUMBER, 'Skriv numret som det står i registret, till exempel KS 2026/123')
  .refine((value) => !looksPersonal(value), NOTHING_PERSONAL)
  .meta(checked);

/** A key that a person types (a number of another register, a point of a list): nothing that names a person. */
export const typedKey = key.refine((value) => !looksPersonal(value), NOTHING_PERSONAL).meta(checked);
/** The code of a unit: `decide` refuses one that the register does not have. */
export const unitCode = key.meta({ 'x-text': 'register' });
/** A chosen entry of a division's own list. The schema accepts any text; `decide` refuses with a Swedish explanation (docs/contract.md#local-lists). */
export const entry = text().min(1, 'Skriv något här').max(200, 'Högst 200 tecken').meta({ 'x-text': 'register' });
export const date = day;
export { instant };
export const storedInstant = z.iso.datetime({ precision: 3, error: 'Ska vara en tidpunkt i UTC med millisekunder' });
export const count = z.int().min(0, 'Kan inte vara mindre än noll').max(1_000_000, 'Så många går inte att ange');
/** A position in the log, without an upper limit; 0 is before the first event. */
export const position = z.int().min(0);
/** The list of which a schema takes a code. */
export const listOf = z.registry<{ readonly list: readonly Code[] }>();
/** What a schema says of its list: each code's label, and the days of those that do not always hold. */
export function aboutList(list: readonly Code[]): { readonly 'x-enum-labels': Readonly<Record<string, string>> } {
  const dated = list.filter(({ validFrom, validTo }) => validFrom !== undefined || validTo !== undefined);
  const days = dated.map(({ code, validFrom = null, validTo = null }) => [code, { validFrom, validTo }]);
  return {
    'x-enum-labels': Object.fromEntries(list.map(({ code, label }) => [code, label])),
    ...(days.length === 0 ? {} : { 'x-enum-validity': Object.fromEntries(days) }),
  };
}
/**
 * A code of a list. The labels travel with the schema, so that form and OpenAPI name the codes without a second list. Every code is taken, since
 * stored events have those of all times; that a code holds on its day is asked of what is newly stated (coded.ts).
 */
export const oneOf = <const T extends readonly Code[]>(list: T) =>
  z
    .enum(codesOf(list) as [T[number]['code'], ...T[number]['code'][]], { error: ({ input }) => (input === undefined ? 'Fyll i uppgiften' : 'Okänd kod') })
    .meta(aboutList(list))
    .register(listOf, { list });
/** The same where what is typed may also be something else than a code of the list. */
export const typedKeyOf = (list: readonly Code[]) => typedKey.meta(checked).register(listOf, { list });
export const several = <T extends z.ZodType>(item: T) => z.array(item).max(20, 'Högst 20');

/** Not stated is null, never absent, so that a stored event always says which. */
export const maybe = <T extends z.ZodType>(shape: T) => shape.nullable().default(null);
/** Stated none is []; not stated is null. */
export const maybeSeveral = <T extends z.ZodType>(item: T) => several(item).nullable().default(null);
export const flag = z.boolean();
export const maybeFlag = z.boolean().nullable().default(null);

/** A person's words: only ever in sealed parts. */
export const words = text().min(1, 'Skriv något här').max(20_000, 'Högst 20 000 tecken').meta(sealedWords);
export const maybeWords = text().max(20_000, 'Högst 20 000 tecken').meta(sealedWords).optional();

/** Words of one line, such as a name. */
export const sealedLine = text().min(1, 'Skriv något här').max(200, 'Högst 200 tecken').meta(sealedWords);

type Nullables<T> = { [K in keyof T]: T[K] extends z.ZodType ? z.ZodDefault<z.ZodNullable<T[K]>> : never };
type Changes<T> = { [K in keyof T]: T[K] extends z.ZodType ? z.ZodOptional<z.ZodNullable<T[K]>> : never };

/** Every field may be null and is null when it is not named. */
export const nullables = <T extends Record<string, z.ZodType>>(fields: T): Nullables<T> =>
  Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, shape.nullable().default(null)])) as Nullables<T>;

/** Only the given fields: a default must not count as a change. */
export const changes = <T extends Record<string, z.ZodType>>(fields: T): Changes<T> =>
  Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, shape.nullable().optional()])) as Changes<T>;

/** A sealed part of these texts, any of them missing. */
export const sealed = (...names: readonly string[]) => z.object(Object.fromEntries(names.map((name) => [name, words.optional()]))).partial();
/** No part at all. */
export const none = z.object({}).strict();
