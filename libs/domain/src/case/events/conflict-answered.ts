import { z } from 'zod';
import { conflictAnswers } from '../../codes/case-codes.js';
import { roles } from '../../codes/roles.js';
import { flag, id, key, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { conflicted } from '../conflicted.js';
import { type Step, step } from '../step.js';

export const conflictAnswered = defineCaseEvent({
  name: 'ConflictAnswered',
  label: 'Frågan om jäv besvarades',
  open: z.object({ person: id, as: oneOf(roles), answer: oneOf(conflictAnswers), ground: maybe(key), computed: flag }),
  sealed: sealed('reasons'),
  group: 'jav',
  evolve(state, event): Change {
    return conflicted(state, event);
  },
  steps: (event): readonly Step[] => [
    step(event, 'conflict', { code: event.open.answer, code2: event.open.ground, role: event.open.as, flag: event.open.computed }),
  ],
});
