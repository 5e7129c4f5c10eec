import { z } from 'zod';
import { urgentSteps } from '../../codes/seconded.js';
import { id, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { exceptionsAfter } from '../seconds.js';

export const exceptedStepTaken = defineCaseEvent({
  name: 'ExceptedStepTaken',
  label: 'Steget som undantaget gällde togs',
  open: z.object({ exception: id, step: oneOf(urgentSteps) }),
  group: 'jav',
  detail: (open): string | null => label('urgentStep', open.step),
  evolve(state, event): Change {
    return { conflict: { ...state.conflict, exceptions: exceptionsAfter(state.conflict.exceptions, event) } };
  },
});
