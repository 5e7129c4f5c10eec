import { otherWayReceivers, otherWaySteps, otherWays } from '../../codes/other-ways.js';
import { date, maybeWords, oneOf } from '../shapes.schema.js';
import { at, command } from './command.schema.js';

/** What the law sends elsewhere than to the case. */
export const elsewhere = {
  RecordOtherWay: command('RecordOtherWay', {
    way: oneOf(otherWays),
    step: oneOf(otherWaySteps),
    to: oneOf(otherWayReceivers).nullable().default(null),
    cameInOn: date.nullable().default(null),
    reasons: maybeWords,
    at,
  }),
} as const;
