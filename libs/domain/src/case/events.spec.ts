import { z } from 'zod';
import { caseEvents, type EventType, eventShapes } from './events.schema.js';

interface Schema {
  readonly [name: string]: unknown;
  readonly properties?: Record<string, Schema>;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
}
const types = Object.keys(eventShapes) as EventType[];

/** Every string in a schema, with where it stands. */
function* strings(schema: Schema, at: string): Generator<readonly [string, Schema]> {
  if ([schema['type']].flat().includes('string')) yield [at, schema];
  if (schema['additionalProperties'] !== undefined && schema['additionalProperties'] !== false) yield [`${at}.*`, {}];
  if (schema['type'] === undefined && schema.anyOf === undefined && schema['enum'] === undefined && schema['const'] === undefined) yield [`${at}?`, {}];
  for (const [name, inner] of Object.entries(schema.properties ?? {})) yield* strings(inner, `${at}.${name}`);
  for (const inner of schema.anyOf ?? []) yield* strings(inner, at);
  if (schema.items !== undefined) yield* strings(schema.items, `${at}[]`);
}

/** Can the string only be an id, a code, a date or an instant? A pattern must be bounded and let no space through. */
function isBound(schema: Schema): boolean {
  if (schema['enum'] !== undefined || schema['const'] !== undefined) return true;
  if (['uuid', 'date', 'date-time'].includes(String(schema['format']))) return true;
  const pattern = schema['pattern'];
  if (typeof pattern !== 'string' || !pattern.startsWith('^') || !pattern.endsWith('$') || /[*+]|\{\d+,\}/.test(pattern)) return false;
  return !['Anna Andersson', 'a b', ' ', 'å'.repeat(10), 'x'.repeat(65)].some((words) => new RegExp(pattern).test(words));
}
const openSchema = (shape: z.ZodType): Schema => z.toJSONSchema(shape, { io: 'output', unrepresentable: 'any' }) as Schema;
const freeStrings = (shape: z.ZodType): readonly string[] => [...strings(openSchema(shape), 'open')].filter(([, schema]) => !isBound(schema)).map(([at]) => at);

describe('The open part of an event has no room for a person’s words (docs/engine.md#sealed-words)', () => {
  test.each(types)('%s: every string is an id, a code, a date or an instant', (type) => {
    expect(freeStrings(eventShapes[type].open)).toEqual([]);
  });

  test('the check itself finds a free string, a loose pattern and an unbounded map', () => {
    expect(
      freeStrings(
        z.object({
          a: z.string(),
          b: z.string().regex(/^[a-z ]{1,20}$/),
          c: z.string().regex(/^\S+$/),
          d: z.record(z.string(), z.number()),
          e: z.unknown(),
          f: z.array(z.string().max(3)),
          g: z.string().nullable().default(null),
          h: z.array(z.string()).nullable(),
        }),
      ),
    ).toEqual(['open.a', 'open.b', 'open.c', 'open.d.*', 'open.e?', 'open.f[]', 'open.g', 'open.h[]']);
  });

  test.each(types)('%s: what is sealed is in no open part', (type) => {
    const { open, sealed } = eventShapes[type];
    const words = Object.keys((sealed as unknown as z.ZodObject).shape);
    // CaseReceived.reporter is open the id of the one who registered, sealed the name and phone that were given.
    const idOnly = type === 'CaseReceived' ? ['reporter'] : [];
    expect(words.filter((name) => name in (openSchema(open).properties ?? {}))).toEqual(idOnly);
    for (const name of idOnly) expect(JSON.stringify(openSchema(open).properties?.[name])).toContain('"format":"uuid"');
  });
});

describe('Every event', () => {
  test.each(types)('%s says in Swedish what happened, in a sentence of its own', (type) => {
    expect(eventShapes[type].label).toMatch(/^[A-ZÅÄÖ][a-zåäö A-ZÅÄÖ]+$/);
    expect(types.filter((other) => eventShapes[other].label === eventShapes[type].label)).toEqual([type]);
  });

  test.each(types)('%s is named in the past tense of the business, never as an update', (type) => {
    expect(type).not.toMatch(/Updated|Changed$(?<!ActionChanged|OrganisationChanged)/);
  });

  test('an unknown field is dropped or turned down at the door, never stored', () => {
    for (const type of Object.keys(caseEvents) as (keyof typeof caseEvents)[]) {
      const parsed = (caseEvents[type].open as z.ZodObject).partial().safeParse({ note: 'Anna' });
      expect(parsed.success ? Object.keys(parsed.data) : []).not.toContain('note');
    }
  });
});

describe('A position in the log', () => {
  const positions = types.flatMap((type) => {
    const { shape } = eventShapes[type].open as z.ZodObject;
    return Object.entries(shape).flatMap(([name, schema]) => (/position/i.test(name) ? [[type, name, schema as z.ZodType] as const] : []));
  });

  test('is said in some events, however long the log is', () => {
    expect(positions.length).toBeGreaterThanOrEqual(2);
    for (const [type, name, schema] of positions)
      expect([type, name, schema.safeParse(1_000_001).success, schema.safeParse(Number.MAX_SAFE_INTEGER).success]).toEqual([type, name, true, true]);
  });
});
