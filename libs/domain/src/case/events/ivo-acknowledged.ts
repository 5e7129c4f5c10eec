import { z } from 'zod';
import { registryNumber } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { tracked } from '../ivo-track.js';

export const ivoAcknowledged = defineCaseEvent({
  name: 'IvoAcknowledged',
  label: 'IVO bekräftade och gav sitt nummer',
  open: z.object({ ivoNumber: registryNumber }),
  group: 'ivo',
  evolve(state, event): Change {
    return tracked(state, event);
  },
});
