import { z } from 'zod';
import { extractChoices } from '../../codes/extracts.js';
import { count, flag, id, key, maybe, oneOf } from '../../shapes.schema.js';

const span = z.object({ from: count, to: count }).strict();

/** A line of words by its place, as it is judged. */
export const judgedPassage = z
  .object({ event: id, words: key, part: count, choice: oneOf(extractChoices), spans: maybe(z.array(span).min(1).max(1_000)) })
  .strict();

export const hitShape = { family: key, of: id, passages: z.array(judgedPassage).min(1).max(2_000), mayTell: flag };
