import { type Lack, refuse } from '../../errors.js';
import { stockholmDate } from '../../law/calendar.js';
import { type ExistingCase, isOpen } from '../case.js';
import type { NewCaseEvent } from '../events.schema.js';
import type { WorkStage } from '../processes/process.js';
import type { Context } from './context.js';

/** Work stops when a case is closed; a word may still be added. @throws Refusal */
export function mustBeOpen(state: ExistingCase): void {
  if (state.end?.as === 'cancelled') refuse('cancelled');
  if (!isOpen(state)) refuse('alreadyClosed');
}

/** The stage that an open case is in. @throws Refusal when the case is closed or cancelled. */
export function workStage(state: ExistingCase): WorkStage {
  if (state.stage === 'cancelled') refuse('cancelled');
  if (state.stage === 'closed') refuse('alreadyClosed');
  return state.stage;
}

/** @throws Refusal when the case is not in the stage where this is done. */
export function inStage(state: ExistingCase, stage: ExistingCase['stage'], field: string): void {
  mustBeOpen(state);
  if (state.stage !== stage) refuse('notInThisStage', [{ field, text: 'Det görs i ett annat skede av ärendet' }]);
}

/** The investigation begins when the case first comes to its stage, by whichever way. */
export function investigationOpened(state: ExistingCase, to: WorkStage): NewCaseEvent[] {
  return to === 'investigating' && state.investigation.opened === null
    ? [{ type: 'InvestigationOpened', open: { method: 'simple', lead: state.handler?.person ?? null } }]
    : [];
}

/** What is written down has been done, and was not done before the case was received. */
export function notPast(at: string | undefined, field: string, context: Context, since?: string): readonly Lack[] {
  if (at === undefined) return [];
  if (at > context.now) return [{ field, text: 'Tidpunkten kan inte ligga i framtiden' }];
  return since !== undefined && stockholmDate(at) < stockholmDate(since) ? [{ field, text: 'Tidpunkten kan inte ligga före den dag ärendet togs emot' }] : [];
}
