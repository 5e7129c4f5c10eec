import type { Code, CodeOf } from './code.js';

/** What a report asks for across the categories; several or none. */
export const aspects = [
  { code: 'discrimination', label: 'Diskriminering' },
  { code: 'threatsOrViolence', label: 'Hot eller våld' },
  { code: 'aboutDecision', label: 'Gäller ett beslut' },
  { code: 'mattersForPatientSafety', label: 'Rör patientsäkerheten' },
] as const satisfies readonly Code[];
export type Aspect = CodeOf<typeof aspects>;
