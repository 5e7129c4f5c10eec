import { z } from 'zod';
import { labelOf } from '../../codes/code.js';
import { inSentence } from '../../codes/in-sentence.js';
import { roles } from '../../codes/roles.js';
import { checkMeasures, checkTriggers, checkWays, months } from '../../codes/self-checks.js';
import { dayInWords } from '../../days.js';
import { count, date, id, key, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineSelfCheckEvent } from '../selfcheck.js';

export const selfCheckPlanned = defineSelfCheckEvent({
  name: 'SelfCheckPlanned',
  label: 'Egenkontrollen planerades',
  open: z.object({
    number: key,
    unit: key,
    process: key,
    way: oneOf(checkWays),
    questions: count,
    sample: count,
    measure: maybe(oneOf(checkMeasures)),
    months: z.array(oneOf(months)).min(1),
    role: oneOf(roles),
    owner: maybe(id),
    trigger: maybe(oneOf(checkTriggers)),
    risk: maybe(id),
    due: date,
  }),
  sealed: sealed('what', 'activity', 'questions'),
  detail: ({ way, due }) => `${inSentence(labelOf(checkWays, way))}, första gången senast den ${dayInWords(due)}`,
  begin: (recordId, { open, version, at }) => ({
    ...open,
    id: recordId,
    version,
    plannedAt: at,
    risk: open.risk === null ? null : `risk/${open.risk}`,
    performances: [],
    basis: null,
    endedAt: null,
    stepsTaken: [],
  }),
});
