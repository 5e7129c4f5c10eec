import { z } from 'zod';
import { roles } from '../../codes/roles.js';
import { key, oneOf, sealed } from '../../shapes.schema.js';
import { defineRiskEvent } from '../risk.js';
import { assessmentInWords, assessmentShape, pointOf } from './assessment.schema.js';

export const riskIdentified = defineRiskEvent({
  name: 'RiskIdentified',
  label: 'Risken identifierades',
  open: z.object({ number: key, unit: key, ownerRole: oneOf(roles), ...assessmentShape }),
  sealed: sealed('subprocess', 'activity', 'description', 'reasons'),
  detail: assessmentInWords,
  begin: (id, { open, version, at }) => ({
    id,
    version,
    number: open.number,
    unit: open.unit,
    identifiedAt: at,
    ownerRole: open.ownerRole,
    assessments: [pointOf(open, at)],
    nextReview: open.nextReview,
    accepted: null,
    cases: [],
    prioritised: [],
    closed: null,
    stepsTaken: [],
  }),
});
