import { z } from 'zod';
import { otherWayReceivers, otherWaySteps, otherWays } from '../../codes/other-ways.js';
import { date, maybe, oneOf } from '../shapes.schema.js';
import { event, sealed } from './shape.schema.js';

/** What the law sends elsewhere than to the case. */
export const elsewhere = {
  OtherWayRecorded: event(
    'Hör hemma på annat håll',
    z.object({ way: oneOf(otherWays), step: oneOf(otherWaySteps), cameInOn: maybe(date), to: maybe(oneOf(otherWayReceivers)) }),
    sealed('reasons'),
  ),
} as const;
