import fc from 'fast-check';
import { z } from 'zod';
import { commandNamed, reportCase } from './case/commands.schema.js';
import { codedFields, lacksOfDay } from './coded.js';
import { type Code, codesOn, isValidAt, isValidIn } from './codes/code.js';
import { recordTypes } from './record-types.js';
import { aboutList, maybe, maybeSeveral, oneOf, several } from './shapes.schema.js';

const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2020-02-15'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const dates = fc.record({ validFrom: day, validTo: day }, { requiredKeys: [] });
const lists: fc.Arbitrary<Code[]> = fc
  .array(dates, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((one, n) => ({ code: `code${n}`, label: `Kod ${n}`, ...one })));

interface Json {
  readonly properties?: Readonly<Record<string, Json>>;
  readonly anyOf?: readonly Json[];
  readonly items?: Json;
  readonly $defs?: Readonly<Record<string, Json>>;
  readonly [name: string]: unknown;
}
/** The places in a JSON schema that have labels of codes. */
function* labelled(json: Json, path: readonly string[]): Generator<string> {
  if (json['x-enum-labels'] !== undefined) yield path.join('.');
  for (const inner of [...(json.anyOf ?? []), ...(json.items === undefined ? [] : [json.items]), ...Object.values(json.$defs ?? {})])
    yield* labelled(inner, path);
  for (const [name, inner] of Object.entries(json.properties ?? {})) yield* labelled(inner, [...path, name]);
}

describe('A code that holds from or until a day (validFrom, validTo)', () => {
  test('what does not hold on its day is lacking, wherever in a value it stands, and nothing else is', () => {
    fc.assert(
      fc.property(lists, day, fc.infiniteStream(fc.nat(5)), (list, today, random) => {
        const next = (): string => (list[(random.next().value as number) % list.length] as Code).code;
        const one = oneOf(list);
        const schema = z.object({
          one,
          several: several(one),
          maybe: maybe(one),
          many: maybeSeveral(one),
          rows: z.array(z.object({ of: one })),
          deep: z.object({ one: one.optional() }).optional(),
        });
        const value = { one: next(), several: [next(), next()], maybe: null, many: [next()], rows: [{ of: next() }, { of: next() }], deep: { one: next() } };
        const parsed = schema.parse(value);
        const wrong = (field: string, ...codes: readonly string[]) =>
          [...new Set(codes)].flatMap((code) => (isValidAt(list.find((entry) => entry.code === code) as Code, today) ? [] : [field]));
        const expected = [
          ...wrong('one', value.one),
          ...wrong('several', ...value.several),
          ...wrong('many', ...value.many),
          ...wrong('rows.of', ...value.rows.map((row) => row.of)),
          ...wrong('deep.one', value.deep.one),
        ];
        const lacks = lacksOfDay(schema, parsed, () => ({ day: today, of: 'today' }));
        expect(lacks.map(({ field }) => field).toSorted()).toEqual(expected.toSorted());
        expect(
          lacksOfDay(
            schema,
            parsed,
            () => ({ day: today, of: 'today' }),
            ({ list: all }) => all.map(({ code }) => code),
          ),
        ).toEqual([]);
      }),
    );
  });

  test('what is offered on a day is what a command takes on it; a period shows what holds on one of its days', () => {
    fc.assert(
      fc.property(lists, day, day, (list, from, to) => {
        const schema = z.object({ code: oneOf(list) });
        const taken = list.filter(({ code }) => lacksOfDay(schema, { code }, () => ({ day: from, of: 'received' })).length === 0);
        expect(codesOn(list, from)).toEqual(taken);
        const days = Array.from({ length: 60 }, (_, n) => new Date(Date.parse('2020-01-01') + n * 86_400_000).toISOString().slice(0, 10)).filter(
          (one) => one >= from && one < to,
        );
        for (const entry of list) if (days.some((one) => isValidAt(entry, one))) expect(isValidIn(entry, from, to)).toBe(true);
        for (const entry of list)
          if (from < to && (entry.validFrom ?? '') < (entry.validTo ?? '9999'))
            expect(isValidIn(entry, from, to)).toBe(days.some((one) => isValidAt(entry, one)));
      }),
    );
  });

  test.each([
    ...Object.entries(commandNamed).map(([name, { schema }]) => [name, schema] as const),
    ['ReportCase', reportCase] as const,
    ...recordTypes.flatMap(({ family, creation, commands }) =>
      [creation, ...commands].map(({ name, schema }) => [`${family}.${name}`, schema as z.ZodType] as const),
    ),
  ])('%s: every field whose codes have labels is looked at', (_, schema) => {
    const seen = new Set(codedFields(schema).map(({ path }) => path.join('.')));
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
    const [root] = Object.values(json.$defs ?? {});
    expect([...labelled(json.properties === undefined ? (root as Json) : json, [])].filter((path) => !seen.has(path))).toEqual([]);
  });

  test('the schema has the days of those codes that do not always hold, for OpenAPI and whoever reads it', () => {
    const list = [
      { code: 'a', label: 'A' },
      { code: 'b', label: 'B', validFrom: '2027-01-01' },
    ] as const;
    expect(z.toJSONSchema(oneOf(list))).toMatchObject({
      enum: ['a', 'b'],
      'x-enum-labels': { a: 'A', b: 'B' },
      'x-enum-validity': { b: { validFrom: '2027-01-01', validTo: null } },
    });
    expect(aboutList([list[0]])).toEqual({ 'x-enum-labels': { a: 'A' } });
  });
});
