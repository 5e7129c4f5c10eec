import type { Code, CodeOf } from './code.js';

/** Decisions that take effect when a second person has confirmed them by their own log-in. */
export const secondedDecisions = [
  { code: 'cancel', label: 'Makulering' },
  { code: 'override', label: 'Att den som har utrett får besluta' },
  { code: 'except', label: 'Undantag från jäv för en åtgärd' },
] as const satisfies readonly Code[];
export type SecondedDecision = CodeOf<typeof secondedDecisions>;

export const secondAnswers = [
  { code: 'confirmed', label: 'Bekräftad' },
  { code: 'refused', label: 'Inte bekräftad' },
  { code: 'takenBack', label: 'Återtagen av den som bad om den' },
] as const satisfies readonly Code[];
export type SecondAnswer = CodeOf<typeof secondAnswers>;

/**
 * Steps that somebody with a conflict of interest may be allowed to take where nobody else can without undue delay (KL 6 kap. 30 §, FL 18 §).
 * None of them decides the matter: outcome, notification, transfer and closing are never among them.
 */
export const urgentSteps = [
  { code: 'planAction', label: 'Besluta en åtgärd' },
  { code: 'changeAction', label: 'Ändra en åtgärd' },
  { code: 'informPatient', label: 'Informera patienten' },
  { code: 'notifyIvo', label: 'Skicka en beslutad anmälan till IVO' },
  { code: 'sendToIvo', label: 'Skicka något mer till IVO' },
] as const satisfies readonly Code[];
export type UrgentStep = CodeOf<typeof urgentSteps>;
