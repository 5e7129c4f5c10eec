import { z } from 'zod';
import { sealed } from '../../shapes.schema.js';
import { defineLogReviewEvent } from '../logreview.js';

export const logReviewClosed = defineLogReviewEvent({
  name: 'LogReviewClosed',
  label: 'Loggkontrollen avslutades',
  open: z.object({}),
  sealed: sealed('done'),
  evolve: (_review, { at }) => ({ closedAt: at }),
});
