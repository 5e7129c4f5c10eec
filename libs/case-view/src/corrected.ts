import { z } from 'zod';
import { described } from '#domain/case/commands/described.schema';
import { isSame } from '#domain/case/decide/work';
import type { Desc } from '#domain/case/events.schema';
import { codedFields } from '#domain/coded';
import { labelOf } from '#domain/codes/code';
import { dayInWords, isInstantText } from '#domain/days';
import { stockholmDate } from '#domain/law/calendar';
import type { Organisation } from '#domain/org/units';

/** One fact of a case as it stood and as it was corrected to, in words; null where nothing was stated. */
export interface CorrectedFact {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

const lists = new Map(codedFields(z.object(described)).map(({ path, list }) => [path.join('.'), list]));

/**
 * What a correction changes, fact by fact; a fact that stays as it was is left out.
 * @param set the facts of the correction, by field (an event's `set`, or a command's)
 */
export function correctedFacts(before: Desc, set: Readonly<Record<string, unknown>>, organisation: Organisation, today: string): readonly CorrectedFact[] {
  const word = (field: string, value: unknown): string | null => wordOf(field, value, organisation, today);
  return Object.entries(set).flatMap(([field, value]) => {
    const stood = before[field as keyof Desc];
    const fact = { field, before: word(field, stood), after: word(field, value) };
    return value === undefined || isSame(stood ?? null, value) ? [] : [fact];
  });
}

function wordOf(field: string, value: unknown, organisation: Organisation, today: string): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((one) => wordOf(field, one, organisation, today)).join(', ');
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej';
  const text = String(value);
  if (field === 'unit') return organisation.nameOf(text, today);
  const list = lists.get(field);
  if (list !== undefined) return labelOf(list, text);
  return isInstantText(text) ? dayInWords(stockholmDate(text)) : text;
}
