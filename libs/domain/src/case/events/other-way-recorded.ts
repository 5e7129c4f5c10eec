import { z } from 'zod';
import { otherWayReceivers, otherWaySteps, otherWays } from '../../codes/other-ways.js';
import { date, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { withOtherWay } from '../other-ways.js';

export const otherWayRecorded = defineCaseEvent({
  name: 'OtherWayRecorded',
  label: 'Hör hemma på annat håll',
  open: z.object({ way: oneOf(otherWays), step: oneOf(otherWaySteps), cameInOn: maybe(date), to: maybe(oneOf(otherWayReceivers)) }),
  sealed: sealed('reasons'),
  detail: (open): string | null => `${label('otherWay', open.way) ?? ''}. ${label('otherWayStep', open.step) ?? ''}`,
  evolve(state, event): Change {
    return { outside: { ...state.outside, otherWays: withOtherWay(state, event) } };
  },
});
