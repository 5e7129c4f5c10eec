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
  { code: 'alreadyNotified', label: 'Redan anmält' },
  { code: 'otherIsObliged', label: 'Annan är anmälningsskyldig' },
] as const satisfies readonly Code[];
export type IvoNotify = CodeOf<typeof ivoNotify>;

/** How a notification went. Never by e-mail or fax (IVO). */
export const ivoWays = [
  { code: 'eService', label: 'IVO:s e-tjänst' },
  { code: 'post', label: 'Post' },
] as const satisfies readonly Code[];
export type IvoWay = CodeOf<typeof ivoWays>;

/** What is sent to IVO after the notification. */
export const ivoMaterials = [
  { code: 'investigation', label: 'Utredningen' },
  { code: 'supplement', label: 'Komplettering' },
  { code: 'requirementReport', label: 'Redovisning av krav' },
] as const satisfies readonly Code[];
export type IvoMaterial = CodeOf<typeof ivoMaterials>;

/** Who answers IVO. */
export const ivoAnswerers = [
  { code: 'unit', label: 'Enheten' },
  { code: 'board', label: 'Nämnden' },
] as const satisfies readonly Code[];
export type IvoAnswerer = CodeOf<typeof ivoAnswerers>;
