import { z } from 'zod';
import { closeReasons } from '../../codes/closing.js';
import { id, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, seen } from '../changes.js';
import { label } from '../history-words.js';
import { lapsed } from '../seconds.js';
import { step } from '../step.js';

export const caseClosed = defineCaseEvent({
  name: 'CaseClosed',
  label: 'Ärendet avslutades',
  open: z.object({ reason: oneOf(closeReasons), duplicateOf: maybe(id) }),
  sealed: sealed('text'),
  detail: (open): string | null => label('closeReason', open.reason),
  evolve(state, event): Change {
    return {
      stage: 'closed',
      since: event.at,
      end: { as: 'closed', at: event.at, reason: event.open.reason },
      exceptions: lapsed(state.exceptions, event.at),
      ...seen(state),
      steps: [...state.steps, step(event, 'closed', { code: event.open.reason, ref: event.open.duplicateOf })],
    };
  },
});
