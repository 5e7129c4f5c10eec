import { z } from 'zod';

/** Invented strings that occur nowhere else: a place where one is found is a leak. */
const name = (n: number) => `Zebedeja Kvastensson${n}`;
const personalNumber = (n: number) => `19121212-${String(7000 + n)}`;
const phone = (n: number) => `070-174 06 ${String(10 + (n % 90))}`;
export const mailAddress = 'zebedeja.kvastensson@example.org';

let planted = 0;
/** A sentence with a name, a number and a phone number; another one at each call. */
export function words(): string {
  planted += 1;
  return `${name(planted)}, ${personalNumber(planted)}, ring ${phone(planted)}`;
}
/** What a header can hold: no spaces and no Swedish letters. */
export const inHeader = (): string => `Zebedeja.Kvastensson.19121212-${7000 + (planted += 1)}`;

/** The search terms, in lower case; in files as bytes. */
export const traces = ['zebedeja', 'kvastensson', '19121212', '070-174', '070174'] as const;

/** The first trace in a text, or null. */
export function traceIn(text: string): string | null {
  const low = text.toLowerCase();
  return traces.find((trace) => low.includes(trace)) ?? null;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly 'x-text'?: string;
  readonly pattern?: string;
  readonly properties?: Record<string, Schema>;
  readonly anyOf?: readonly Schema[];
}

/** Paths of the fields of a schema that take words (`reporter.name`), by their mark. */
export const wordFields = (schema: z.ZodType): readonly string[] => fieldsOf(schema, (field) => field['x-text'] === 'sealed');
/** Paths of the fields where a code is typed: any text of a code's form. */
export const codeFields = (schema: z.ZodType): readonly string[] =>
  fieldsOf(schema, (field) => field.pattern?.startsWith('^[A-Za-z0-9][A-Za-z0-9#:@.-]') === true);

function fieldsOf(schema: z.ZodType, is: (field: Schema) => boolean): readonly string[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema & { readonly $defs?: Record<string, Schema> };
  const paths = (part: Schema, at: string): readonly string[] => {
    const named = part.$ref === undefined ? part : (json.$defs?.[part.$ref.slice('#/$defs/'.length)] ?? {});
    if (named.type === 'string') return is(named) ? [at] : [];
    const within = Object.entries(named.properties ?? {}).flatMap(([field, inner]) => paths(inner, at === '' ? field : `${at}.${field}`));
    return [...within, ...(named.anyOf ?? []).flatMap((inner) => paths(inner, at))];
  };
  return paths(json, '');
}

/** The command with every field for words filled, and what was filled. */
export function filled(schema: z.ZodType, command: Record<string, unknown>): Record<string, unknown> {
  const whole = structuredClone(command);
  for (const path of wordFields(schema)) {
    const [first, second] = path.split('.') as [string, string?];
    if (second === undefined) whole[first] = words();
    else whole[first] = { ...(whole[first] as object), [second]: path === 'answer.to' ? mailAddress : words() };
  }
  return whole;
}
