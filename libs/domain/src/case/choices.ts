import { codesOf } from '../codes/code.js';
import { lawAreas } from '../codes/law-areas.js';
import type { ExistingCase } from './case.js';
import { holdsFor, type When } from './conditions.js';

/* Choices that several commands share, by the situation of the case. */

export type Codes = readonly string[];
export const socialLaws = codesOf(lawAreas).filter((law) => law !== 'HSL');

/** The first row that holds gives the codes. */
export const byWhen =
  (...rows: readonly (readonly [When, Codes])[]) =>
  (state: ExistingCase): Codes =>
    rows.find(([when]) => holdsFor(when, state))?.[1] ?? [];

/** Those who may be told, by the kind of the case. */
export function recipients(state: ExistingCase): Codes {
  if (holdsFor(['complaint'], state)) return ['complainant', 'patientsCommittee'];
  if (holdsFor(['mirror'], state)) return ['board', 'provider', 'reporter'];
  const told = holdsFor(['care'], state) ? ['patient', 'relative', 'individual'] : ['individual', 'relative'];
  return ['reporter', ...told, 'staffGroup', ...(holdsFor(['decides'], state) ? ['board'] : [])];
}
