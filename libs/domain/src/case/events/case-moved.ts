import { z } from 'zod';
import { moveReasons } from '../../codes/case-codes.js';
import { roles } from '../../org/roles.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, inUnit } from '../changes.js';
import { key, maybe, oneOf } from '../shapes.schema.js';
import { step } from '../step.js';
import { sealed } from './shape.schema.js';

export const caseMoved = defineCaseEvent({
  name: 'CaseMoved',
  label: 'Ärendet flyttades till en annan enhet',
  open: z.object({ unit: maybe(key), why: oneOf(moveReasons), byRole: maybe(oneOf(roles)) }),
  sealed: sealed('reasons'),
  detail: (open, organisation, today): string | null => organisation.unit(String(open.unit), today)?.name ?? null,
  evolve(state, event): Change {
    return {
      ...inUnit(state, event.open.unit, event.open.why === 'reorganisation'),
      // A case that had no unit is placed, not moved: no figure was ever counted elsewhere.
      unitThen: event.open.why === 'wrongUnit' || event.open.why === 'disputeSettled' || state.desc.unit === null ? event.open.unit : state.unitThen,
      steps: [...state.steps, step(event, 'moved', { code: event.open.why, unit: event.open.unit, role: event.open.byRole })],
    };
  },
});
