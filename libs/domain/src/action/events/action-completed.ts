import { z } from 'zod';
import { dayInWords } from '../../days.js';
import { date, sealed } from '../../shapes.schema.js';
import { defineActionEvent } from '../action.js';

export const actionCompleted = defineActionEvent({
  name: 'ActionCompleted',
  label: 'Åtgärden genomfördes',
  open: z.object({ doneOn: date }),
  sealed: sealed('how'),
  detail: ({ doneOn }) => `den ${dayInWords(doneOn)}`,
  evolve: (_action, { open }) => ({ state: 'done', doneOn: open.doneOn }),
});
