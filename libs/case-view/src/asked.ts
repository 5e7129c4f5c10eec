import type { ExistingCase } from '#domain/case/case';
import type { FormField } from '#domain/case/case-command';
import { commandNamed, type PublicCommand } from '#domain/case/commands.schema';
import { holdsFor } from '#domain/case/conditions';
import { codesOffered } from '#domain/case/decide/codes-of-day';

type Name = PublicCommand['type'];

const formOf = (name: Name): readonly (readonly [string, FormField])[] => Object.entries(commandNamed[name].form ?? {});

/** The fields that a command's form asks in this case, in order. */
export const askedIn = (name: Name, state: ExistingCase): readonly string[] =>
  formOf(name).flatMap(([field, { asked }]) => (holdsFor(asked ?? 'always', state) ? [field] : []));

/** The codes that a field offers in this case on this day, those that stand in the form among them; null where it chooses from no list. */
export const choicesIn = (name: Name, field: string, state: ExistingCase, today: string, inForm: readonly string[]): readonly string[] | null =>
  codesOffered(commandNamed[name], field, commandNamed[name].form?.[field]?.choices?.(state) ?? null, { state, today, inForm });

/** What is chosen in a field from the start; null for nothing. */
export const initialIn = (name: Name, field: string, state: ExistingCase, person: string | null): string | null =>
  commandNamed[name].form?.[field]?.initial?.(state, person) ?? null;
