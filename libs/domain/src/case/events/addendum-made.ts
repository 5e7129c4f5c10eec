import { z } from 'zod';
import { parties } from '../../codes/case-codes.js';
import { key, oneOf, sealed, several } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, seen } from '../changes.js';

export const addendumMade = defineCaseEvent({
  name: 'AddendumMade',
  label: 'En uppgift lades till',
  open: z.object({ by: oneOf(parties), has: several(key) }),
  sealed: sealed('text'),
  group: 'svar',
  evolve(state): Change {
    return { contact: seen(state.contact) };
  },
});
