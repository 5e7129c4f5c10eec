import { labelOf } from '../codes/code.js';
import { logReviewStatuses, logVerdicts } from '../codes/log-reviews.js';
import { roles } from '../codes/roles.js';
import type { RecordType } from '../records/record-type.js';
import { agenda, OWNER, stepTaken, takeStep } from './agenda.js';
import { closeLogReview } from './commands/close-log-review.js';
import { noteResult } from './commands/note-result.js';
import { planLogReview } from './commands/plan-log-review.js';
import { logReviewClosed } from './events/log-review-closed.js';
import { logReviewPlanned } from './events/log-review-planned.js';
import { resultNoted } from './events/result-noted.js';
import type { LogReview } from './logreview.js';
import { monthInWords } from './month.schema.js';
import { logReviewReaders } from './who.js';

export type { LogReview } from './logreview.js';

/** Controls of the access log (loggkontroller): planned for a month, made, and closed when what they remarked on has been dealt with. */
export const logReviewType: RecordType<LogReview> = {
  family: 'logreview',
  path: 'log-reviews',
  page: 'loggkontroller',
  series: 'LOG',
  words: { the: 'loggkontrollen', one: 'en loggkontroll', many: 'Loggkontroller', due: 'Klar senast' },
  inMenu: true,
  statuses: logReviewStatuses,
  abouts: [{ code: 'due', label: 'loggkontrollen, som ska vara klar' }],
  events: [logReviewPlanned, resultNoted, logReviewClosed, stepTaken],
  creation: planLogReview,
  commands: [noteResult, closeLogReview, takeStep],
  readers: logReviewReaders,
  handedDown: false,
  // A former officer must not go on seeing what names staff: the role is responsible, not the person who planned it.
  ownerOf: () => null,
  agenda,
  facts({ month, due, plannedAt, result, closedAt }) {
    return {
      status: closedAt !== null ? 'closed' : (result?.verdict ?? 'planned'),
      due: closedAt === null ? due : null,
      closed: closedAt !== null,
      values: { month, plannedAt, notedAt: result?.at ?? null, verdict: result?.verdict ?? null, looked: result?.looked ?? null, closedAt },
    };
  },
  standing: { found: 'Vad kontrollen visade', done: 'Vad som har gjorts åt anmärkningarna' },
  heading: { term: 'Kontroll', of: ({ month }) => `Loggkontroll för ${monthInWords(String(month))}` },
  terms: ({ month, result }) => [
    { term: 'Månad', text: monthInWords(month) },
    { term: 'Svarar för kontrollen', text: labelOf(roles, OWNER) },
    ...(result === null
      ? []
      : [
          { term: 'Resultat', text: labelOf(logVerdicts, result.verdict) },
          { term: 'Granskade åtkomster', text: String(result.looked) },
        ]),
  ],
  casesOf: () => [],
};
