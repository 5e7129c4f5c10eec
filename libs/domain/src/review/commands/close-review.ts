import { Lacking } from '../../lacks.js';
import { firstDayOf, lastDayOf, roughDayInWords } from '../../rough-day.js';
import { roughDayHint, typedRoughDay } from '../../rough-day.schema.js';
import { count, maybe, maybeFlag, words } from '../../shapes.schema.js';
import { reviewClosed, reviewDecided, reviewReopened } from '../events/review-decided.js';
import { awaited, defineReviewCommand, isOpen, pointsInWords, unanswered } from '../review.js';
import { reviewKeepers } from '../who.js';

/** What the reviewer decided; damages are yes or no, also where the amount is not known. */
export const noteDecision = defineReviewCommand({
  name: 'NoteDecision',
  input: { on: typedRoughDay, decision: words, damages: maybeFlag, amount: maybe(count) },
  who: reviewKeepers,
  title: 'Anteckna beslutet',
  button: 'Spara beslutet',
  form: {
    on: { label: 'När togs beslutet?', hint: roughDayHint },
    decision: { label: 'Vad säger beslutet?' },
    damages: { label: 'Ska skadestånd betalas?', hint: 'Lämnas tomt när beslutet inte handlar om det.', required: false },
    amount: { label: 'Belopp i kronor', hint: 'Lämnas tomt när det inte är känt.', required: false },
  },
  offered: isOpen,
  decide(_review, { on, decision, damages, amount }, { today }) {
    new Lacking('NoteDecision')
      .need(firstDayOf(on) <= today, 'on', 'Dagen kan inte ligga framåt i tiden')
      .need(amount === null || damages === true, 'amount', 'Ett belopp anges bara när skadestånd ska betalas')
      .orRefuse();
    return [reviewDecided.of({ on, damages, amount }, { decision })];
  },
});

/** Ends it with the reason that the reviewer gives. Not while a statement is owed, or a point of criticism is unanswered. */
export const closeReview = defineReviewCommand({
  name: 'CloseReview',
  input: { on: typedRoughDay, closing: words },
  who: reviewKeepers,
  title: 'Avsluta granskningen',
  button: 'Avsluta granskningen',
  form: { on: { label: 'När avslutades den?', hint: roughDayHint }, closing: { label: 'Vilket skäl anger granskaren?' } },
  offered: isOpen,
  decide(review, { on, closing }, { today }) {
    const statement = awaited(review);
    const points = unanswered(review);
    new Lacking('CloseReview')
      .needFirst(statement === undefined, 'GiveStatement.on', `Det som ska lämnas senast ${roughDayInWords(statement?.due ?? '')} är inte lämnat`)
      .needFirst(points.length === 0, 'AnswerCriticism.point', `Kritiken i ${pointsInWords(points)} har varken en åtgärd eller ett skäl till att ingen tas`)
      .needFirst(review.criticism.length > 0 || review.noFindings, 'NoteCriticism.criticism', 'Anteckna kritiken, eller att inga brister framkom')
      .need(firstDayOf(on) <= today, 'on', 'Dagen kan inte ligga framåt i tiden')
      .need(lastDayOf(on) >= firstDayOf(review.on), 'on', `Granskningen är från ${roughDayInWords(review.on)} och kan inte ha avslutats före det`)
      .orRefuse();
    return [reviewClosed.of({ on }, { closing })];
  },
});

/** Opens one that was closed too early. */
export const reopenReview = defineReviewCommand({
  name: 'ReopenReview',
  input: { reasons: words },
  who: reviewKeepers,
  title: 'Öppna granskningen igen',
  button: 'Öppna igen',
  form: { reasons: { label: 'Varför öppnas den?' } },
  offered: (review) => !isOpen(review),
  decide: (_review, { reasons }) => [reviewReopened.of({}, { reasons })],
});
