import { z } from 'zod';
import { complaintOutcomes } from '../../codes/complaint-outcomes.js';
import { hslOutcomes } from '../../codes/hsl.js';
import { lexSarahOutcomes } from '../../codes/lex-sarah.js';
import { id, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, withPerson } from '../changes.js';
import { outcomeOf } from '../history-words.js';

export const outcomeProposed = defineCaseEvent({
  name: 'OutcomeProposed',
  label: 'Utredaren föreslog en bedömning',
  open: z.object({
    outcome: maybe(oneOf(lexSarahOutcomes)),
    hslOutcome: maybe(oneOf(hslOutcomes)),
    complaintOutcome: maybe(oneOf(complaintOutcomes)),
    by: maybe(id),
  }),
  sealed: sealed('reasons'),
  detail: outcomeOf,
  evolve(state, event): Change {
    // Whoever puts a proposal has investigated, handler or not: proposal and decision are two persons' (docs/law/lex-sarah.md#who-decides).
    return {
      assessment: { ...state.assessment, proposed: { outcome: event.open.outcome ?? event.open.hslOutcome ?? event.open.complaintOutcome, at: event.at } },
      investigation: {
        ...state.investigation,
        investigators: event.open.by === null ? state.investigation.investigators : withPerson(state.investigation.investigators, event.open.by),
      },
    };
  },
});
