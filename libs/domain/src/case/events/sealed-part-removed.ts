import { z } from 'zod';
import { key, position } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';

export const sealedPartRemoved = defineCaseEvent({
  name: 'SealedPartRemoved',
  label: 'Text gallrades',
  open: z.object({ position, part: key, ground: key }),
});
