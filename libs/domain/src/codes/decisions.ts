import type { Code } from './code.js';

/** "Inga" is an answer: nobody else took part, nobody dissented. Not answered is null (docs/law/decisions.md#the-record). */
export const NONE = 'none';

/** What was recorded against a decision. */
export const dissents = [
  { code: NONE, label: 'Nej, ingen' },
  { code: 'reservation', label: 'Reservation av en ledamot (KL 4 kap. 27 §)' },
  { code: 'differing', label: 'Avvikande mening av den som föredrog eller medverkade (egen ordning)' },
] as const satisfies readonly Code[];
