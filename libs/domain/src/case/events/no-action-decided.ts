import { z } from 'zod';
import { id, key, maybe, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { type Step, step } from '../step.js';

export const noActionDecided = defineCaseEvent({
  name: 'NoActionDecided',
  label: 'Det beslutades att ingen åtgärd behövs',
  open: z.object({ causeId: maybe(id), reason: key }),
  sealed: sealed('text'),
  evolve(state, event): Change {
    return {
      remedy: {
        ...state.remedy,
        noAction: [...state.remedy.noAction, { causeId: event.open.causeId, reason: event.open.reason, at: event.at, round: state.progress.reopenings.length }],
      },
    };
  },
  steps: (event): readonly Step[] => [step(event, 'noAction', { code: event.open.reason, ref: event.open.causeId })],
});
