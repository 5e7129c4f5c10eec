import { z } from 'zod';
import { moveReasons } from '../../codes/case-codes.js';
import { oneOf, sealed } from '../../shapes.schema.js';
import type { ExistingCase } from '../case.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, inUnit } from '../changes.js';
import type { Desc, OpenOf } from '../events.schema.js';
import { corrections } from './stated.schema.js';

export const caseCorrected = defineCaseEvent({
  name: 'CaseCorrected',
  label: 'En uppgift rättades',
  open: z.object({ set: corrections, why: oneOf(moveReasons) }),
  sealed: sealed('reasons'),
  evolve(state, event): Change {
    return corrected(state, event.open);
  },
});

function corrected(state: ExistingCase, open: OpenOf<'CaseCorrected'>): Change {
  const { unit, ...others } = open.set;
  const desc = { ...state.desc, ...(others as Partial<Desc>) };
  const number: Change = others.diaryNumber === undefined ? {} : { diary: { ...state.diary, number: others.diaryNumber, sharedWith: null } };
  return { ...number, ...(unit === undefined ? { desc } : { ...inUnit({ ...state, desc }, unit, false), receipt: { ...state.receipt, unitThen: unit } }) };
}
