import { z } from 'zod';
import { effects } from '../../codes/actions.js';
import { labelOf } from '../../codes/code.js';
import { dayInWords } from '../../days.js';
import { date, oneOf, sealed } from '../../shapes.schema.js';
import { defineActionEvent } from '../action.js';

export const effectJudged = defineActionEvent({
  name: 'EffectJudged',
  label: 'Effekten bedömdes',
  open: z.object({ effect: oneOf(effects) }),
  sealed: sealed('evidence'),
  detail: ({ effect }) => labelOf(effects, effect).toLowerCase(),
  evolve: (_action, { open }) => ({ state: 'judged', effect: open.effect }),
});

export const actionReopened = defineActionEvent({
  name: 'ActionReopened',
  label: 'Åtgärden öppnades igen',
  open: z.object({ due: date, effectDue: date }),
  detail: ({ due }) => `den hade ingen effekt, klar senast den ${dayInWords(due)}`,
  evolve: (action, { open }) => ({ ...open, state: 'decided', doneOn: null, effect: null, round: action.round + 1 }),
});
