import { z } from 'zod';
import { dayInWords } from '../../days.js';
import { date, sealed } from '../../shapes.schema.js';
import { defineExtractEvent } from '../extract.js';

/** `toldOn`: when the one who asked was told that it takes longer, and why. */
export const extractExtended = defineExtractEvent({
  name: 'ExtractExtended',
  label: 'Tiden för begäran förlängdes',
  open: z.object({ due: date, toldOn: date }),
  sealed: sealed('whyLater'),
  detail: ({ due, toldOn }) => `lämnas senast den ${dayInWords(due)}, den som begär fick veta det den ${dayInWords(toldOn)}`,
  evolve: (_extract, { open: { due, toldOn } }) => ({ due, extendedOn: toldOn }),
});
