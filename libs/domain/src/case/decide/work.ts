import { refuse } from '../../errors.js';
import { stockholmDate } from '../../law/calendar.js';
import type { Process } from '../../process/process.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import { mayBeTakenBack, whyNotChosen } from '../conflict.js';
import type { Desc, NewCaseEvent } from '../events.schema.js';
import { actingRole, isOneOf } from '../roles-in.js';
import { chiefs } from '../who.js';
import { type Context, newId } from './context.js';
import { lacksInStated } from './described.js';
import { lackOfNumber } from './diary.js';
import { Lacking } from './lacks.js';
import { withDuties } from './reconsidered.js';
import { notPast } from './situation.js';

/*
 * The work on a case: who has it, what kind it is, what is found out. Each function turns one command into events.
 */

const roleOf = (state: ExistingCase, context: Context) => actingRole(context.actor, state, context.organisation, context.today);

/** Mends what was stated wrongly, also in a closed case; dates that run from the receipt follow, each by an event of its own. */
export function correct(state: ExistingCase, command: CommandOf<'CorrectCase'>, process: Process, context: Context): NewCaseEvent[] {
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
  const mine = { id: state.id, unit: then.unit, has: state.diaryNumber };
  lacking.add([lackOfNumber(set.diaryNumber, mine, 'CorrectCase.set.diaryNumber', context)], 'alreadyExists').orRefuse();
  return withDuties(state, [{ type: 'CaseCorrected', open: { set, why: command.why }, sealed: { reasons: command.reasons } }], process, context.now);
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** To another unit. Two units that disagree are settled by one who is over both (R-083, AC-38). */
export function moveToUnit(state: ExistingCase, command: CommandOf<'MoveToUnit'>, context: Context): NewCaseEvent[] {
  if (command.unit === state.desc.unit) return [];
  // A mistake is mended as of the day received; a takeover concerns the unit of today.
  const day = command.why === 'wrongUnit' || command.why === 'disputeSettled' ? stockholmDate(state.desc.receivedAt) : context.today;
  const isSettled = command.why !== 'disputeSettled' || isOverBoth(state, command.unit, context);
  new Lacking('MoveToUnit')
    .need(context.organisation.isValidOn(command.unit, day), 'unit', 'Enheten fanns inte den dagen', 'unitNotValid')
    .need(isSettled, 'why', 'En oenighet avgörs av en chef över båda enheterna', 'notYours')
    .orRefuse();
  return [{ type: 'CaseMoved', open: { unit: command.unit, why: command.why, byRole: roleOf(state, context) }, sealed: { reasons: command.reasons } }];
}

const isOverBoth = (state: ExistingCase, unit: string, context: Context): boolean =>
  [state, { ...state, desc: { ...state.desc, unit } }].every((there) => isOneOf(chiefs, context.actor, there, context.organisation, context.today));

export function classify(state: ExistingCase, command: CommandOf<'ClassifyCase'>, process: Process, context: Context): NewCaseEvent[] {
  const { type: _, ...open } = command;
  const named = Object.keys(open).filter((name) => open[name as keyof typeof open] !== null);
  const stated = lacksInStated(
    { ...state.desc, ...Object.fromEntries(named.map((name) => [name, open[name as keyof typeof open]])) },
    named,
    'ClassifyCase.',
    context,
  );
  new Lacking('ClassifyCase').add(stated).orRefuse();
  if (named.every((name) => isSame(open[name as keyof typeof open], state.desc[name as keyof Desc]))) return [];
  return withDuties(state, [{ type: 'CaseClassified', open }], process, context.now);
}

export function assign(state: ExistingCase, command: CommandOf<'AssignCase'>): NewCaseEvent[] {
  new Lacking('AssignCase').add([command.person === null ? null : whyNotChosen(state, command.person, 'handler', 'AssignCase.person')]).orRefuse();
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
  const person = command.person ?? context.actor.person ?? refuse('notYours');
  const isFree = command.answer === 'none';
  const isOther = person !== context.actor.person;
  new Lacking('AnswerConflict')
    .need(!(isFree && isOther) || state.barred.includes(person), 'person', 'Var och en svarar själv på om det finns jäv')
    .need(!isFree || mayBeTakenBack(state, person), 'answer', 'Jävet följer av uppgifterna i ärendet, och kan inte tas tillbaka (KL 6 kap. 28–30 §§)')
    .need(!(isFree && isOther) || Boolean(command.reasons), 'reasons', 'Skriv varför personen inte är jävig')
    .orRefuse();
  return [
    {
      type: 'ConflictAnswered',
      open: { person, as: roleOf(state, context), answer: command.answer, ground: command.ground, computed: false },
      sealed: command.reasons ? { reasons: command.reasons } : undefined,
    },
  ];
}

export function makeEntry(state: ExistingCase, command: CommandOf<'MakeEntry'>, context: Context): NewCaseEvent[] {
  const isKnown = command.replaces === null || state.entries.some((entry) => entry.id === command.replaces);
  new Lacking('MakeEntry').need(isKnown, 'replaces', 'Uppgiften som ska ersättas finns inte', 'unknownReference').orRefuse();
  const { type: _, text, ...open } = command;
  return [{ type: 'EntryMade', open: { entry: newId(context, 'entry'), has: ['text'], byRole: roleOf(state, context), ...open }, sealed: { text } }];
}

/** Somebody has been heard, has declined, or could not be: then it is said why. */
export function hearParty(command: CommandOf<'HearParty'>, context: Context): NewCaseEvent[] {
  const { party, result, reason, at } = command;
  new Lacking('HearParty')
    .add(notPast(at, 'HearParty.at', context))
    .need(result !== 'notPossible' || reason !== null, 'reason', 'Ange varför det inte gick att höra personen')
    .orRefuse();
  return [{ type: 'PartyHeard', at, open: { party, result, reason } }];
}

export function withdrawCause(state: ExistingCase, command: CommandOf<'WithdrawCause'>): NewCaseEvent[] {
  const cause =
    state.causes.find((row) => row.causeId === command.causeId) ?? refuse('unknownReference', [{ field: 'WithdrawCause.causeId', text: 'Orsaken finns inte' }]);
  return cause.withdrawn ? [] : [{ type: 'CauseWithdrawn', open: { causeId: cause.causeId }, sealed: { text: command.text } }];
}

export function completeInvestigation(command: CommandOf<'CompleteInvestigation'>): NewCaseEvent[] {
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
  new Lacking('OpenInvestigation').add([command.lead === null ? null : whyNotChosen(state, command.lead, 'investigator', 'OpenInvestigation.lead')]).orRefuse();
  return [{ type: 'InvestigationOpened', open: { method: command.method, lead: command.lead, team: command.team } }];
}
