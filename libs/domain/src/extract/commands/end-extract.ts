import { words } from '../../shapes.schema.js';
import { extractEnded } from '../events/extract-ended.js';
import { defineExtractCommand, isOpen } from '../extract.js';
import { extractors } from '../who.js';

/** Ends a request that has no extract: it was taken back, or who asks could not be shown (GDPR art. 12.6). A refusal is a decision of its own. */
export const endExtract = defineExtractCommand({
  name: 'EndExtract',
  input: { reasons: words },
  who: extractors,
  title: 'Avsluta utan utdrag',
  button: 'Avsluta begäran',
  form: {
    reasons: {
      label: 'Varför lämnas inget utdrag?',
      hint: 'Till exempel att begäran togs tillbaka. Ett avslag är ett eget beslut: välj Avslå begäran.',
    },
  },
  offered: isOpen,
  decide: (_extract, { reasons }) => [extractEnded.of({}, { reasons })],
});
