import { z } from 'zod';
import { entryNatures, parties } from '../../codes/case-codes.js';
import { roles } from '../../codes/roles.js';
import { id, storedInstant as instant, key, maybe, oneOf, sealed, several } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';

export const entryMade = defineCaseEvent({
  name: 'EntryMade',
  label: 'En uppgift fördes in i utredningen',
  open: z.object({
    entry: id,
    point: key,
    nature: oneOf(entryNatures),
    by: oneOf(parties),
    heardAt: maybe(instant),
    replaces: maybe(id),
    has: several(key),
    byRole: maybe(oneOf(roles)),
  }),
  sealed: sealed('text'),
  detail: (open): string | null => (open.point === 'general' ? null : label('investigationPoint', open.point)),
  evolve(state, event): Change {
    return {
      investigation: {
        ...state.investigation,
        entries: [
          ...state.investigation.entries.map((entry) => (entry.id === event.open.replaces ? { ...entry, replaced: true } : entry)),
          { id: event.open.entry, point: event.open.point, nature: event.open.nature, replaced: false },
        ],
      },
    };
  },
});
