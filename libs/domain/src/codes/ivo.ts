import type { Code, CodeOf } from './code.js';

/** A working list: IVO's own was not found. */
export const ivoOutcomes = [
  { code: 'closedWithoutAction', label: 'Avslutat utan åtgärd' },
  { code: 'reportBack', label: 'Brister, åtgärder ska redovisas' },
  { code: 'injunction', label: 'Föreläggande' },
  { code: 'inspection', label: 'Egen tillsyn inledd' },
  { code: 'prohibition', label: 'Förbud eller återkallelse' },
  { code: 'notLex', label: 'Inte lex Sarah eller lex Maria' },
] as const satisfies readonly Code[];
export type IvoOutcome = CodeOf<typeof ivoOutcomes>;

/** The position on notification. */
export const ivoNotify = [
  { code: 'yes', label: 'Anmäls till IVO' },
  { code: 'no', label: 'Anmäls inte' },
  { code: 'notApplicable', label: 'Ej aktuellt' },
] as const satisfies readonly Code[];
export type IvoNotify = CodeOf<typeof ivoNotify>;
