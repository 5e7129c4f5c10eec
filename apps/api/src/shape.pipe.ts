import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { type Lack, refuse } from '#domain/errors';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/** What zod would say in English, in the words of the one who filled in the form. Messages that a schema states itself go first. */
const inSwedish = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return `Ska vara ${types[issue.expected] ?? 'något annat'}`;
    case 'invalid_value':
      return 'Okänt värde';
    case 'too_small':
      return `Minst ${issue.minimum}`;
    case 'too_big':
      return `Högst ${issue.maximum}`;
    case 'unrecognized_keys':
      return `Okända fält: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return issue.discriminator === undefined ? 'Uppgiften går inte att läsa' : 'Okänt slag av kommando';
    default:
      return 'Uppgiften går inte att läsa';
  }
};

const types: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'ett tal',
  int: 'ett heltal',
  boolean: 'ja eller nej (true eller false)',
  array: 'en lista',
  object: 'ett objekt',
  null: 'null',
};

/** Parses by the schema. @throws Refusal badShape that names every field that does not fit, in Swedish */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const result = schema.safeParse(value, { error: inSwedish });
  return result.success
    ? result.data
    : refuse(
        'badShape',
        result.error.issues.map((issue) => lackOf(issue, value)),
      );
}

function lackOf(issue: z.core.$ZodIssue, value: unknown): Lack {
  const given = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
  const required = given === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
  return { field: issue.path.join('.'), text: required ? 'Fyll i uppgiften' : issue.message };
}

/** The one check of shape at the door: every @Body, @Query and @Param has a schema (a test finds the one that has none). */
export class ShapePipe implements PipeTransform {
  transform(value: unknown, { schema, type }: ArgumentMetadata): unknown {
    if (schema === undefined) return value;
    return parse(schema as unknown as z.ZodType, type === 'body' ? (value ?? {}) : value);
  }
}
