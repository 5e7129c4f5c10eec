import { z } from 'zod';
import { handOverReceivers } from '../../codes/case-codes.js';
import { ivoNotify } from '../../codes/ivo.js';
import { flag, id, storedInstant as instant, key, maybe, oneOf, sealed, several } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { tracked } from '../ivo-track.js';
import { type Step, step } from '../step.js';
import { record } from './shared.js';

export const ivoDecided = defineCaseEvent({
  name: 'IvoDecided',
  label: 'Ställning togs till anmälan till IVO',
  v: 2,
  open: z.object({
    notify: oneOf(ivoNotify),
    ...record,
    urgent: flag.default(false),
    presenter: maybe(id),
    reason: maybe(key),
    missing: several(key).default([]),
    /** Who is obliged instead, and when they were told. */
    other: maybe(oneOf(handOverReceivers)),
    toldAt: maybe(instant),
  }),
  sealed: sealed('reasons', 'dissent'),
  group: 'ivo',
  detail: (open): string | null => label('ivoNotify', open.notify),
  evolve(state, event): Change {
    return tracked(state, event);
  },
  steps: (event): readonly Step[] => [
    step(event, 'ivoDecided', { code: event.open.notify, code2: event.open.reason, role: event.open.byRole, flag: event.open.urgent }),
  ],
});
