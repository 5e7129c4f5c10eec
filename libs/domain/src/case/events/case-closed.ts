import { z } from 'zod';
import { closeReasons } from '../../codes/closing.js';
import { id, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, seen } from '../changes.js';
import { label } from '../history-words.js';
import { lapsed } from '../seconds.js';
import { type Step, step } from '../step.js';

export const caseClosed = defineCaseEvent({
  name: 'CaseClosed',
  label: 'Ärendet avslutades',
  open: z.object({ reason: oneOf(closeReasons), duplicateOf: maybe(id) }),
  sealed: sealed('text'),
  detail: (open): string | null => label('closeReason', open.reason),
  evolve(state, event): Change {
    return {
      stage: 'closed',
      progress: { ...state.progress, since: event.at },
      end: { as: 'closed', at: event.at, reason: event.open.reason },
      conflict: { ...state.conflict, exceptions: lapsed(state.conflict.exceptions, event.at) },
      contact: seen(state.contact),
    };
  },
  steps: (event): readonly Step[] => [step(event, 'closed', { code: event.open.reason, ref: event.open.duplicateOf })],
});
