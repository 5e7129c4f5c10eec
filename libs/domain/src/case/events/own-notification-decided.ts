import { z } from 'zod';
import { ownNotifications } from '../../codes/authorities.js';
import { roles } from '../../codes/roles.js';
import { flag, key, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { toldAuthorities } from '../authorities.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { type Step, step } from '../step.js';

export const ownNotificationDecided = defineCaseEvent({
  name: 'OwnNotificationDecided',
  label: 'Kommunens egen anmälan till IVO beslutades',
  open: z.object({ about: oneOf(ownNotifications), notify: flag, byRole: oneOf(roles), delegationPoint: maybe(key) }),
  sealed: sealed('reasons'),
  group: 'ivo',
  detail: (open): string | null => `${label('ownNotification', open.about) ?? ''}, ${open.notify === true ? 'anmäls' : 'anmäls inte'}`,
  evolve(state, event): Change {
    return toldAuthorities(state, event);
  },
  steps: (event): readonly Step[] => [step(event, 'ownNotification', { code: event.open.about, role: event.open.byRole, flag: event.open.notify })],
});
