import type { Code, CodeOf } from './code.js';

export const feedbackRecipients = [
  { code: 'complainant', label: 'Den som klagat' },
  { code: 'reporter', label: 'Rapportören' },
  { code: 'individual', label: 'Den enskilde' },
  { code: 'patient', label: 'Patienten' },
  { code: 'relative', label: 'Närstående' },
  { code: 'staffGroup', label: 'Personalgruppen' },
  { code: 'board', label: 'Nämnden' },
  { code: 'provider', label: 'Utföraren' },
  { code: 'patientsCommittee', label: 'Patientnämnden' },
] as const satisfies readonly Code[];
export type FeedbackRecipient = CodeOf<typeof feedbackRecipients>;

export const feedbackWhats = [
  { code: 'confirmation', label: 'Bekräftelse' },
  { code: 'interim', label: 'Besked under tiden' },
  { code: 'answer', label: 'Svar' },
] as const satisfies readonly Code[];
export type FeedbackWhat = CodeOf<typeof feedbackWhats>;

/** The content of an answer. A patient's answer always explains; measures where there are any (PSL 3 kap. 8 b §). */
export const answerParts = [
  { code: 'explanation', label: 'Förklaring till det som hände' },
  { code: 'actions', label: 'Åtgärder som görs eller har gjorts' },
  { code: 'apology', label: 'Ursäkt' },
  { code: 'whereToTurn', label: 'Vart man kan vända sig vidare' },
] as const satisfies readonly Code[];
export type AnswerPart = CodeOf<typeof answerParts>;

export const feedbackMethods = [
  { code: 'meeting', label: 'Möte' },
  { code: 'phone', label: 'Telefon' },
  { code: 'letter', label: 'Brev' },
  { code: 'email', label: 'E-post' },
  { code: 'code', label: 'Med ärendets kod' },
  { code: 'spoken', label: 'Muntligt på plats' },
  { code: 'inSystem', label: 'I Gensvar, under Mina rapporter' },
] as const satisfies readonly Code[];
export type FeedbackMethod = CodeOf<typeof feedbackMethods>;
