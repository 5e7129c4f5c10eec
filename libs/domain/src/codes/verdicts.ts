import type { Code, CodeOf } from './code.js';

/** Result of an egenkontroll. */
export const verdicts = [
  { code: 'approved', label: 'Godkänd' },
  { code: 'notApproved', label: 'Ej godkänd' },
  { code: 'notPerformed', label: 'Ej genomförd' },
] as const satisfies readonly Code[];
export type Verdict = CodeOf<typeof verdicts>;
