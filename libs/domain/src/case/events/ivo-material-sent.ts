import { z } from 'zod';
import { ivoMaterials } from '../../codes/ivo.js';
import { count, id, key, maybe, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { tracked } from '../ivo-track.js';
import { type Step, step } from '../step.js';
import { attachments } from './shared.js';

export const ivoMaterialSent = defineCaseEvent({
  name: 'IvoMaterialSent',
  label: 'Mer material skickades till IVO',
  v: 2,
  open: z.object({ what: oneOf(ivoMaterials), round: maybe(count), requirement: maybe(id), packageHash: maybe(key), attachments }),
  group: 'ivo',
  detail: (open): string | null => label('ivoMaterial', open.what),
  evolve(state, event): Change {
    return tracked(state, event);
  },
  steps: (event): readonly Step[] => [step(event, 'ivoMaterial', { code: event.open.what, n: event.open.round, ref: event.open.requirement })],
});
