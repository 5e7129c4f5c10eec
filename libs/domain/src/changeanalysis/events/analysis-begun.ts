import { z } from 'zod';
import { roles } from '../../codes/roles.js';
import { dayInWords } from '../../days.js';
import { date, key, oneOf, sealed } from '../../shapes.schema.js';
import { defineAnalysisEvent } from '../change-analysis.js';

export const analysisBegun = defineAnalysisEvent({
  name: 'AnalysisBegun',
  label: 'Analysen påbörjades',
  open: z.object({ number: key, unit: key, ownerRole: oneOf(roles), startsOn: date }),
  sealed: sealed('what', 'why'),
  detail: ({ startsOn }) => `förändringen ska börja den ${dayInWords(startsOn)}`,
  begin: (id, { open, version, at }) => ({
    ...open,
    id,
    version,
    begunAt: at,
    aspects: [],
    participants: [],
    unions: null,
    risks: [],
    decision: null,
    followedUp: null,
    endedAt: null,
    stepsTaken: [],
  }),
});
