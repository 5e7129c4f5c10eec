import { z } from 'zod';
import { sealed } from '../../shapes.schema.js';
import { defineRiskEvent } from '../risk.js';

export const riskAccepted = defineRiskEvent({
  name: 'RiskAccepted',
  label: 'Beslut att godta risken',
  open: z.object({ value: z.int().min(1).max(25) }),
  sealed: sealed('reasons'),
  detail: ({ value }) => `riskvärde ${value}`,
  evolve: (_risk, { open, at }) => ({ accepted: { at, value: open.value } }),
});
