import { riskConsequences, riskProbabilities } from '../../codes/risk.js';
import type { Lack } from '../../errors.js';
import { addDuration } from '../../law/calendar.js';
import { date, maybeWords, oneOf } from '../../shapes.schema.js';

/** How probable, how grave, and when it is assessed again. */
export const assessment = {
  probability: oneOf(riskProbabilities),
  consequence: oneOf(riskConsequences),
  reasons: maybeWords,
  nextReview: date,
};

export const assessmentForm = {
  probability: { label: 'Hur sannolikt är det?' },
  consequence: { label: 'Hur allvarlig blir konsekvensen?' },
  reasons: { label: 'Skäl till bedömningen', required: false },
  nextReview: { label: 'När ska risken bedömas igen?', hint: 'Den dagen påminns den chef som svarar för enheten.' },
} as const;

/** A review lies ahead, and within three years: a risk is assessed continuously (SOSFS 2011:9, 5 kap. 1 §). */
export function reviewLacks(nextReview: string, today: string, field: string): readonly Lack[] {
  if (nextReview <= today) return [{ field, text: 'Dagen för nästa bedömning ska ligga framåt i tiden' }];
  return nextReview > addDuration(today, 'P3Y') ? [{ field, text: 'Nästa bedömning ska vara inom tre år' }] : [];
}
