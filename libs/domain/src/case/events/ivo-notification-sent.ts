import { z } from 'zod';
import { ivoWays } from '../../codes/ivo.js';
import { roles } from '../../codes/roles.js';
import { flag, key, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { tracked } from '../ivo-track.js';
import { type Step, step } from '../step.js';
import { attachments } from './shared.js';

export const ivoNotificationSent = defineCaseEvent({
  name: 'IvoNotificationSent',
  label: 'Anmälan skickades till IVO',
  v: 2,
  open: z.object({ sentBy: oneOf(roles), way: oneOf(ivoWays), investigationAttached: flag, receiptHash: maybe(key), packageHash: maybe(key), attachments }),
  sealed: sealed('receipt'),
  group: 'ivo',
  detail: (open): string | null => label('ivoWay', open.way),
  evolve(state, event): Change {
    return tracked(state, event);
  },
  steps: (event): readonly Step[] => [step(event, 'ivoSent', { code: event.open.way, role: event.open.sentBy, flag: event.open.investigationAttached })],
});
