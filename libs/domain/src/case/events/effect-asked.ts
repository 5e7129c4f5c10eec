import { z } from 'zod';
import { roles } from '../../codes/roles.js';
import { count, id, key, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { dutiesAfter } from '../duties-after.js';

export const effectAsked = defineCaseEvent({
  name: 'EffectAsked',
  label: 'Frågan om åtgärdens effekt ställdes',
  open: z.object({ item: id, duty: key, level: count, toRole: oneOf(roles) }),
  group: 'frister',
  evolve(state, event): Change {
    return { duties: dutiesAfter(state.duties, event) };
  },
});
