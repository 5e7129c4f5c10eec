import { z } from 'zod';
import { notApplicableReasons } from '../../codes/case-codes.js';
import { stages } from '../../codes/stages.js';
import { id, maybe, oneOf, sealed, several } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, judgedAnew, withPerson } from '../changes.js';
import { label } from '../history-words.js';
import { type Step, step } from '../step.js';

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
    const { stage, from, direction, notApplicable } = event.open;
    const { progress } = state;
    const isBack = direction === 'back';
    const anew = isBack ? judgedAnew(state, { from, to: stage }) : null;
    const { investigation } = anew ?? state;
    const worksOn = stage === 'investigating' ? state.handler : null;
    return {
      ...anew,
      stage,
      progress: {
        ...progress,
        since: event.at,
        roundFrom: isBack ? event.at : progress.roundFrom,
        investigatingFrom: progress.investigatingFrom ?? (stage === 'investigating' ? event.at : null),
        notApplicable: isBack ? [] : [...progress.notApplicable, ...notApplicable],
      },
      investigation: worksOn === null ? investigation : { ...investigation, investigators: withPerson(investigation.investigators, worksOn.person) },
    };
  },
  steps: (event): readonly Step[] => [step(event, 'stage', { code: event.open.stage, code2: event.open.direction })],
});
