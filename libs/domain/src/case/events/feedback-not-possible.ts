import { z } from 'zod';
import { noFeedbackReasons } from '../../codes/case-codes.js';
import { feedbackRecipients, feedbackWhats } from '../../codes/feedback.js';
import { oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, withFeedback } from '../changes.js';
import { label } from '../history-words.js';
import { type Step, step } from '../step.js';

export const feedbackNotPossible = defineCaseEvent({
  name: 'FeedbackNotPossible',
  label: 'Återkoppling gick inte att ge',
  open: z.object({ to: oneOf(feedbackRecipients), what: oneOf(feedbackWhats), reason: oneOf(noFeedbackReasons) }),
  sealed: sealed('reasons'),
  group: 'svar',
  detail: (open): string | null => label('noFeedbackReason', open.reason),
  evolve(state, event): Change {
    const { to, what, reason } = event.open;
    return { contact: withFeedback(state.contact, event, { given: false, to, what, code: reason }) };
  },
  steps: (event): readonly Step[] => [step(event, 'feedback', { code: event.open.to, code2: event.open.what, flag: false })],
});
