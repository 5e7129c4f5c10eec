import { z } from 'zod';
import { dutyBases, dutyTypes } from '../../codes/duties.js';
import { count, id, storedInstant as instant, key, maybe, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { dutiesAfter } from '../duties-after.js';
import { ruleName } from '../history-words.js';

export const dutyOpened = defineCaseEvent({
  name: 'DutyOpened',
  label: 'En uppgift med frist uppstod',
  open: z.object({
    id: key,
    rule: key,
    ruleVersion: count,
    basis: oneOf(dutyBases),
    type: oneOf(dutyTypes),
    owner: key,
    subject: maybe(id),
    startedAt: instant,
    dueAt: maybe(instant),
    duePrecision: maybe(z.enum(['day', 'minute'])),
    targetAt: maybe(instant),
    /** The municipality's own period, where the day was counted by it and not by the rule's standard. */
    period: maybe(key),
  }),
  group: 'frister',
  bookkeeping: true,
  detail: (open): string | null => ruleName(open.rule),
  evolve(state, event): Change {
    return { duties: dutiesAfter(state.duties, event) };
  },
});
