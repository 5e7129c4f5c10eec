import type { Code, CodeOf } from './code.js';
import { secrecyRules } from './disclosure.js';

export const extractStatuses = [
  { code: 'received', label: 'Mottagen, inget granskat' },
  { code: 'reviewing', label: 'Granskas' },
  { code: 'released', label: 'Utlämnat' },
  { code: 'ended', label: 'Avslutad utan utdrag' },
] as const satisfies readonly Code[];

/** What is done with a text that was found for one who asks for what is held about them: given out, about another person, or left out by a rule. */
export const extractChoices = [
  { code: 'give', label: 'Lämnas ut' },
  { code: 'other', label: 'Gäller någon annan' },
  ...secrecyRules,
] as const satisfies readonly Code[];
export type ExtractChoice = CodeOf<typeof extractChoices>;
