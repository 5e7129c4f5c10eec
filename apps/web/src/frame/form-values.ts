import { isDay } from '#domain/days';
import { endOfDay, startOfDay } from '#domain/law/calendar';
import type { FieldModel } from '#ui/field';
import { type FormBody, listOf, textOf } from './request.js';

/**
 * The body of a form as the command's schema wants it: lists for several choices, true and false for yes and no,
 * an instant for a day. Empty fields are left out, so that the schema's own default or its message applies.
 */
export function valuesOf(fields: readonly FieldModel[], body: FormBody): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.as === 'choices') {
      const chosen = listOf(body, field.name);
      if (chosen.length > 0) values[field.name] = chosen;
      continue;
    }
    const text = textOf(body, field.name);
    if (text === '') continue;
    if (field.as === 'yesNo') values[field.name] = text === 'true';
    else if (field.as === 'number') values[field.name] = Number(text);
    else if (field.as === 'day') values[field.name] = instantOf(field.name, text);
    else values[field.name] = text;
  }
  return values;
}

/** A due day ends at midnight; a day on which something happened begins there. An invalid day is left for the schema to refuse. */
function instantOf(name: string, day: string): string {
  if (!isDay(day)) return day;
  return name.toLowerCase().includes('due') ? endOfDay(day) : startOfDay(day);
}
