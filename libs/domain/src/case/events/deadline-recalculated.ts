import { z } from 'zod';
import { dutyBases, dutyTypes } from '../../codes/duties.js';
import { count, storedInstant as instant, key, maybe, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { dutiesAfter } from '../duties-after.js';
import { ruleName } from '../history-words.js';

export const deadlineRecalculated = defineCaseEvent({
  name: 'DeadlineRecalculated',
  label: 'En frist räknades om',
  open: z.object({
    id: key,
    startedAt: maybe(instant),
    old: maybe(instant),
    new: maybe(instant),
    oldTarget: maybe(instant),
    newTarget: maybe(instant),
    why: z.enum(['calendar', 'law', 'start', 'pause', 'authority', 'setting']),
    /** The wording that the duty rests on from now, where another one. */
    ruleVersion: maybe(count),
    basis: maybe(oneOf(dutyBases)),
    type: maybe(oneOf(dutyTypes)),
    /** The municipality's own period, where the new day was counted by it. */
    period: maybe(key),
  }),
  group: 'frister',
  bookkeeping: true,
  detail: (open): string | null => ruleName(open.id),
  evolve(state, event): Change {
    return { duties: dutiesAfter(state.duties, event) };
  },
});
