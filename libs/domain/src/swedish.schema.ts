import type { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const expected: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'ett tal',
  int: 'ett heltal',
  boolean: 'ja eller nej (true eller false)',
  array: 'en lista',
  object: 'ett objekt med fält',
  null: 'tomt (null)',
};

/** Swedish messages for zod's faults, in the words of a person who fills in a form. A schema's own message goes first. */
export function inSwedish(issue: Issue): string {
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) return 'Fyll i uppgiften';
  switch (issue.code) {
    case 'invalid_type':
      return `Ska vara ${expected[issue.expected] ?? 'en annan sorts uppgift'}`;
    case 'invalid_value':
      return 'Okänt värde';
    case 'too_small':
      return `Minst ${issue.minimum}`;
    case 'too_big':
      return `Högst ${issue.maximum}`;
    case 'unrecognized_keys':
      return `Fält som inte hör hit: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return issue.discriminator === undefined ? 'Uppgiften går inte att läsa' : 'Det finns inget sådant kommando';
    default:
      return 'Uppgiften går inte att läsa';
  }
}
