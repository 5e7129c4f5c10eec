import type { Code, CodeOf } from './code.js';

/** The basis of a rule; a local one is never printed as law. */
export const dutyBases = [
  { code: 'law', label: 'Lag eller föreskrift' },
  { code: 'authority', label: 'Myndighets beslut' },
  { code: 'local', label: 'Lokal regel' },
] as const satisfies readonly Code[];
export type DutyBasis = CodeOf<typeof dutyBases>;

/** What the rule says of time; the types are never mixed (docs/engine.md#deadlines). */
export const dutyTypes = [
  { code: 'dutyNoTime', label: 'Skyldighet utan tid' },
  { code: 'promptness', label: 'Skyndsamhet utan tal' },
  { code: 'period', label: 'Frist' },
  { code: 'annualDate', label: 'Dag på året' },
  { code: 'setByAuthority', label: 'Dag i myndighetens brev' },
] as const satisfies readonly Code[];
export type DutyType = CodeOf<typeof dutyTypes>;

export const dutyEndings = [
  { code: 'met', label: 'Fullgjord' },
  { code: 'notApplicable', label: 'Ej tillämplig' },
  { code: 'withdrawn', label: 'Återtagen' },
] as const satisfies readonly Code[];
export type DutyEnding = CodeOf<typeof dutyEndings>;
