import { z } from 'zod';
import { sealed } from '../../case/events/shape.schema.js';
import { date } from '../../case/shapes.schema.js';
import { dayInWords } from '../../days.js';
import { defineActionEvent } from '../action.js';

export const actionCompleted = defineActionEvent({
  name: 'ActionCompleted',
  label: 'Åtgärden genomfördes',
  open: z.object({ doneOn: date }),
  sealed: sealed('how'),
  detail: ({ doneOn }) => `den ${dayInWords(doneOn)}`,
  evolve: (_action, { open }) => ({ state: 'done', doneOn: open.doneOn }),
});
