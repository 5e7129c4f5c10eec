import type { Code, CodeOf } from './code.js';
import { secrecyRules } from './disclosure.js';

export const extractStatuses = [
  { code: 'received', label: 'Mottagen, inget granskat' },
  { code: 'reviewing', label: 'Granskas' },
  { code: 'released', label: 'Utlämnat' },
  { code: 'refused', label: 'Avslagen' },
  { code: 'ended', label: 'Avslutad utan utdrag' },
] as const satisfies readonly Code[];

/** Why a request is refused. */
export const extractRefusalGrounds = [
  { code: 'excessive', label: 'Uppenbart ogrundad eller orimlig (dataskyddsförordningen art. 12.5)' },
  { code: 'notIdentified', label: 'Personen kan inte identifieras (dataskyddsförordningen art. 11.2, 12.2)' },
  { code: 'secret', label: 'Uppgifterna får inte lämnas ut till personen (lagen (2018:218) 5 kap. 1 §)' },
] as const satisfies readonly Code[];
export type ExtractRefusalGround = CodeOf<typeof extractRefusalGrounds>;

/** What is done with a text that was found for one who asks for what is held about them: given out, about another person, or left out by a rule. */
export const extractChoices = [
  { code: 'give', label: 'Lämnas ut' },
  { code: 'other', label: 'Gäller någon annan' },
  ...secrecyRules,
] as const satisfies readonly Code[];
export type ExtractChoice = CodeOf<typeof extractChoices>;
