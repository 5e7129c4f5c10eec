import { z } from 'zod';
import { caseRelations } from '../../codes/case-relations.js';
import { id, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';

/** In both cases, in one append. The reasons stand in the case where they were given: they may tell of what only those who see both may know. */
export const caseLinked = defineCaseEvent({
  name: 'CaseLinked',
  label: 'Ärendet kopplades till ett annat',
  open: z.object({ caseId: id, relation: oneOf(caseRelations) }),
  sealed: sealed('reasons'),
  about: ({ caseId }): string => caseId,
  detail: ({ relation }): string | null => label('caseRelation', relation)?.split(':')[0] ?? null,
  evolve(state, event): Change {
    const { caseId, relation } = event.open;
    return { links: [...state.links.filter((link) => link.caseId !== caseId), { caseId, relation, at: event.at, stage: state.stage }] };
  },
});
