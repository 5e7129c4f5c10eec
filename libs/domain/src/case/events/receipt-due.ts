import { z } from 'zod';
import { roles } from '../../codes/roles.js';
import { count, id, key, maybe, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { dutiesAfter } from '../duties-after.js';

export const receiptDue = defineCaseEvent({
  name: 'ReceiptDue',
  label: 'Mottagningsbekräftelsen lämnades till utskick',
  open: z.object({ item: id, duty: key, level: count, toRole: maybe(oneOf(roles)) }),
  group: 'svar',
  evolve(state, event): Change {
    return { duties: dutiesAfter(state.duties, event) };
  },
});
