import { z } from 'zod';
import { id, sealed, several } from '../../shapes.schema.js';
import { toldAuthorities } from '../authorities.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { type Step, step } from '../step.js';

export const authorityAnswered = defineCaseEvent({
  name: 'AuthorityAnswered',
  label: 'Yttrandet skickades',
  open: z.object({ request: id, attachments: several(id).default([]) }),
  sealed: sealed('text'),
  group: 'ivo',
  evolve(state, event): Change {
    return toldAuthorities(state, event);
  },
  steps: (event): readonly Step[] => [step(event, 'authorityAnswered', { ref: event.open.request })],
});
