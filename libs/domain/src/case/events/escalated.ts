import { z } from 'zod';
import { roles } from '../../codes/roles.js';
import { managersTold } from '../../org/settings.js';
import { count, id, key, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { dutiesAfter } from '../duties-after.js';
import { ruleName } from '../history-words.js';

export const escalated = defineCaseEvent({
  name: 'Escalated',
  label: 'Förseningen lyftes till nästa chef',
  open: z.object({ item: id, duty: key, level: count, toRole: oneOf(roles) }),
  group: 'frister',
  says: ({ level }): string | null => (level > managersTold ? 'Fortfarande inte gjort, höjt igen' : null),
  detail: (open): string | null => ruleName(open.duty),
  evolve(state, event): Change {
    return { duties: dutiesAfter(state.duties, event) };
  },
});
