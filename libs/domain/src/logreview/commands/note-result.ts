import { logVerdicts } from '../../codes/log-reviews.js';
import { Lacking } from '../../lacks.js';
import { count, oneOf, words } from '../../shapes.schema.js';
import { resultNoted } from '../events/result-noted.js';
import { defineLogReviewCommand } from '../logreview.js';
import { dayAfter, monthInWords } from '../month.schema.js';
import { reviewers } from '../who.js';

/** Notes what the control showed, once the month is over. */
export const noteResult = defineLogReviewCommand({
  name: 'NoteResult',
  input: { verdict: oneOf(logVerdicts), looked: count, found: words },
  who: reviewers,
  title: 'Anteckna resultatet',
  button: 'Spara resultatet',
  form: {
    verdict: { label: 'Vad blev resultatet?' },
    looked: { label: 'Hur många åtkomster granskades?' },
    found: { label: 'Vad visade kontrollen?', hint: 'Hur urvalet gjordes och vad som hittades.' },
  },
  offered: ({ result, closedAt }) => result === null && closedAt === null,
  decide({ month }, { verdict, looked, found }, { today }) {
    new Lacking('NoteResult')
      .need(today >= dayAfter(month), 'verdict', `Månaden har inte gått ut: kontrollen gäller hela ${monthInWords(month)}`)
      .need(verdict === 'noRemark' || looked > 0, 'looked', 'En anmärkning förutsätter att någon åtkomst har granskats')
      .orRefuse();
    return [resultNoted.of({ verdict, looked }, { found })];
  },
});
