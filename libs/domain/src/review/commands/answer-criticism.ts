import { Lacking } from '../../lacks.js';
import { count, id, maybe, maybeWords } from '../../shapes.schema.js';
import { criticismAnswered } from '../events/findings-noted.js';
import { defineReviewCommand, isOpen, pointsInWords, type Review, unanswered } from '../review.js';
import { reviewKeepers } from '../who.js';

/** The point that is meant: the one named, or the only one that is not answered. */
const meant = (review: Review, point: number | null): number | null => {
  const left = unanswered(review);
  if (point !== null) return review.criticism.some((one) => one.point === point) ? point : null;
  return left.length === 1 ? (left[0]?.point ?? null) : null;
};

const which = ({ criticism }: Review): string =>
  criticism.length === 0 ? 'Granskningen har ingen antecknad kritik' : `Ange vilken punkt det gäller: ${pointsInWords(criticism)} finns`;

/** Answers a point by an action that exists, or by why none is taken. */
export const answerCriticism = defineReviewCommand({
  name: 'AnswerCriticism',
  input: { point: maybe(count), action: maybe(id), whyNone: maybeWords },
  who: reviewKeepers,
  title: 'Besvara kritik',
  button: 'Spara svaret',
  form: {
    point: { label: 'Vilken punkt?', hint: 'Punktens nummer. Kan lämnas tomt när bara en är obesvarad.', required: false },
    action: {
      label: 'Vilken åtgärd möter kritiken?',
      hint: 'Åtgärdens nummer, om den redan finns. En ny föreslås vid punkten.',
      of: 'record',
      required: false,
    },
    whyNone: { label: 'Eller varför tas ingen åtgärd?', required: false },
  },
  offered: (review) => isOpen(review) && review.criticism.length > 0,
  refers: ({ action }) => (action === null ? [] : [`action/${action}`]),
  decide(review, { point, action, whyNone }) {
    const of = meant(review, point);
    new Lacking('AnswerCriticism')
      .need(of !== null, 'point', which(review))
      .need(action !== null || Boolean(whyNone), 'action', 'Ange en åtgärd eller skriv varför ingen tas')
      .need(action === null || !whyNone, 'whyNone', 'Skäl att inte göra något anges bara när det inte finns någon åtgärd')
      .orRefuse();
    return [criticismAnswered.of({ point: of ?? 0, action: action === null ? null : `action/${action}` }, whyNone ? { whyNone } : {})];
  },
});

/** Given by the system when an action is proposed for a point: what is missing is said in the form of the action. */
export const tieAction = defineReviewCommand({
  name: 'TieAction',
  input: { point: maybe(count), action: id },
  who: ['system'],
  title: 'Koppla en åtgärd',
  button: 'Koppla',
  form: {},
  offered: () => true,
  decide(review, { point, action }) {
    const of = meant(review, point);
    if (of === null && point === null) return [];
    new Lacking('ProposeAction').need(of !== null, 'point', which(review)).orRefuse();
    return [criticismAnswered.of({ point: of ?? 0, action: `action/${action}` })];
  },
});
