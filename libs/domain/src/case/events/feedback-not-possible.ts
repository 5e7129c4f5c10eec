import { z } from 'zod';
import { noFeedbackReasons } from '../../codes/case-codes.js';
import { feedbackRecipients, feedbackWhats } from '../../codes/feedback.js';
import { oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, feedback } from '../changes.js';
import { label } from '../history-words.js';

export const feedbackNotPossible = defineCaseEvent({
  name: 'FeedbackNotPossible',
  label: 'Återkoppling gick inte att ge',
  open: z.object({ to: oneOf(feedbackRecipients), what: oneOf(feedbackWhats), reason: oneOf(noFeedbackReasons) }),
  sealed: sealed('reasons'),
  group: 'svar',
  detail: (open): string | null => label('noFeedbackReason', open.reason),
  evolve(state, event): Change {
    return feedback(state, event, event.open.to, event.open.what, event.open.reason, false);
  },
});
