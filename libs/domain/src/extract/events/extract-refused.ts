import { z } from 'zod';
import { labelOf } from '../../codes/code.js';
import { extractRefusalGrounds } from '../../codes/extracts.js';
import { dayInWords } from '../../days.js';
import { date, oneOf, sealed } from '../../shapes.schema.js';
import { defineExtractEvent } from '../extract.js';

/** `toldOn`: when the one who asked was given the decision with its reasons and how to appeal. */
export const extractRefused = defineExtractEvent({
  name: 'ExtractRefused',
  label: 'Begäran avslogs',
  open: z.object({ ground: oneOf(extractRefusalGrounds), toldOn: date }),
  sealed: sealed('refusal'),
  detail: ({ ground, toldOn }) => `${labelOf(extractRefusalGrounds, ground)}, beslutet lämnades den ${dayInWords(toldOn)}`,
  evolve: (_extract, { open: { ground }, at }) => ({ refused: { at, ground } }),
});
