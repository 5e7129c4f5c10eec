import { z } from 'zod';
import { recordTypes } from '../record-types.js';
import { eventsIn } from './attachments.js';
import { codedHeading, headingOf, headingTerm } from './heading.js';
import type { AnyRecordType, RecordFacts } from './record-type.js';

interface Schema {
  readonly [name: string]: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
}

/** Patterns of ids, codes, hashes and names of streams: none of them has room for words. */
const CODE_LIKE = /^\^\[A-Za-z0-9\]|^\^\[0-9a-f\]\{64\}\$$|^\^\[a-z\]\{1,20\}\\\/\[0-9a-f\]/;

/** Every text of a schema, with its mark, and whether it is an id, a code, a day or an instant. */
function* texts(schema: Schema, at: string): Generator<{ readonly at: string; readonly mark: unknown; readonly isBound: boolean }> {
  const isBound =
    schema['enum'] !== undefined ||
    schema['const'] !== undefined ||
    ['uuid', 'date', 'date-time'].includes(String(schema['format'])) ||
    CODE_LIKE.test(String(schema['pattern'] ?? ''));
  if (schema['type'] === 'string') yield { at, mark: schema['x-text'], isBound };
  for (const inner of schema.anyOf ?? []) yield* texts(inner, at);
  if (schema.items !== undefined) yield* texts(schema.items, `${at}[]`);
  for (const [name, inner] of Object.entries(schema.properties ?? {})) yield* texts(inner, `${at}.${name}`);
}
const textsOf = (name: string, schema: z.ZodType) => [...texts(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema, name)];

describe.each(recordTypes.map((type) => [type.family, type] as [string, AnyRecordType]))('The record type %s', (_family, type) => {
  const all = [type.creation, ...type.commands];

  test('names its events and commands once each', () => {
    for (const names of [eventsIn(type).map(({ name }) => name), all.map(({ name }) => name)]) expect(new Set(names).size).toBe(names.length);
  });

  test('keeps people’s words in sealed parts alone (R-316)', () => {
    expect(eventsIn(type).flatMap(({ name, open }) => textsOf(name, open).filter(({ isBound }) => !isBound))).toEqual([]);
    expect(eventsIn(type).flatMap(({ name, sealed }) => textsOf(name, sealed).filter(({ mark }) => mark !== 'sealed'))).toEqual([]);
  });

  test('says of every text of a command how it is stored (R-316)', () => {
    expect(all.flatMap(({ name, schema }) => textsOf(name, schema).filter(({ mark, isBound }) => mark === undefined && !isBound))).toEqual([]);
  });

  test('asks for every field that a person must fill, and for nothing that the command does not take', () => {
    for (const { name, input, form, who, onPageOfItsOwn } of all) {
      if (who.includes('system') || onPageOfItsOwn === true) continue;
      const required = Object.entries(input).filter(([, field]) => !(field as z.ZodType).safeParse(undefined).success);
      expect([name, required.map(([field]) => field).filter((field) => form[field] === undefined)]).toEqual([name, []]);
      expect([name, Object.keys(form).filter((field) => !(field in input))]).toEqual([name, []]);
    }
  });

  test('has a heading among its standing texts, and a label for each status and step', () => {
    if (typeof type.heading === 'string') expect(Object.keys(type.standing)).toContain(type.heading);
    expect(headingTerm(type)).not.toBe('');
    expect([...type.statuses, ...type.abouts].filter(({ label }) => label === '')).toEqual([]);
  });

  test('has one event that makes it', () => {
    expect(eventsIn(type).filter(({ begin }) => begin !== undefined)).toHaveLength(1);
  });
});

test('a type is headed by a text, which stands nowhere without its words, or by what codes say, which stands everywhere', () => {
  const standing = { what: 'Vad' };
  const byText = { heading: 'what', standing };
  const byCodes = { heading: { term: 'Månad', of: ({ month }: RecordFacts['values']) => `Månad ${String(month)}` }, standing };
  const values = { month: 3 };
  expect([headingTerm(byText), headingOf(byText, values, { what: 'Ord' }), headingOf(byText, values, {}), codedHeading(byText, values)]).toEqual([
    'Vad',
    'Ord',
    null,
    null,
  ]);
  const coded = 'Månad 3';
  expect([headingTerm(byCodes), headingOf(byCodes, values, { what: 'Ord' }), headingOf(byCodes, values, {}), codedHeading(byCodes, values)]).toEqual([
    'Månad',
    coded,
    coded,
    coded,
  ]);
});

test('no two record types share stream, route, page or number series', () => {
  for (const attribute of ['family', 'path', 'page', 'series'] as const)
    expect(new Set(recordTypes.map((type) => type[attribute])).size).toBe(recordTypes.length);
});
