import { z } from 'zod';
import { ivoOutcomes } from '../../codes/ivo.js';
import { date, id, maybe, oneOf, sealed, several } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { tracked } from '../ivo-track.js';
import { type Step, step } from '../step.js';

export const ivoDecisionReceived = defineCaseEvent({
  name: 'IvoDecisionReceived',
  label: 'Beslut från IVO kom',
  open: z.object({
    ivoOutcome: oneOf(ivoOutcomes),
    requirements: several(z.object({ id, dueOn: maybe(date), duePrecision: maybe(z.enum(['day', 'month'])) })),
  }),
  sealed: sealed('text'),
  group: 'ivo',
  detail: (open): string | null => label('ivoOutcome', open.ivoOutcome),
  evolve(state, event): Change {
    return tracked(state, event);
  },
  steps: (event): readonly Step[] => [step(event, 'ivoOutcome', { code: event.open.ivoOutcome })],
});
