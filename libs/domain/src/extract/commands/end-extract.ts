import { words } from '../../shapes.schema.js';
import { extractEnded } from '../events/extract-ended.js';
import { defineExtractCommand, isOpen } from '../extract.js';
import { extractors } from '../who.js';

/** Ends a request that has no extract: it was taken back, or who asks could not be shown (GDPR art. 12.6). */
export const endExtract = defineExtractCommand({
  name: 'EndExtract',
  input: { reasons: words },
  who: extractors,
  title: 'Avsluta utan utdrag',
  button: 'Avsluta begäran',
  form: {
    reasons: {
      label: 'Varför lämnas inget utdrag?',
      hint: 'Till exempel att begäran togs tillbaka. Ett avslag är ett skriftligt beslut som kan överklagas (lagen (2018:218) 7 kap. 2 §).',
    },
  },
  offered: isOpen,
  decide: (_extract, { reasons }) => [extractEnded.of({}, { reasons })],
});
