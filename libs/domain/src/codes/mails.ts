import type { Code, CodeOf } from './code.js';

/** The subject of a mail to the one who spoke up. */
export const mailSubjects = [
  { code: 'confirmation', label: 'Bekräftelse' },
  { code: 'interim', label: 'Besked under tiden' },
  { code: 'answer', label: 'Svar' },
  { code: 'message', label: 'Meddelande' },
] as const satisfies readonly Code[];
export type MailSubject = CodeOf<typeof mailSubjects>;

/** Its delivery: it waits for our mail server, the server has accepted it, or it will not arrive. */
export const mailStates = [
  { code: 'waiting', label: 'Väntar' },
  { code: 'sent', label: 'Skickat' },
  { code: 'failed', label: 'Kom inte fram' },
] as const satisfies readonly Code[];
export type MailState = CodeOf<typeof mailStates>;

/** Why it will not arrive. */
export const mailFaults = [
  { code: 'rejected', label: 'Mejlservern tar inte emot adressen' },
  { code: 'expired', label: 'Mejlservern sköt upp det i fyra dygn' },
  { code: 'noAddress', label: 'Adressen går inte att läsa' },
] as const satisfies readonly Code[];
export type MailFault = CodeOf<typeof mailFaults>;
