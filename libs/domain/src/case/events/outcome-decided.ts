import { z } from 'zod';
import { complaintOutcomes } from '../../codes/complaint-outcomes.js';
import { hslOutcomes } from '../../codes/hsl.js';
import { lexSarahOutcomes } from '../../codes/lex-sarah.js';
import { shallBeNotified } from '../../law/notifiable.js';
import { maybe, maybeFlag, oneOf, sealed } from '../../shapes.schema.js';
import type { ExistingCase } from '../case.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { outcomeOf } from '../history-words.js';
import { record } from './shared.js';

export const outcomeDecided = defineCaseEvent({
  name: 'OutcomeDecided',
  label: 'Bedömningen gjordes',
  v: 2,
  open: z.object({
    outcome: maybe(oneOf(lexSarahOutcomes)),
    hslOutcome: maybe(oneOf(hslOutcomes)),
    complaintOutcome: maybe(oneOf(complaintOutcomes)),
    injury: maybeFlag,
    serious: maybeFlag,
    avoidable: maybeFlag,
    ...record,
  }),
  sealed: sealed('reasons', 'dissent'),
  detail: outcomeOf,
  evolve(state, event): Change {
    return {
      assessment: {
        ...state.assessment,
        outcome: { ...event.open, at: event.at },
        seriousAt: shallBeNotified(event.open) ? (state.assessment.seriousAt ?? event.at) : null,
      },
      ivo: shallBeNotified(event.open) && isNo(state.ivo) ? null : state.ivo,
    };
  },
});

/** A position that an outcome which shall be notified leaves no room for: it is to be taken anew (docs/engine.md#the-track-of-ivo). */
const isNo = (ivo: ExistingCase['ivo']): boolean => ivo?.notify === 'no' || ivo?.notify === 'notApplicable';
