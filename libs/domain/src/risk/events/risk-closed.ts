import { z } from 'zod';
import { labelOf } from '../../codes/code.js';
import { riskCloseReasons } from '../../codes/risk.js';
import { date, oneOf, sealed } from '../../shapes.schema.js';
import { defineRiskEvent } from '../risk.js';

export const riskClosed = defineRiskEvent({
  name: 'RiskClosed',
  label: 'Risken avslutades',
  open: z.object({ reason: oneOf(riskCloseReasons) }),
  sealed: sealed('reasons'),
  detail: ({ reason }) => labelOf(riskCloseReasons, reason).toLowerCase(),
  evolve: (_risk, { open, at }) => ({ closed: { at, reason: open.reason } }),
});

export const riskReopened = defineRiskEvent({
  name: 'RiskReopened',
  label: 'Risken öppnades igen',
  open: z.object({ nextReview: date }),
  sealed: sealed('reasons'),
  evolve: (_risk, { open }) => ({ closed: null, nextReview: open.nextReview }),
});
