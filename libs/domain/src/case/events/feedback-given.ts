import { z } from 'zod';
import { feedbackMethods, feedbackRecipients, feedbackWhats } from '../../codes/feedback.js';
import { inSentence } from '../../codes/in-sentence.js';
import { key, oneOf, sealed, several } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, seen, withFeedback } from '../changes.js';
import { label } from '../history-words.js';
import { type Step, step } from '../step.js';

export const feedbackGiven = defineCaseEvent({
  name: 'FeedbackGiven',
  label: 'Återkoppling gavs',
  open: z.object({ to: oneOf(feedbackRecipients), what: oneOf(feedbackWhats), method: oneOf(feedbackMethods), parts: several(key).default([]) }),
  sealed: sealed('text', 'recipient'),
  group: 'svar',
  detail: (open): string | null =>
    open.to === 'complainant'
      ? label('feedbackWhat', open.what)
      : `${label('feedbackWhat', open.what) ?? ''} till ${inSentence(label('feedbackRecipient', open.to) ?? '')}`,
  evolve(state, event): Change {
    const { to, what, method } = event.open;
    return { contact: seen(withFeedback(state.contact, event, { given: true, to, what, code: method })) };
  },
  steps: (event): readonly Step[] => [step(event, 'feedback', { code: event.open.to, code2: event.open.what, flag: true })],
});
