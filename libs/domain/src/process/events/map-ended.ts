import { z } from 'zod';
import { sealed } from '../../shapes.schema.js';
import { defineProcessEvent } from '../process-map.js';

export const mapEnded = defineProcessEvent({
  name: 'MapEnded',
  label: 'Processkartan avslutades',
  open: z.object({}),
  sealed: sealed('reasons'),
  evolve: (_map, { at }) => ({ endedAt: at }),
});
