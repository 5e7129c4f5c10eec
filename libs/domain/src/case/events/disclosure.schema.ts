import { z } from 'zod';
import { disclosureRecipients, secrecyRules } from '../../codes/disclosure.js';
import { count, id, key, maybe, oneOf } from '../shapes.schema.js';
import { event } from './shape.schema.js';

/** A passage of a case, by the event that holds it, the name of the words and its place in them; `rule`: by what it is left out. */
export const disclosedPassage = z.object({ event: id, words: key, part: count, rule: maybe(oneOf(secrecyRules)) }).strict();

/** A print of a case for one who has asked for it: to whom, what of it, what was left out by which rule, and the file. */
export const disclosing = {
  DisclosureDecided: event(
    'Ett utdrag lämnades ut',
    z.object({
      to: oneOf(disclosureRecipients),
      passages: z.array(disclosedPassage).min(1).max(2000),
      document: id,
      sha256: key,
    }),
  ),
} as const;
