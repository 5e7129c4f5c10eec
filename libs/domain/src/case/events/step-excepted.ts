import { z } from 'zod';
import { conflictGrounds } from '../../codes/case-codes.js';
import { roles } from '../../codes/roles.js';
import { urgentSteps } from '../../codes/seconded.js';
import { id, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { exceptionsAfter } from '../seconds.js';

export const stepExcepted = defineCaseEvent({
  name: 'StepExcepted',
  label: 'Undantag från jäv medgavs för ett enda steg',
  open: z.object({ exception: id, person: id, step: oneOf(urgentSteps), ground: oneOf(conflictGrounds), as: oneOf(roles), second: id }),
  group: 'jav',
  detail: (open): string | null => label('urgentStep', open.step),
  evolve(state, event): Change {
    return { conflict: { ...state.conflict, exceptions: exceptionsAfter(state.conflict.exceptions, event) } };
  },
});
