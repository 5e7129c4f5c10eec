import { z } from 'zod';
import { handOverReceivers, triageAnswers } from '../../codes/case-codes.js';
import { shallBeNotified } from '../../law/notifiable.js';
import { maybe, oneOf, sealed } from '../../shapes.schema.js';
import type { ExistingCase } from '../case.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import type { OpenOf } from '../events.schema.js';
import type { Envelope } from '../step.js';

export const triageAnswered = defineCaseEvent({
  name: 'TriageAnswered',
  label: 'Första bedömningen gjordes',
  open: z.object({
    irregularity: oneOf(triageAnswers),
    careInjury: oneOf(triageAnswers),
    danger: oneOf(triageAnswers),
    belongsTo: oneOf(handOverReceivers).nullable().default(null),
    serious: maybe(oneOf(triageAnswers)),
    avoidable: maybe(oneOf(triageAnswers)),
  }),
  sealed: sealed('reasons'),
  detail: (open): string | null => (open.serious === 'yes' ? 'allvarligt' : null),
  evolve(state, event): Change {
    return triaged(state, event, event.open);
  },
});

/**
 * The time of the answer is that of the suspicion, as long as it stands: to answer yes again tomorrow gives no new day. An answer taken
 * back takes back that it was serious, unless the outcome says so.
 */
function triaged(state: ExistingCase, event: Envelope, open: OpenOf<'TriageAnswered'>): Change {
  const stands = state.assessment.triage !== null && state.assessment.triage.irregularity !== 'no' && open.irregularity !== 'no';
  const seriousAt =
    open.serious === 'yes' ? (state.assessment.seriousAt ?? event.at) : shallBeNotified(state.assessment.outcome) ? state.assessment.seriousAt : null;
  return { assessment: { ...state.assessment, triage: { ...open, at: stands ? (state.assessment.triage?.at ?? event.at) : event.at }, seriousAt } };
}
