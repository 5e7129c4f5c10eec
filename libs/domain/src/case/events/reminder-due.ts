import { z } from 'zod';
import { roles } from '../../codes/roles.js';
import { count, id, key, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { dutiesAfter } from '../duties-after.js';
import { ruleName } from '../history-words.js';

export const reminderDue = defineCaseEvent({
  name: 'ReminderDue',
  label: 'En påminnelse gick ut',
  open: z.object({ item: id, duty: key, level: count, toRole: oneOf(roles) }),
  group: 'frister',
  detail: (open): string | null => ruleName(open.duty),
  evolve(state, event): Change {
    return { duties: dutiesAfter(state.duties, event) };
  },
});
