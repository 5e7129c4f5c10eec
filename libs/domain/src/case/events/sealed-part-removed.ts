import { z } from 'zod';
import { defineCaseEvent } from '../case-event.js';
import { key, position } from '../shapes.schema.js';

export const sealedPartRemoved = defineCaseEvent({
  name: 'SealedPartRemoved',
  label: 'Text gallrades',
  open: z.object({ position, part: key, ground: key }),
});
