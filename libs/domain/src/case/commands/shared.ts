import { z } from 'zod';
import { moveReasons } from '../../codes/case-codes.js';
import { dissents, NONE } from '../../codes/decisions.js';
import { id, instant, maybeWords, oneOf, several, typedKey, words } from '../../shapes.schema.js';
import type { FormField } from '../case-command.js';

/* Fields, and words of fields, that several commands have. */

/** Why, in the words of the one who decides. */
export const reasons = words;
/** When it was done, if not now: feedback given on Tuesday and written down on Thursday. */
export const at = instant.optional();

/** A person, or that there was none: an answer of its own. */
const idOrNone = z.union([z.literal(NONE), id]);

/** Beside the decision: the day it was made (now where it is not said), who took part without deciding, what was entered against it. */
export const decisionRecord = {
  delegationPoint: typedKey.nullable().default(null),
  body: typedKey.nullable().default(null),
  at,
  participants: several(idOrNone).nullable().default(null),
  dissents: several(oneOf(dissents)).nullable().default(null),
  dissent: maybeWords,
};

/** Which of the case's files went along. */
export const filesSent = several(id).default([]);

/** Some of the reasons for a change of unit or of what was stated. */
export const reasonOf = <const T extends readonly (typeof moveReasons)[number]['code'][]>(codes: T) =>
  oneOf(moveReasons.filter(({ code }) => codes.includes(code)) as unknown as readonly { readonly code: T[number]; readonly label: string }[]);

export const ivoLetter = { label: 'Vad står det i brevet?' };

/** Heading of the questions that most decisions answer with no: one answer opens them. */
const fold = 'Annan dag, fler som medverkade, eller en reservation?';

/** How the record of a decision is asked for; who took part and what was entered against it where the decision is one on notification. */
export const decisionRecordForm = {
  at: { label: 'Vilken dag fattades beslutet? (om inte i dag)', fold },
  participants: {
    fold,
    label: 'Medverkade någon mer vid den slutliga handläggningen, utan att delta i avgörandet?',
    hint: 'Föredraganden anges för sig. Medverkade ingen mer väljer du Inga.',
    asked: ['decides'],
  },
  dissents: { label: 'Anmäldes reservation eller avvikande mening?', fold, asked: ['decides'] },
  dissent: { label: 'Vem anmälde det, och vad skrevs?', hint: 'Bara om någon gjorde det.', fold, asked: ['decides'] },
} as const satisfies Readonly<Record<string, FormField>>;
