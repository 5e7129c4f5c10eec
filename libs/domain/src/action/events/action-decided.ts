import { z } from 'zod';
import { dayInWords } from '../../days.js';
import { date, id } from '../../shapes.schema.js';
import { defineActionEvent } from '../action.js';

export const actionDecided = defineActionEvent({
  name: 'ActionDecided',
  label: 'Beslut att genomföra åtgärden',
  open: z.object({ owner: id, due: date, effectDue: date }),
  detail: ({ due, effectDue }) => `klar senast den ${dayInWords(due)}, effekten bedöms den ${dayInWords(effectDue)}`,
  evolve: (_action, { open, at }) => ({ ...open, state: 'decided', decidedAt: at }),
});

export const actionStarted = defineActionEvent({
  name: 'ActionStarted',
  label: 'Arbetet med åtgärden började',
  open: z.object({}),
  evolve: () => ({ state: 'ongoing' }),
});
