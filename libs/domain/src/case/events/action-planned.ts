import { z } from 'zod';
import { actionAreas, actionHorizons, actionPlanes } from '../../codes/actions.js';
import { id, storedInstant as instant, key, maybe, oneOf, sealed, several } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';

export const actionPlanned = defineCaseEvent({
  name: 'ActionPlanned',
  label: 'En åtgärd planerades',
  open: z.object({
    actionId: id,
    area: oneOf(actionAreas),
    horizon: oneOf(actionHorizons),
    plane: maybe(oneOf(actionPlanes)),
    causes: several(id),
    owner: key,
    dueAt: maybe(instant),
    effectDueAt: maybe(instant),
    streams: several(key).default([]),
  }),
  sealed: sealed('what', 'howJudged'),
  detail: (open): string | null => label('actionArea', open.area),
  evolve(state, event): Change {
    return {
      remedy: {
        ...state.remedy,
        actions: [
          ...state.remedy.actions,
          { ...event.open, status: 'planned', round: state.progress.reopenings.length, decidedAt: event.at, doneAt: null, effect: null, reason: null },
        ],
      },
    };
  },
});
