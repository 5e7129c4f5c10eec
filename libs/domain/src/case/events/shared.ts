import { z } from 'zod';
import { dissents } from '../../codes/decisions.js';
import { secrecyRules } from '../../codes/disclosure.js';
import { roles } from '../../codes/roles.js';
import { count, id, key, maybe, maybeSeveral, oneOf, several } from '../../shapes.schema.js';

/* Parts that several events have. */

/** By whom it was decided and in whose place, who took part without deciding ([] = inga), what was entered against it ([] = inget). */
export const record = {
  byRole: oneOf(roles),
  insteadOf: maybe(id),
  body: maybe(key),
  delegationPoint: maybe(key),
  participants: maybeSeveral(id),
  dissents: maybeSeveral(oneOf(dissents)),
};

/** The files of the case that went along; `packageHash` is theirs together. */
export const attachments = several(id).default([]);

/** Where something is left out within a passage, in signs. */
const span = z.object({ from: count, to: count }).strict();

/**
 * A passage of a case, by the event that holds it, the name of the words and its place in them; `rule`: by what it is left out, or, with
 * `spans`, what within it.
 */
export const disclosedPassage = z
  .object({ event: id, words: key, part: count, rule: maybe(oneOf(secrecyRules)), spans: maybe(z.array(span).min(1).max(1_000)) })
  .strict();
