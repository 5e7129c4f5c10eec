import { z } from 'zod';
import { causeAreas, causeLevels } from '../../codes/causes.js';
import { id, maybe, maybeFlag, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { type Step, step, stepKey } from '../step.js';

export const causeFound = defineCaseEvent({
  name: 'CauseFound',
  label: 'En orsak fastställdes',
  open: z.object({ causeId: id, area: oneOf(causeAreas), level: maybe(oneOf(causeLevels)), serious: maybeFlag }),
  sealed: sealed('text'),
  detail: (open): string | null => label('causeArea', open.area),
  evolve(state, event): Change {
    return {
      investigation: {
        ...state.investigation,
        causes: [...state.investigation.causes, { ...event.open, at: event.at, row: stepKey(event), withdrawn: false }],
      },
    };
  },
  steps: (event, state): readonly Step[] => [
    step(event, 'cause', { code: event.open.area, code2: event.open.level, n: state.investigation.causes.length, ref: event.open.causeId }),
  ],
});
