import { z } from 'zod';
import { count, id, key, maybe } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, withPerson } from '../changes.js';
import { label } from '../history-words.js';

export const investigationOpened = defineCaseEvent({
  name: 'InvestigationOpened',
  label: 'Utredningen inleddes',
  open: z.object({ method: key, lead: maybe(id), team: maybe(count) }),
  detail: (open): string | null => label('investigationMethod', open.method),
  evolve(state, event): Change {
    return {
      investigation: {
        ...state.investigation,
        opened: { openedAt: state.investigation.opened?.openedAt ?? event.at, method: event.open.method, lead: event.open.lead ?? null },
        investigators: event.open.lead == null ? state.investigation.investigators : withPerson(state.investigation.investigators, event.open.lead),
      },
    };
  },
});
