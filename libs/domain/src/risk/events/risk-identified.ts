import { z } from 'zod';
import { roles } from '../../codes/roles.js';
import { id, key, oneOf, sealed } from '../../shapes.schema.js';
import { defineRiskEvent } from '../risk.js';
import { assessmentInWords, assessmentShape, pointOf } from './assessment.schema.js';

export const riskIdentified = defineRiskEvent({
  name: 'RiskIdentified',
  label: 'Risken identifierades',
  open: z.object({ number: key, unit: key, ownerRole: oneOf(roles), ...assessmentShape, selfcheck: id.optional() }),
  sealed: sealed('subprocess', 'activity', 'description', 'reasons'),
  detail: assessmentInWords,
  begin: (recordId, { open, version, at }) => ({
    id: recordId,
    version,
    number: open.number,
    unit: open.unit,
    identifiedAt: at,
    ownerRole: open.ownerRole,
    assessments: [pointOf(open, at)],
    nextReview: open.nextReview,
    accepted: null,
    cases: [],
    selfcheck: open.selfcheck === undefined ? null : `selfcheck/${open.selfcheck}`,
    prioritised: [],
    closed: null,
    stepsTaken: [],
  }),
});
