import { z } from 'zod';
import { performAgendaItem } from './commands/perform-agenda-item.js';
import { receiveMessage } from './commands/receive-message.js';
import { replyByCode } from './commands/reply-by-code.js';
import { attestStatistics, commandSchemas, reportCase } from './commands.schema.js';

interface Schema {
  readonly [name: string]: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** Every text that a schema takes and that is no code, id, day or instant, with what is said to become of it. */
function* texts(schema: Schema, at: string, defs: Schema['$defs']): Generator<readonly [string, unknown]> {
  const isBound = schema['enum'] !== undefined || schema['const'] !== undefined || ['uuid', 'date', 'date-time'].includes(String(schema['format']));
  if (schema['type'] === 'string' && !isBound) yield [at, schema['x-text']];
  const named = schema.$ref === undefined ? undefined : defs?.[schema.$ref.slice('#/$defs/'.length)];
  for (const inner of [...(named === undefined ? [] : [named]), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) yield* texts(inner, at, defs);
  if (schema.items !== undefined) yield* texts(schema.items, `${at}[]`, defs);
  for (const [name, inner] of Object.entries(schema.properties ?? {})) yield* texts(inner, `${at}.${name}`, defs);
}
const textsOf = (name: string, schema: z.ZodType) => {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  return [...texts(whole, name, whole.$defs)];
};

const schemas: Readonly<Record<string, z.ZodType>> = { ...commandSchemas, ReportCase: reportCase, AttestStatistics: attestStatistics };
const instantLike = /receivedAt|occurredAt|occurredTo|noticedAt|dueAt|effectDueAt|knownAt|toldAt|\.at$|dueOn|requirementDueOn|\.from$|\.to$/i;

/** Leaves of a schema that are marked as checked, as schemas that can be tried. */
function* checkedIn(schema: z.ZodType, at: string): Generator<readonly [string, z.ZodType]> {
  if ((schema.meta() as { 'x-text'?: string } | undefined)?.['x-text'] === 'checked') yield [at, schema];
  const { innerType, shape, element, options } = schema as unknown as {
    innerType?: z.ZodType;
    shape?: Record<string, z.ZodType>;
    element?: z.ZodType;
    options?: readonly z.ZodType[];
  };
  const inner = innerType ?? (schema.def as { innerType?: z.ZodType }).innerType;
  if (inner !== undefined) yield* checkedIn(inner, at);
  if (element !== undefined) yield* checkedIn(element, `${at}[]`);
  for (const option of options ?? []) if (typeof option === 'object') yield* checkedIn(option, at);
  for (const [name, field] of Object.entries(shape ?? {})) yield* checkedIn(field, `${at}.${name}`);
}
const checked = Object.entries(schemas).flatMap(([name, schema]) => [...checkedIn(schema, name)]);

describe('What is typed is sealed, or checked for what names a person, or an entry of a register (R-316; docs/engine.md#sealed-words)', () => {
  test.each(Object.entries(schemas))('%s: every text says which', (name, schema) => {
    const silent = textsOf(name, schema).filter(([at, mark]) => mark === undefined && !instantLike.test(at));
    expect(silent).toEqual([]);
  });

  test('what the public and the workflow send besides has sealed words alone', () => {
    for (const schema of [receiveMessage.schema, replyByCode.schema, performAgendaItem.schema])
      for (const [, mark] of textsOf('x', schema)) expect(mark).toBe('sealed');
  });

  test('the check itself finds a text that says nothing', () => {
    const schema = z.object({ a: z.string(), b: z.string().max(5).nullable().optional(), c: z.array(z.string()), d: z.uuid(), e: z.enum(['x']) });
    expect(textsOf('x', schema).map(([at]) => at)).toEqual(['x.a', 'x.b', 'x.c[]']);
  });

  test('there are as many checked fields as are marked', () => {
    const marked = Object.entries(schemas).flatMap(([name, schema]) => textsOf(name, schema).filter(([, mark]) => mark === 'checked'));
    expect(checked.map(([at]) => at).toSorted()).toEqual(marked.map(([at]) => at).toSorted());
    expect(checked.length).toBeGreaterThan(10);
  });

  test.each(checked)('%s takes no personnummer, phone number or e-mail, however it is written', (_, schema) => {
    const personal = ['850101-1234', '850101.1234', '8501011234', '19850101-1234', '850061-1234', '850001-1234', '850101-T123', '0701740611', 'a.b@c.se'];
    expect(personal.filter((text) => schema.safeParse(text).success)).toEqual([]);
  });
});
