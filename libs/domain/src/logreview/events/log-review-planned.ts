import { z } from 'zod';
import { dayInWords } from '../../days.js';
import { date, key } from '../../shapes.schema.js';
import { defineLogReviewEvent } from '../logreview.js';
import { monthInWords } from '../month.schema.js';

export const logReviewPlanned = defineLogReviewEvent({
  name: 'LogReviewPlanned',
  label: 'Loggkontrollen planerades',
  open: z.object({ number: key, unit: key, month: key, due: date }),
  detail: ({ month, due }) => `för ${monthInWords(month)}, klar senast den ${dayInWords(due)}`,
  begin: (id, { open, version, at }) => ({ ...open, id, version, plannedAt: at, result: null, closedAt: null, stepsTaken: [] }),
});
