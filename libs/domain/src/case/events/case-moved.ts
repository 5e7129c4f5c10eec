import { z } from 'zod';
import { moveReasons } from '../../codes/case-codes.js';
import { roles } from '../../codes/roles.js';
import { key, maybe, oneOf, registryNumber, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, inUnit } from '../changes.js';
import { type Step, step } from '../step.js';

/** `leftNumber`: the diary number that the case had in the register of the board that it leaves. */
export const caseMoved = defineCaseEvent({
  name: 'CaseMoved',
  label: 'Ärendet flyttades till en annan enhet',
  v: 2,
  open: z.object({ unit: maybe(key), why: oneOf(moveReasons), byRole: maybe(oneOf(roles)), leftNumber: maybe(registryNumber) }),
  sealed: sealed('reasons'),
  detail(open, organisation, today): string | null {
    const name = organisation.unit(String(open.unit), today)?.name ?? null;
    const left = open.leftNumber == null ? null : `hade diarienummer ${String(open.leftNumber)} hos den förra nämnden`;
    return [name, left].filter((part) => part !== null).join('; ') || null;
  },
  evolve(state, event): Change {
    const before = event.open.leftNumber === null ? state : { ...state, desc: { ...state.desc, diaryNumber: null } };
    return {
      ...(event.open.leftNumber === null ? {} : { diary: { ...state.diary, number: null, sharedWith: null } }),
      ...inUnit(before, event.open.unit, event.open.why === 'reorganisation'),
      // A case that had no unit is placed, not moved: no figure was ever counted elsewhere.
      receipt: {
        ...state.receipt,
        unitThen: event.open.why === 'wrongUnit' || event.open.why === 'disputeSettled' || state.desc.unit === null ? event.open.unit : state.receipt.unitThen,
      },
    };
  },
  steps: (event): readonly Step[] => [step(event, 'moved', { code: event.open.why, unit: event.open.unit, role: event.open.byRole })],
});
