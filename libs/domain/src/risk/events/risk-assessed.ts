import { z } from 'zod';
import { sealed } from '../../shapes.schema.js';
import { defineRiskEvent } from '../risk.js';
import { assessmentInWords, assessmentShape, pointOf } from './assessment.schema.js';

export const riskAssessed = defineRiskEvent({
  name: 'RiskAssessed',
  label: 'Risken bedömdes igen',
  open: z.object(assessmentShape),
  sealed: sealed('reasons'),
  detail: assessmentInWords,
  evolve: (risk, { open, at }) => ({
    assessments: [...risk.assessments, pointOf(open, at)],
    nextReview: open.nextReview,
    // What was accepted is a risk of that value: a higher one is decided on anew.
    accepted: risk.accepted !== null && open.value > risk.accepted.value ? null : risk.accepted,
  }),
});
