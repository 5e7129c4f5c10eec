import { z } from 'zod';
import { ivoOutcomes } from '../../codes/ivo.js';
import { maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { tracked } from '../ivo-track.js';
import { type Step, step } from '../step.js';

export const ivoClosed = defineCaseEvent({
  name: 'IvoClosed',
  label: 'Ärendet hos IVO avslutades',
  open: z.object({ ivoOutcome: maybe(oneOf(ivoOutcomes)) }),
  sealed: sealed('text'),
  group: 'ivo',
  detail: (open): string | null => label('ivoOutcome', open.ivoOutcome),
  evolve(state, event): Change {
    return tracked(state, event);
  },
  steps: (event): readonly Step[] => [step(event, 'ivoClosed', { code: event.open.ivoOutcome })],
});
