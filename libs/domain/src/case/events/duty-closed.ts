import { z } from 'zod';
import { dutyEndings } from '../../codes/duties.js';
import { key, maybe, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { dutiesAfter } from '../duties-after.js';
import { ruleName } from '../history-words.js';

/** A task is done only where it was met; what ended in another way says so. */
const endings: Readonly<Record<string, string>> = { notApplicable: 'En uppgift gällde inte längre', withdrawn: 'En uppgift togs tillbaka' };

export const dutyClosed = defineCaseEvent({
  name: 'DutyClosed',
  label: 'En uppgift blev klar',
  open: z.object({ id: key, as: oneOf(dutyEndings), reason: maybe(key) }),
  group: 'frister',
  bookkeeping: true,
  says: (open): string | null => endings[open.as] ?? null,
  detail: (open): string | null => ruleName(open.id),
  evolve(state, event): Change {
    return { duties: dutiesAfter(state.duties, event) };
  },
});
