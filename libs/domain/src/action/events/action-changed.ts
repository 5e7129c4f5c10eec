import { z } from 'zod';
import { dayInWords } from '../../days.js';
import { streamName } from '../../records/stream.schema.js';
import { date, id, sealed } from '../../shapes.schema.js';
import { defineActionEvent } from '../action.js';

export const actionPostponed = defineActionEvent({
  name: 'ActionPostponed',
  label: 'Åtgärden fick nya dagar',
  open: z.object({ due: date, effectDue: date }),
  sealed: sealed('reasons'),
  detail: ({ due, effectDue }) => `klar senast den ${dayInWords(due)}, effekten bedöms den ${dayInWords(effectDue)}`,
  evolve: (_action, { open }) => open,
});

export const ownerChanged = defineActionEvent({
  name: 'OwnerChanged',
  label: 'Åtgärden fick en ny ansvarig',
  open: z.object({ owner: id }),
  evolve: (_action, { open }) => open,
});

export const actionExtended = defineActionEvent({
  name: 'ActionExtended',
  label: 'Åtgärden ska hjälpa mot en risk till',
  open: z.object({ serves: streamName }),
  evolve: (action, { open }) => ({ serves: [...new Set([...action.serves, open.serves])] }),
});

export const actionDropped = defineActionEvent({
  name: 'ActionDropped',
  label: 'Åtgärden avfördes',
  open: z.object({}),
  sealed: sealed('reasons'),
  evolve: () => ({ state: 'dropped' }),
});
