import { z } from 'zod';
import { id } from '../../shapes.schema.js';
import { defineAnalysisEvent } from '../change-analysis.js';

export const riskNamed = defineAnalysisEvent({
  name: 'RiskNamed',
  label: 'En risk kopplades till analysen',
  open: z.object({ risk: id }),
  evolve: ({ risks }, { open }) => ({ risks: [...risks.filter((stream) => stream !== `risk/${open.risk}`), `risk/${open.risk}`] }),
});
