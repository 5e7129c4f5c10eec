import { z } from 'zod';
import { ivoAnswerers } from '../../codes/ivo.js';
import { count, date, id, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { tracked } from '../ivo-track.js';
import { type Step, step } from '../step.js';

export const ivoSupplementRequested = defineCaseEvent({
  name: 'IvoSupplementRequested',
  label: 'IVO begärde komplettering',
  open: z.object({ id, round: count, dueOn: maybe(date), duePrecision: maybe(z.enum(['day', 'month'])), answeredBy: oneOf(ivoAnswerers) }),
  sealed: sealed('text'),
  group: 'ivo',
  evolve(state, event): Change {
    return tracked(state, event);
  },
  steps: (event): readonly Step[] => [step(event, 'ivoSupplement', { code: event.open.answeredBy, n: event.open.round, ref: event.open.id })],
});
