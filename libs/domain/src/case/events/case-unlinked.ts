import { z } from 'zod';
import { caseRelations } from '../../codes/case-relations.js';
import { id, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';

export const caseUnlinked = defineCaseEvent({
  name: 'CaseUnlinked',
  label: 'Kopplingen till ett annat ärende togs bort',
  open: z.object({ caseId: id, relation: oneOf(caseRelations) }),
  sealed: sealed('reasons'),
  about: ({ caseId }): string => caseId,
  detail: ({ relation }): string | null => label('caseRelation', relation)?.split(':')[0] ?? null,
  evolve(state, event): Change {
    return { links: state.links.filter(({ caseId }) => caseId !== event.open.caseId) };
  },
});
