import { z } from 'zod';
import { causeAreas, causeLevels } from '../../codes/causes.js';
import { oneOf, words } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { notComplaint } from '../conditions.js';
import { newId } from '../decide/context.js';
import { whileOpen } from '../decide/guards.js';
import type { NewCaseEvent } from '../events.schema.js';
import { workers } from '../who.js';

/** Records a cause that the investigation has found. */
export const findCause = defineCaseCommand({
  name: 'FindCause',
  input: { area: oneOf(causeAreas), level: oneOf(causeLevels), serious: z.boolean().nullable().default(null), text: words },
  who: workers,
  mustStand: whileOpen,
  offered: [{ stages: ['investigating'], when: 'always' }],
  title: 'Ange en orsak',
  button: 'Spara orsaken',
  form: {
    area: { label: 'Vad handlar orsaken om?' },
    level: { label: 'På vilken nivå?' },
    serious: { label: 'Är orsaken allvarlig?', hint: 'En allvarlig orsak ska ha en åtgärd, eller ett skäl till varför ingen behövs.', asked: notComplaint },
    text: { label: 'Beskriv orsaken' },
  },
  decide(_state, command, context): readonly NewCaseEvent[] {
    return [
      {
        type: 'CauseFound',
        open: { causeId: newId(context, 'cause'), area: command.area, level: command.level, serious: command.serious },
        sealed: { text: command.text },
      },
    ];
  },
});
