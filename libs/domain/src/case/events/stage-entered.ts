import { z } from 'zod';
import { notApplicableReasons } from '../../codes/case-codes.js';
import { stages } from '../../codes/stages.js';
import { id, maybe, oneOf, sealed, several } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, judgedAnew, withPerson } from '../changes.js';
import { label } from '../history-words.js';
import { step } from '../step.js';

export const stageEntered = defineCaseEvent({
  name: 'StageEntered',
  label: 'Ärendet gick vidare',
  open: z.object({
    stage: oneOf(stages),
    from: oneOf(stages).nullable(),
    direction: z.enum(['forward', 'back']),
    notApplicable: several(z.object({ stage: oneOf(stages), reason: oneOf(notApplicableReasons) })),
    elsewhere: maybe(id),
  }),
  sealed: sealed('reasons'),
  detail: (open): string | null => `${label('stage', open.stage) ?? ''}${open.direction === 'back' ? ' (sändes tillbaka)' : ''}`,
  evolve(state, event): Change {
    return {
      ...(event.open.direction === 'back' ? judgedAnew(state, event.open.from) : {}),
      stage: event.open.stage,
      since: event.at,
      investigators:
        event.open.stage === 'investigating' && state.handler !== null ? withPerson(state.investigators, state.handler.person) : state.investigators,
      notApplicable:
        event.open.direction === 'back'
          ? []
          : event.open.notApplicable.length === 0
            ? state.notApplicable
            : [...state.notApplicable, ...event.open.notApplicable],
      steps: [...state.steps, step(event, 'stage', { code: event.open.stage, code2: event.open.direction })],
    };
  },
});
