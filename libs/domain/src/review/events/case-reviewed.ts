import { z } from 'zod';
import { id } from '../../shapes.schema.js';
import { defineReviewEvent } from '../review.js';

export const caseLinked = defineReviewEvent({
  name: 'CaseLinked',
  label: 'Ett ärende kopplades till granskningen',
  open: z.object({ caseId: id }),
  evolve: ({ cases }, { open }) => ({ cases: [...cases.filter((one) => one !== open.caseId), open.caseId] }),
});

export const caseUnlinked = defineReviewEvent({
  name: 'CaseUnlinked',
  label: 'Ett ärende kopplades bort',
  open: z.object({ caseId: id }),
  evolve: ({ cases }, { open }) => ({ cases: cases.filter((one) => one !== open.caseId) }),
});
