import { z } from 'zod';
import { feedbackMethods, feedbackRecipients, feedbackWhats } from '../../codes/feedback.js';
import { inSentence } from '../../codes/in-sentence.js';
import { key, oneOf, sealed, several } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, feedback, seen } from '../changes.js';
import { label } from '../history-words.js';

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
    return { ...feedback(state, event, event.open.to, event.open.what, event.open.method, true), ...seen(state) };
  },
});
