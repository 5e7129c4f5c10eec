import { z } from 'zod';
import { flag, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, seen } from '../changes.js';

export const messageExchanged = defineCaseEvent({
  name: 'MessageExchanged',
  label: 'Ett meddelande växlades',
  open: z.object({ direction: z.enum(['in', 'out']), dialogue: flag }),
  sealed: sealed('text'),
  group: 'svar',
  evolve(state, event): Change {
    return event.open.direction === 'in' ? { written: event.at } : seen(state);
  },
});
