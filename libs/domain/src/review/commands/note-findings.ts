import { z } from 'zod';
import { Lacking } from '../../lacks.js';
import { maybeWords, words } from '../../shapes.schema.js';
import { criticismNoted, noFindingsStated, strengthsNoted } from '../events/findings-noted.js';
import { defineReviewCommand, isOpen } from '../review.js';
import { reviewKeepers } from '../who.js';

/** One point of criticism; each is answered by an action or by why none is taken. */
export const noteCriticism = defineReviewCommand({
  name: 'NoteCriticism',
  input: { criticism: words, isGeneral: z.boolean().default(false) },
  who: reviewKeepers,
  title: 'Anteckna kritik',
  button: 'Spara punkten',
  form: {
    criticism: { label: 'Vad är bristen?', hint: 'En punkt i taget: varje punkt får sin egen åtgärd.' },
    isGeneral: { label: 'Är den av allmän karaktär, och inte särskilt i nämndens verksamheter?' },
  },
  offered: isOpen,
  decide: ({ criticism: noted }, { criticism, isGeneral }) => [criticismNoted.of({ point: noted.length + 1, isGeneral }, { criticism })],
});

/** Nothing was found, said outright. */
export const stateNoFindings = defineReviewCommand({
  name: 'StateNoFindings',
  input: { found: maybeWords },
  who: reviewKeepers,
  title: 'Inga brister',
  button: 'Spara att inga brister framkom',
  form: { found: { label: 'Vad säger granskaren?', required: false } },
  offered: (review) => isOpen(review) && review.criticism.length === 0 && !review.noFindings,
  decide: (_review, { found }) => [noFindingsStated.of({}, found ? { found } : {})],
});

/** What the reviewer saw that is good, and what can be developed: not errors only. */
export const noteStrengths = defineReviewCommand({
  name: 'NoteStrengths',
  input: { strengths: maybeWords, development: maybeWords },
  who: reviewKeepers,
  title: 'Anteckna styrkor och utvecklingsområden',
  button: 'Spara',
  form: { strengths: { label: 'Styrkor', required: false }, development: { label: 'Utvecklingsområden', required: false } },
  offered: isOpen,
  decide(_review, { strengths, development }) {
    new Lacking('NoteStrengths').need(Boolean(strengths || development), 'strengths', 'Skriv en styrka eller ett utvecklingsområde').orRefuse();
    return [strengthsNoted.of({}, { ...(strengths ? { strengths } : {}), ...(development ? { development } : {}) })];
  },
});
