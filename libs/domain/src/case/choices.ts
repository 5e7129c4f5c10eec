import { codesOf } from '../codes/code.js';
import { lawAreas } from '../codes/law-areas.js';
import { urgentSteps } from '../codes/seconded.js';
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

/** The steps that can come in a case of this kind: what is told to patients only where there is one, what is sent to IVO only where the municipality decides on it. */
export const urgentStepsIn = (state: ExistingCase): Codes =>
  codesOf(urgentSteps).filter((step) => {
    if (step === 'informPatient') return holdsFor(['care', 'lexMaria'], state);
    return step === 'notifyIvo' || step === 'sendToIvo' ? holdsFor(['decides'], state) : true;
  });

/** Those who may be told, by the kind of the case. */
export function recipients(state: ExistingCase): Codes {
  if (holdsFor(['complaint'], state)) return ['complainant', 'patientsCommittee'];
  if (holdsFor(['mirror'], state)) return ['board', 'provider', 'reporter'];
  const told = holdsFor(['care'], state) ? ['patient', 'relative', 'individual'] : ['individual', 'relative'];
  return ['reporter', ...told, 'staffGroup', ...(holdsFor(['decides'], state) ? ['board'] : [])];
}
