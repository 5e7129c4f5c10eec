import { text } from '../text.schema.js';

/** Longest written title of a case, in characters. */
const LONGEST = 80;

/**
 * What a person calls a case, on one line. A person's words, and so sealed, but short: it stands in lists for those who may read the words of the case. Empty or absent:
 * none.
 */
export const caseTitle = text()
  .overwrite((value) => value.replaceAll(/\s+/g, ' '))
  .max(LONGEST, `Högst ${LONGEST} tecken`)
  .meta({ 'x-text': 'sealed' })
  .optional();
