import { z } from 'zod';
import { roles } from '../../codes/roles.js';
import { id, key, maybe, oneOf, sealed } from '../../shapes.schema.js';
import type { ExistingCase } from '../case.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, withPerson } from '../changes.js';
import type { OpenOf } from '../events.schema.js';

export const caseAssigned = defineCaseEvent({
  name: 'CaseAssigned',
  label: 'Ärendet fördelades',
  open: z.object({ person: id.nullable(), as: oneOf(roles), unit: maybe(key) }),
  sealed: sealed('reasons'),
  evolve(state, event): Change {
    return assigned(state, event.open);
  },
});

/** Whoever carries the case while it is investigated has investigated it. */
function assigned(state: ExistingCase, open: OpenOf<'CaseAssigned'>): Change {
  if (open.person === null) return { handler: null };
  const handler = { person: open.person, as: open.as, unit: open.unit };
  return state.stage === 'investigating'
    ? { handler, investigation: { ...state.investigation, investigators: withPerson(state.investigation.investigators, open.person) } }
    : { handler };
}
