import { z } from 'zod';
import { sealed } from '../../shapes.schema.js';
import { defineRiskEvent } from '../risk.js';

export const riskDescribed = defineRiskEvent({
  name: 'RiskDescribed',
  label: 'Beskrivningen ändrades',
  open: z.object({}),
  sealed: sealed('subprocess', 'activity', 'description'),
});
