import { z } from 'zod';
import { labelOf } from '../../codes/code.js';
import { logVerdicts } from '../../codes/log-reviews.js';
import { count, oneOf, sealed } from '../../shapes.schema.js';
import { defineLogReviewEvent } from '../logreview.js';

export const resultNoted = defineLogReviewEvent({
  name: 'ResultNoted',
  label: 'Resultatet antecknades',
  open: z.object({ verdict: oneOf(logVerdicts), looked: count }),
  sealed: sealed('found'),
  detail: ({ verdict, looked }) => `${labelOf(logVerdicts, verdict).toLowerCase()}, ${looked === 1 ? '1 åtkomst granskad' : `${looked} åtkomster granskade`}`,
  evolve: (_review, { open, at }) => ({ result: { ...open, at } }),
});
