import { stockholmDate } from '../../law/calendar.js';
import { refuse } from '../../errors.js';
import { rolesOver } from '../policy.js';
import { isOpen, type ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import { type Context, newId } from './context.js';

/*
 * The work on a case: who has it, what kind it is, what is found out. Each function turns one command into events.
 */

/** Work stops when a case is closed; a word may still be added. */
export function mustBeOpen(state: ExistingCase): void {
  if (!isOpen(state)) refuse('alreadyClosed');
}

const roleOf = (state: ExistingCase, context: Context) => rolesOver(context.actor, state.desc.unit, context.organisation, context.today)[0] ?? 'medarbetare';

export function correct(state: ExistingCase, command: CommandOf<'CorrectCase'>, context: Context): NewCaseEvent[] {
  const { set } = command;
  const received = set.receivedAt ?? state.desc.receivedAt;
  if (received > context.now) refuse('incomplete', [{ field: 'CorrectCase.set.receivedAt', text: 'Mottaget datum kan inte ligga i framtiden' }]);
  if (set.unit != null && !context.organisation.isValidOn(set.unit, stockholmDate(received))) refuse('unitNotValid', [{ field: 'CorrectCase.set.unit', text: 'Enheten fanns inte den dag ärendet togs emot' }]);
  if (Object.keys(set).length === 0) refuse('incomplete', [{ field: 'CorrectCase.set', text: 'Ange vad som ska rättas' }]);
  return [{ type: 'CaseCorrected', open: { set, why: command.why }, sealed: { reasons: command.reasons } }];
}

export function moveToUnit(state: ExistingCase, command: CommandOf<'MoveToUnit'>, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  if (command.unit === state.desc.unit) return [];
  // A mistake is mended as of the day received; a takeover concerns the unit of today.
  const day = command.why === 'wrongUnit' || command.why === 'disputeSettled' ? stockholmDate(state.desc.receivedAt) : context.today;
  if (!context.organisation.isValidOn(command.unit, day)) refuse('unitNotValid', [{ field: 'MoveToUnit.unit', text: 'Enheten fanns inte den dagen' }]);
  return [{ type: 'CaseMoved', open: { unit: command.unit, why: command.why, byRole: roleOf(state, context) }, sealed: { reasons: command.reasons } }];
}

export function classify(state: ExistingCase, command: CommandOf<'ClassifyCase'>, context: Context): NewCaseEvent[] {
  const { type: _, ...open } = command;
  const categories = open.categories ?? state.desc.categories ?? [];
  if (categories.includes('other') && (open.categoryOther ?? state.desc.categoryOther) === null) {
    refuse('incomplete', [{ field: 'ClassifyCase.categoryOther', text: 'Ange vad ”Annat” är' }]);
  }
  if (open.categoryOther !== null && !context.hasLocalEntry('categoryOther', state.desc.unit, open.categoryOther)) {
    refuse('incomplete', [{ field: 'ClassifyCase.categoryOther', text: 'Posten finns inte i avdelningens lista' }]);
  }
  return [{ type: 'CaseClassified', open }];
}

export function assign(state: ExistingCase, command: CommandOf<'AssignCase'>): NewCaseEvent[] {
  mustBeOpen(state);
  if (command.person !== null && state.barred.includes(command.person)) refuse('incomplete', [{ field: 'AssignCase.person', text: 'Personen är jävig och kan inte handlägga ärendet' }]);
  if (state.handler?.person === command.person) return [];
  return [{ type: 'CaseAssigned', open: { person: command.person, as: command.as, unit: state.desc.unit } }];
}

export function answerConflict(state: ExistingCase, command: CommandOf<'AnswerConflict'>, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  const person = context.actor.person ?? refuse('notYours');
  return [{ type: 'ConflictAnswered', open: { person, as: roleOf(state, context), answer: command.answer, ground: command.ground, computed: false }, sealed: command.reasons ? { reasons: command.reasons } : undefined }];
}

export function makeEntry(state: ExistingCase, command: CommandOf<'MakeEntry'>, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  if (command.replaces !== null && !state.entries.some((entry) => entry.id === command.replaces)) refuse('unknownReference', [{ field: 'MakeEntry.replaces', text: 'Uppgiften som ska ersättas finns inte' }]);
  const { type: _, text, ...open } = command;
  return [{ type: 'EntryMade', open: { entry: newId(context, 'entry'), has: ['text'], ...open }, sealed: { text } }];
}

export function withdrawCause(state: ExistingCase, command: CommandOf<'WithdrawCause'>): NewCaseEvent[] {
  mustBeOpen(state);
  const cause = state.causes.find((row) => row.causeId === command.causeId) ?? refuse('unknownReference', [{ field: 'WithdrawCause.causeId', text: 'Orsaken finns inte' }]);
  return cause.withdrawn ? [] : [{ type: 'CauseWithdrawn', open: { causeId: cause.causeId }, sealed: { text: command.text } }];
}

export function completeInvestigation(state: ExistingCase, command: CommandOf<'CompleteInvestigation'>): NewCaseEvent[] {
  inStage(state, 'investigating', 'CompleteInvestigation');
  return [{ type: 'InvestigationCompleted', open: { noDeficiency: command.noDeficiency, similarBefore: command.similarBefore, recurrence: command.recurrence }, sealed: command.text ? { text: command.text } : undefined }];
}

/** The judgement of a complaint (law-and-practice 8.1, S3): brist, delvis or ingen, by the manager. */
export function decideOutcome(state: ExistingCase, command: CommandOf<'DecideOutcome'>, context: Context): NewCaseEvent[] {
  inStage(state, 'assessing', 'DecideOutcome');
  return [{ type: 'OutcomeDecided', open: { complaintOutcome: command.complaintOutcome, byRole: roleOf(state, context) }, sealed: { reasons: command.reasons } }];
}

/** A complaint is not notified itself: the position is that it doesn't apply, with reasons; suspicion becomes a case of its own. */
export function decideIvo(state: ExistingCase, command: CommandOf<'DecideIvo'>, context: Context): NewCaseEvent[] {
  inStage(state, 'ivoDecision', 'DecideIvo');
  if (state.desc.kind === 'complaint' && command.notify !== 'notApplicable') {
    refuse('incomplete', [{ field: 'DecideIvo.notify', text: 'Ett klagomål anmäls inte i sig. Misstänks ett missförhållande eller en vårdskada ska det rapporteras som ett eget ärende' }]);
  }
  return [{ type: 'IvoDecided', open: { notify: command.notify, byRole: roleOf(state, context), reason: 'stated' }, sealed: { reasons: command.reasons } }];
}

export function inStage(state: ExistingCase, stage: ExistingCase['stage'], field: string): void {
  mustBeOpen(state);
  if (state.stage !== stage) refuse('notInThisStage', [{ field, text: 'Det görs i ett annat skede av ärendet' }]);
}
