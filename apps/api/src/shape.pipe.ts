import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { refuse } from '#domain/errors';
import { inSwedish } from '#domain/swedish.schema';
import { keptText } from './kept-text.js';

/** Parses by the schema. @throws Refusal badShape that names every field that does not fit, in Swedish */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const result = schema.safeParse(value, { error: inSwedish });
  return result.success
    ? result.data
    : refuse(
        'badShape',
        result.error.issues.map((issue) => ({ field: issue.path.join('.'), text: issue.message })),
      );
}

/**
 * The check of text and shape at the edge: every @Body, @Query and @Param has a schema (a test finds one without), and any text that
 * it accepts can be stored and is normalised.
 */
export class ShapePipe implements PipeTransform {
  transform(value: unknown, { schema, type }: ArgumentMetadata): unknown {
    if (schema === undefined) return value;
    return parse(schema as unknown as z.ZodType, keptText(type === 'body' ? (value ?? {}) : value));
  }
}
