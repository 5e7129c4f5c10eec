import { z } from 'zod';
import { ownNotifications } from '../../codes/authorities.js';
import { maybe, oneOf, registryNumber } from '../../shapes.schema.js';
import { toldAuthorities } from '../authorities.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { type Step, step } from '../step.js';

export const ownNotificationSent = defineCaseEvent({
  name: 'OwnNotificationSent',
  label: 'Kommunens egen anmälan skickades till IVO',
  open: z.object({ about: oneOf(ownNotifications), theirNumber: maybe(registryNumber) }),
  group: 'ivo',
  detail: (open): string | null => label('ownNotification', open.about),
  evolve(state, event): Change {
    return toldAuthorities(state, event);
  },
  steps: (event): readonly Step[] => [step(event, 'ownNotificationSent', { code: event.open.about })],
});
