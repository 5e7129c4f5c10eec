import { z } from 'zod';
import { heardResults, parties } from '../../codes/case-codes.js';
import { key, maybe, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { type Step, step } from '../step.js';

export const partyHeard = defineCaseEvent({
  name: 'PartyHeard',
  label: 'En part hördes',
  open: z.object({ party: oneOf(parties), result: oneOf(heardResults), reason: maybe(key) }),
  detail: (open): string | null => label('party', open.party),
  evolve(state, event): Change {
    return {
      investigation: {
        ...state.investigation,
        heard: [...state.investigation.heard, { party: event.open.party, result: event.open.result, reason: event.open.reason }],
      },
    };
  },
  steps: (event): readonly Step[] => [step(event, 'heard', { code: event.open.party, code2: event.open.result })],
});
