import { Lacking } from '../../lacks.js';
import { maybeWords } from '../../shapes.schema.js';
import { logReviewClosed } from '../events/log-review-closed.js';
import { defineLogReviewCommand } from '../logreview.js';
import { reviewers } from '../who.js';

/** Ends the control; one with remarks only with what was done about them. */
export const closeLogReview = defineLogReviewCommand({
  name: 'CloseLogReview',
  input: { done: maybeWords },
  who: reviewers,
  title: 'Avsluta loggkontrollen',
  button: 'Avsluta loggkontrollen',
  form: { done: { label: 'Vad har gjorts åt anmärkningarna?', hint: 'Behöver inte fyllas i när kontrollen inte gav någon anmärkning.', required: false } },
  offered: ({ result, closedAt }) => result !== null && closedAt === null,
  decide({ result }, { done }) {
    new Lacking('CloseLogReview').need(result?.verdict !== 'remark' || Boolean(done), 'done', 'Skriv vad som har gjorts åt anmärkningarna').orRefuse();
    return [logReviewClosed.of({}, done ? { done } : {})];
  },
});
