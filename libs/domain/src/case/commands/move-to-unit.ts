import type { Lack } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import { stockholmDate } from '../../law/calendar.js';
import { reasonsText } from '../../records/command-text.js';
import { maybe, maybeFlag, typedNumber, unitCode } from '../../shapes.schema.js';
import type { ExistingCase } from '../case.js';
import { defineCaseCommand } from '../case-command.js';
import type { Context } from '../decide/context.js';
import { isSame, lackOfNumber, leavesRegister, numberAskedAnew } from '../decide/diary.js';
import { whileOpen } from '../decide/guards.js';
import { roleOf } from '../decide/work.js';
import type { NewCaseEvent } from '../events.schema.js';
import { isOneOf } from '../roles-in.js';
import { chiefs, desk } from '../who.js';
import { reasonOf, reasons } from './shared.js';

/** Why a case leaves a unit; a mistake in what was stated is corrected, not moved. */
const unitReasons = ['wrongUnit', 'disputeSettled', 'reorganisation', 'takenOver'] as const;

/**
 * To another unit. Two units that disagree are settled by one who is over both (R-083, AC-38). A diary number is one board's: with a move to
 * another board the number there is stated, or that the case has none there yet.
 */
export const moveToUnit = defineCaseCommand({
  name: 'MoveToUnit',
  input: {
    unit: unitCode,
    why: reasonOf(unitReasons),
    reasons,
    diaryNumber: maybe(typedNumber),
    withoutNumber: maybeFlag,
  },
  names: { unit: 'unit' },
  addedFields: ['diaryNumber', 'withoutNumber'],
  who: desk,
  mustStand: whileOpen,
  alone: true,
  offered: [{ stages: ['received'], when: 'always' }],
  under: 'handOn',
  title: 'Flytta till annan enhet',
  button: 'Flytta',
  form: {
    unit: { label: 'Vilken enhet?' },
    why: { label: 'Varför?' },
    reasons: reasonsText,
    diaryNumber: { label: 'Diarienummer hos den nya nämnden', hint: 'Bara om enheten hör till en annan nämnd.', asked: ['hasNumber'] },
    withoutNumber: { label: 'Saknar ärendet än så länge diarienummer hos den nya nämnden?', asked: ['hasNumber'] },
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    if (command.unit === state.desc.unit) return [];
    // A mistake is mended as of the day received; a takeover concerns the unit of today.
    const day = command.why === 'wrongUnit' || command.why === 'disputeSettled' ? stockholmDate(state.desc.receivedAt) : context.today;
    const leaves = leavesRegister(state, command.unit, context);
    const isSettled = command.why !== 'disputeSettled' || isOverBoth(state, command.unit, context);
    new Lacking('MoveToUnit')
      .need(context.organisation.isValidOn(command.unit, day), 'unit', 'Enheten fanns inte den dagen', 'unitNotValid')
      .need(isSettled, 'why', 'En oenighet avgörs av en chef över båda enheterna', 'notYours')
      .add([leaves ? lackOfNewNumber(state, command, context) : null])
      .need(leaves || isLeftAsIs(state, command), 'diaryNumber', 'Enheten hör till samma nämnd, så numret följer med. Ett annat nummer ges med Diarieför.')
      .orRefuse();
    return [
      {
        type: 'CaseMoved',
        open: { unit: command.unit, why: command.why, byRole: roleOf(state, context), leftNumber: leaves ? state.diary.number : null },
        sealed: { reasons: command.reasons },
      },
      ...(!leaves || command.diaryNumber === null
        ? []
        : [{ type: 'Diarised' as const, open: { diaryNumber: command.diaryNumber, secrecy: state.diary.secrecy, sharedWith: null } }]),
    ];
  },
});

interface Stated {
  readonly unit: string;
  readonly diaryNumber: string | null;
  readonly withoutNumber: boolean | null;
}

/** Another board's number is stated, or that there is none yet: one of the two, and never a number that another case has there. */
function lackOfNewNumber(state: ExistingCase, { unit, diaryNumber, withoutNumber }: Stated, context: Context): Lack | null {
  const field = 'MoveToUnit.diaryNumber';
  if (diaryNumber === null && withoutNumber !== true)
    return { field, text: `${numberAskedAnew} Skriv det nummer som ärendet har hos den nya nämnden, eller svara att det saknar nummer där.` };
  if (diaryNumber !== null && withoutNumber === true)
    return { field: 'MoveToUnit.withoutNumber', text: 'Du har skrivit ett nummer och svarat att det saknas. Ta bort det ena.' };
  return lackOfNumber(diaryNumber, { id: state.id, unit, has: null }, field, context);
}

const isLeftAsIs = (state: ExistingCase, { diaryNumber, withoutNumber }: Stated): boolean =>
  withoutNumber !== true && (diaryNumber === null || isSame(state.diary.number, diaryNumber));

const isOverBoth = (state: ExistingCase, unit: string, context: Context): boolean =>
  [state, { ...state, desc: { ...state.desc, unit } }].every((there) => isOneOf(chiefs, context.actor, there, context.organisation, context.today));
