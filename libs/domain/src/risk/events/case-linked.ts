import { z } from 'zod';
import { id } from '../../shapes.schema.js';
import { defineRiskEvent } from '../risk.js';

export const caseLinked = defineRiskEvent({
  name: 'CaseLinked',
  label: 'Ett ärende kopplades till risken',
  open: z.object({ caseId: id }),
  evolve: (risk, { open, at }) => ({ cases: [...risk.cases.filter(({ caseId }) => caseId !== open.caseId), { caseId: open.caseId, at }] }),
});

export const caseUnlinked = defineRiskEvent({
  name: 'CaseUnlinked',
  label: 'Ett ärende kopplades bort',
  open: z.object({ caseId: id }),
  evolve: (risk, { open }) => ({ cases: risk.cases.filter(({ caseId }) => caseId !== open.caseId) }),
});
