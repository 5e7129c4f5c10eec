import { z } from 'zod';
import { defineRiskEvent } from '../risk.js';

export const riskPrioritised = defineRiskEvent({
  name: 'RiskPrioritised',
  label: 'Risken prioriterades',
  open: z.object({ year: z.int().min(1900).max(2200) }),
  detail: ({ year }) => `för ${year}`,
  evolve: (risk, { open }) => ({ prioritised: [...new Set([...risk.prioritised, open.year])].sort((a, b) => a - b) }),
});
