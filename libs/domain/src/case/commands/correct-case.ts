import { z } from 'zod';
import { Lacking } from '../../lacks.js';
import { stockholmDate } from '../../law/calendar.js';
import { changes, instant, unitCode } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { lacksInStated } from '../decide/described.js';
import { lackOfNumber, leavesRegister, numberAskedAnew } from '../decide/diary.js';
import { withDuties } from '../decide/reconsidered.js';
import { isSame } from '../decide/work.js';
import type { Desc, NewCaseEvent } from '../events.schema.js';
import { desk } from '../who.js';
import { described } from './described.schema.js';
import { reasonOf, reasons } from './shared.js';

/** Codes of the reasons for a correction. */
export const correctionReasons = ['wrongUnit', 'wrongFromStart', 'newFacts'] as const;

/**
 * Mends what was stated wrongly, also in a closed case; dates that run from the receipt follow, each by an event of its own.
 */
export const correctCase = defineCaseCommand({
  name: 'CorrectCase',
  input: {
    set: z.object({ receivedAt: instant.optional(), unit: unitCode.nullable().optional(), ...changes(described) }).strict(),
    why: reasonOf(correctionReasons),
    reasons,
  },
  names: { 'set.unit': 'unit' },
  endsDuties: true,
  who: desk,
  decide(state, command, context, process): readonly NewCaseEvent[] {
    const set = Object.fromEntries(
      Object.entries(command.set).filter(([name, value]) => value !== undefined && !isSame(value, state.desc[name as keyof Desc])),
    ) as typeof command.set;
    const lacking = new Lacking('CorrectCase').need(Object.keys(command.set).length > 0, 'set', 'Ange vad som ska rättas');
    lacking.orRefuse();
    if (Object.keys(set).length === 0) return [];
    const then = { ...state.desc, ...set } as Desc;
    for (const lack of lacksInStated(then, Object.keys(set), 'CorrectCase.set.', context))
      lacking.add([lack], lack.field === 'CorrectCase.set.unit' ? 'unitNotValid' : 'incomplete');
    lacking.need(stockholmDate(then.receivedAt) >= process.activeFrom, 'set.receivedAt', 'Mottaget datum ligger för långt tillbaka');
    const leaves = leavesRegister(state, then.unit, context);
    const mine = { id: state.id, unit: then.unit, has: leaves ? null : state.diary.number };
    lacking.need(!leaves || command.set.diaryNumber !== undefined, 'set.diaryNumber', `${numberAskedAnew} Ange det nya numret, eller null om det saknas än.`);
    lacking.add([lackOfNumber(command.set.diaryNumber, mine, 'CorrectCase.set.diaryNumber', context)], 'alreadyExists').orRefuse();
    return withDuties(state, [{ type: 'CaseCorrected', open: { set, why: command.why }, sealed: { reasons: command.reasons } }], process, context);
  },
});
