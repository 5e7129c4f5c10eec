import { z } from 'zod';
import { count, flag, maybe, maybeFlag, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';

export const investigationCompleted = defineCaseEvent({
  name: 'InvestigationCompleted',
  label: 'Utredningen blev klar',
  open: z.object({ similarBefore: maybeFlag, hits: maybe(count), recurrence: maybeFlag, noDeficiency: flag }),
  sealed: sealed('text'),
  evolve(state, event): Change {
    return {
      investigation: { ...state.investigation, completed: { at: event.at, noDeficiency: event.open.noDeficiency, similarBefore: event.open.similarBefore } },
    };
  },
});
