import type { ExistingCase } from '#domain/case/case';
import type { FormField } from '#domain/case/case-command';
import { commandNamed, type PublicCommand } from '#domain/case/commands.schema';
import { holdsFor } from '#domain/case/conditions';

type Name = PublicCommand['type'];

const formOf = (name: Name): readonly (readonly [string, FormField])[] => Object.entries(commandNamed[name].form ?? {});

/** The fields that a command's form asks in this case, in order. */
export const askedIn = (name: Name, state: ExistingCase): readonly string[] =>
  formOf(name).flatMap(([field, { asked }]) => (holdsFor(asked ?? 'always', state) ? [field] : []));

/** The codes that a field offers in this case; null where it offers all of its list. */
export const choicesIn = (name: Name, field: string, state: ExistingCase): readonly string[] | null =>
  commandNamed[name].form?.[field]?.choices?.(state) ?? null;
