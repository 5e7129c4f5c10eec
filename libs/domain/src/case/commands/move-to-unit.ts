import { stockholmDate } from '../../law/calendar.js';
import { reasonsText } from '../../records/command-text.js';
import type { ExistingCase } from '../case.js';
import { defineCaseCommand } from '../case-command.js';
import type { Context } from '../decide/context.js';
import { whileOpen } from '../decide/guards.js';
import { Lacking } from '../decide/lacks.js';
import { roleOf } from '../decide/work.js';
import type { NewCaseEvent } from '../events.schema.js';
import { isOneOf } from '../roles-in.js';
import { unitCode } from '../shapes.schema.js';
import { chiefs, desk } from '../who.js';
import { reasonOf, reasons } from './shared.js';

/** Why a case leaves a unit; a mistake in what was stated is corrected, not moved. */
const unitReasons = ['wrongUnit', 'disputeSettled', 'reorganisation', 'takenOver'] as const;

/**
 * To another unit. Two units that disagree are settled by one who is over both (R-083, AC-38).
 */
export const moveToUnit = defineCaseCommand({
  name: 'MoveToUnit',
  input: { unit: unitCode, why: reasonOf(unitReasons), reasons },
  names: { unit: 'unit' },
  who: desk,
  mustStand: whileOpen,
  offered: [{ stages: ['received'], when: 'always' }],
  title: 'Flytta till annan enhet',
  button: 'Flytta',
  form: {
    unit: { label: 'Vilken enhet?' },
    why: { label: 'Varför?' },
    reasons: reasonsText,
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    if (command.unit === state.desc.unit) return [];
    // A mistake is mended as of the day received; a takeover concerns the unit of today.
    const day = command.why === 'wrongUnit' || command.why === 'disputeSettled' ? stockholmDate(state.desc.receivedAt) : context.today;
    const isSettled = command.why !== 'disputeSettled' || isOverBoth(state, command.unit, context);
    new Lacking('MoveToUnit')
      .need(context.organisation.isValidOn(command.unit, day), 'unit', 'Enheten fanns inte den dagen', 'unitNotValid')
      .need(isSettled, 'why', 'En oenighet avgörs av en chef över båda enheterna', 'notYours')
      .orRefuse();
    return [{ type: 'CaseMoved', open: { unit: command.unit, why: command.why, byRole: roleOf(state, context) }, sealed: { reasons: command.reasons } }];
  },
});

const isOverBoth = (state: ExistingCase, unit: string, context: Context): boolean =>
  [state, { ...state, desc: { ...state.desc, unit } }].every((there) => isOneOf(chiefs, context.actor, there, context.organisation, context.today));
