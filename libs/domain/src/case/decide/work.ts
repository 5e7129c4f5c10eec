import { refuse } from '../../errors.js';
import { stockholmDate } from '../../law/calendar.js';
import type { Process } from '../../process/process.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import { mayBeTakenBack, whyNotChosen } from '../conflict.js';
import type { Desc, NewCaseEvent } from '../events.schema.js';
import { actingRole, chiefs, isOneOf } from '../policy.js';
import { type Context, newId } from './context.js';
import { lacksInStated } from './described.js';
import { withDuties } from './reconsidered.js';
import { inStage, mustBeOpen, mustBePast } from './situation.js';

/*
 * The work on a case: who has it, what kind it is, what is found out. Each function turns one command into events.
 */

const roleOf = (state: ExistingCase, context: Context) => actingRole(context.actor, state, context.organisation, context.today);

/** Mends what was stated wrongly, also in a closed case; dates that run from the receipt follow, each by an event of its own. */
export function correct(state: ExistingCase, command: CommandOf<'CorrectCase'>, process: Process, context: Context): NewCaseEvent[] {
  const set = Object.fromEntries(
    Object.entries(command.set).filter(([name, value]) => value !== undefined && !isSame(value, state.desc[name as keyof Desc])),
  ) as typeof command.set;
  if (Object.keys(command.set).length === 0) refuse('incomplete', [{ field: 'CorrectCase.set', text: 'Ange vad som ska rättas' }]);
  if (Object.keys(set).length === 0) return [];
  const then = { ...state.desc, ...set } as Desc;
  if (stockholmDate(then.receivedAt) < process.activeFrom)
    refuse('incomplete', [{ field: 'CorrectCase.set.receivedAt', text: 'Mottaget datum ligger för långt tillbaka' }]);
  const lacks = lacksInStated(then, Object.keys(set), 'CorrectCase.set.', context);
  if (lacks.length > 0) refuse(lacks.every((lack) => lack.field === 'CorrectCase.set.unit') ? 'unitNotValid' : 'incomplete', lacks);
  return withDuties(state, [{ type: 'CaseCorrected', open: { set, why: command.why }, sealed: { reasons: command.reasons } }], process, context.now);
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** To another unit. Two units that disagree are settled by one who is over both (R-083, AC-38). */
export function moveToUnit(state: ExistingCase, command: CommandOf<'MoveToUnit'>, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  if (command.unit === state.desc.unit) return [];
  // A mistake is mended as of the day received; a takeover concerns the unit of today.
  const day = command.why === 'wrongUnit' || command.why === 'disputeSettled' ? stockholmDate(state.desc.receivedAt) : context.today;
  if (!context.organisation.isValidOn(command.unit, day)) refuse('unitNotValid', [{ field: 'MoveToUnit.unit', text: 'Enheten fanns inte den dagen' }]);
  if (command.why === 'disputeSettled' && !isOverBoth(state, command.unit, context))
    refuse('notYours', [{ field: 'MoveToUnit.why', text: 'En oenighet avgörs av en chef över båda enheterna' }]);
  return [{ type: 'CaseMoved', open: { unit: command.unit, why: command.why, byRole: roleOf(state, context) }, sealed: { reasons: command.reasons } }];
}

const isOverBoth = (state: ExistingCase, unit: string, context: Context): boolean =>
  [state, { ...state, desc: { ...state.desc, unit } }].every((there) => isOneOf(chiefs, context.actor, there, context.organisation, context.today));

export function classify(state: ExistingCase, command: CommandOf<'ClassifyCase'>, process: Process, context: Context): NewCaseEvent[] {
  if (state.cancelled !== null) refuse('cancelled');
  const { type: _, ...open } = command;
  const named = Object.keys(open).filter((name) => open[name as keyof typeof open] !== null);
  const lacks = lacksInStated(
    { ...state.desc, ...Object.fromEntries(named.map((name) => [name, open[name as keyof typeof open]])) },
    named,
    'ClassifyCase.',
    context,
  );
  if (lacks.length > 0) refuse('incomplete', lacks);
  if (named.every((name) => isSame(open[name as keyof typeof open], state.desc[name as keyof Desc]))) return [];
  return withDuties(state, [{ type: 'CaseClassified', open }], process, context.now);
}

export function assign(state: ExistingCase, command: CommandOf<'AssignCase'>): NewCaseEvent[] {
  mustBeOpen(state);
  const hinder = command.person === null ? null : whyNotChosen(state, command.person, 'handler', 'AssignCase.person');
  if (hinder !== null) refuse('incomplete', [hinder]);
  if ((state.handler?.person ?? null) === command.person) return [];
  return [
    {
      type: 'CaseAssigned',
      open: { person: command.person, as: command.as, unit: state.desc.unit },
      sealed: command.reasons ? { reasons: command.reasons } : undefined,
    },
  ];
}

export function answerConflict(state: ExistingCase, command: CommandOf<'AnswerConflict'>, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  const person = command.person ?? context.actor.person ?? refuse('notYours');
  if (command.answer === 'none' && person !== context.actor.person && !state.barred.includes(person)) {
    refuse('incomplete', [{ field: 'AnswerConflict.person', text: 'Var och en svarar själv på om det finns jäv' }]);
  }
  if (command.answer === 'none' && !mayBeTakenBack(state, person))
    refuse('incomplete', [{ field: 'AnswerConflict.answer', text: 'Jävet följer av uppgifterna i ärendet, och kan inte tas tillbaka (KL 6 kap. 28–30 §§)' }]);
  if (command.answer === 'none' && person !== context.actor.person && !command.reasons)
    refuse('incomplete', [{ field: 'AnswerConflict.reasons', text: 'Skriv varför personen inte är jävig' }]);
  return [
    {
      type: 'ConflictAnswered',
      open: { person, as: roleOf(state, context), answer: command.answer, ground: command.ground, computed: false },
      sealed: command.reasons ? { reasons: command.reasons } : undefined,
    },
  ];
}

export function makeEntry(state: ExistingCase, command: CommandOf<'MakeEntry'>, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  if (command.replaces !== null && !state.entries.some((entry) => entry.id === command.replaces))
    refuse('unknownReference', [{ field: 'MakeEntry.replaces', text: 'Uppgiften som ska ersättas finns inte' }]);
  const { type: _, text, ...open } = command;
  return [{ type: 'EntryMade', open: { entry: newId(context, 'entry'), has: ['text'], byRole: roleOf(state, context), ...open }, sealed: { text } }];
}

/** Somebody has been heard, has declined, or could not be: then it is said why. */
export function hearParty(state: ExistingCase, command: CommandOf<'HearParty'>, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  mustBePast(command.at, 'HearParty.at', context);
  const { party, result, reason, at } = command;
  if (result === 'notPossible' && reason === null) refuse('incomplete', [{ field: 'HearParty.reason', text: 'Ange varför det inte gick att höra personen' }]);
  return [{ type: 'PartyHeard', at, open: { party, result, reason } }];
}

export function withdrawCause(state: ExistingCase, command: CommandOf<'WithdrawCause'>): NewCaseEvent[] {
  mustBeOpen(state);
  const cause =
    state.causes.find((row) => row.causeId === command.causeId) ?? refuse('unknownReference', [{ field: 'WithdrawCause.causeId', text: 'Orsaken finns inte' }]);
  return cause.withdrawn ? [] : [{ type: 'CauseWithdrawn', open: { causeId: cause.causeId }, sealed: { text: command.text } }];
}

export function completeInvestigation(state: ExistingCase, command: CommandOf<'CompleteInvestigation'>): NewCaseEvent[] {
  inStage(state, 'investigating', 'CompleteInvestigation');
  return [
    {
      type: 'InvestigationCompleted',
      open: { noDeficiency: command.noDeficiency, similarBefore: command.similarBefore, recurrence: command.recurrence },
      sealed: command.text ? { text: command.text } : undefined,
    },
  ];
}

/** How it is investigated and by whom; the one who leads it is an investigator from then on. */
export function openInvestigation(state: ExistingCase, command: CommandOf<'OpenInvestigation'>): NewCaseEvent[] {
  mustBeOpen(state);
  const hinder = command.lead === null ? null : whyNotChosen(state, command.lead, 'investigator', 'OpenInvestigation.lead');
  if (hinder !== null) refuse('incomplete', [hinder]);
  return [{ type: 'InvestigationOpened', open: { method: command.method, lead: command.lead, team: command.team } }];
}
