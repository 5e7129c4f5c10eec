import { z } from 'zod';
import { conflictGrounds } from '../../codes/case-codes.js';
import { roles } from '../../codes/roles.js';
import { id, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { conflicted } from '../conflicted.js';
import { type Step, step } from '../step.js';

export const conflictOverridden = defineCaseEvent({
  name: 'ConflictOverridden',
  label: 'Ett jäv hävdes av en andra person',
  open: z.object({ person: id, as: oneOf(roles), ground: oneOf(conflictGrounds), second: id }),
  sealed: sealed('reasons'),
  group: 'jav',
  evolve(state, event): Change {
    return conflicted(state, event);
  },
  steps: (event, { conflict }): readonly Step[] =>
    conflict.barred.includes(event.open.person) ? [] : [step(event, 'conflict', { code: 'overridden', code2: event.open.ground, role: event.open.as })],
});
