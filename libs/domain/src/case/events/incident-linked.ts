import { z } from 'zod';
import { links } from '../../codes/links.js';
import { id, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';

export const incidentLinked = defineCaseEvent({
  name: 'IncidentLinked',
  label: 'Ärendet knöts till en händelse',
  open: z.object({ link: oneOf(links), caseId: id, incidentId: id }),
  evolve(state, event): Change {
    return event.open.link === 'sibling' ? { lineage: { ...state.lineage, siblings: [...state.lineage.siblings, event.open.caseId] } } : {};
  },
});
