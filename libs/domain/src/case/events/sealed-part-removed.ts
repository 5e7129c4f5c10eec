import { z } from 'zod';
import { key, position } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';

export const sealedPartRemoved = defineCaseEvent({
  name: 'SealedPartRemoved',
  label: 'Text gallrades',
  open: z.object({ position, part: key, ground: key }),
  evolve: ({ titledAt }, { open }): Change => (open.position === titledAt ? { titledAt: null } : {}),
});
