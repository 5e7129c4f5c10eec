import { z } from 'zod';
import { id, key, maybe, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { step } from '../step.js';

export const noActionDecided = defineCaseEvent({
  name: 'NoActionDecided',
  label: 'Det beslutades att ingen åtgärd behövs',
  open: z.object({ causeId: maybe(id), reason: key }),
  sealed: sealed('text'),
  evolve(state, event): Change {
    return {
      noAction: [...state.noAction, { causeId: event.open.causeId, reason: event.open.reason, at: event.at, round: state.reopened }],
      steps: [...state.steps, step(event, 'noAction', { code: event.open.reason, ref: event.open.causeId })],
    };
  },
});
