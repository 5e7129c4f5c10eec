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
    return { contact: event.open.direction === 'in' ? { ...state.contact, written: event.at } : seen(state.contact) };
  },
});
