import { z } from 'zod';
import { cancelReasons } from '../../codes/closing.js';
import { id, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { closedOf } from '../case.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { lapsed } from '../seconds.js';

export const caseCancelled = defineCaseEvent({
  name: 'CaseCancelled',
  label: 'Ärendet makulerades',
  open: z.object({ reason: oneOf(cancelReasons), second: maybe(id) }),
  sealed: sealed('text'),
  detail: (open): string | null => label('cancelReason', open.reason),
  evolve(state, event): Change {
    return {
      stage: 'cancelled',
      progress: { ...state.progress, since: event.at },
      end: { as: 'cancelled', at: event.at, reason: event.open.reason, closed: closedOf(state) },
      conflict: { ...state.conflict, exceptions: lapsed(state.conflict.exceptions, event.at) },
    };
  },
});
