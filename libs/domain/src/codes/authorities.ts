import type { Code, CodeOf } from './code.js';

/** An authority that writes about a complaint and wants a statement of its own. */
export const askingAuthorities = [
  { code: 'patientsCommittee', label: 'Patientnämnden' },
  { code: 'ivo', label: 'IVO' },
  { code: 'other', label: 'Annan myndighet' },
] as const satisfies readonly Code[];
export type AskingAuthority = CodeOf<typeof askingAuthorities>;

/** Notifications to IVO beside lex Sarah and lex Maria, each by a decision of its own. */
export const ownNotifications = [
  { code: 'providerShortcomings', label: 'Brister hos en utförare som behöver tillstånd' },
  { code: 'dangerousProfessional', label: 'Legitimerad personal som kan vara en fara för patientsäkerheten' },
] as const satisfies readonly Code[];
export type OwnNotification = CodeOf<typeof ownNotifications>;
