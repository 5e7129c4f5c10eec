import { refuse } from '../../errors.js';
import type { Process } from '../../process/process.js';
import type { Action, ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import { type Context, newId } from './context.js';
import { closed, dutyOpened, recalculated } from './duties.js';
import { foldNew } from './foresee.js';
import { withDuties } from './reconsidered.js';
import { mustBeOpen } from './situation.js';

/** Rule of the question whether an action helped. */
const EFFECT = 'LOK-ATGARD-EFFEKT';

/** An action with owner, day and how its effect will be judged. The question of effect is a duty from the start, so that it can't be forgotten. */
export function planAction(state: ExistingCase, command: CommandOf<'PlanAction'>, process: Process, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  mustKnowCauses(state, command.causes, 'PlanAction.causes');
  mustFollow(command.effectDueAt, command.dueAt, 'PlanAction.effectDueAt');
  const actionId = newId(context, 'action');
  const { area, horizon, plane, causes, ownerRole, dueAt, effectDueAt, what, howJudged } = command;
  const planned: NewCaseEvent = {
    type: 'ActionPlanned',
    open: { actionId, area, horizon, plane, causes, owner: `${ownerRole}@${state.desc.unit ?? 'none'}`, dueAt, effectDueAt, streams: [] },
    sealed: { what, howJudged },
  };
  const then = foldNew(state, [planned], context.now);
  const asked = dutyOpened({ rule: EFFECT, owner: ownerRole }, then, dueAt, actionId, then.version, effectDueAt ?? undefined);
  return withDuties(state, [planned, asked], process, context.now);
}

function mustKnowCauses(state: ExistingCase, causes: readonly string[], field: string): void {
  if (causes.some((cause) => !state.causes.some((row) => row.causeId === cause && !row.withdrawn)))
    refuse('unknownReference', [{ field, text: 'Orsaken finns inte i ärendet' }]);
}

/** What becomes of an action. A new day moves the question of its effect; an action that is dropped is answered by another (AC-41). */
export function changeAction(state: ExistingCase, command: CommandOf<'ChangeAction'>, process: Process, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  const action = actionOf(state, command.actionId, 'ChangeAction.actionId');
  if (action.status === 'dropped') refuse('incomplete', [{ field: 'ChangeAction.actionId', text: 'Åtgärden är avförd. Planera en ny' }]);
  if (action.effect !== null) refuse('incomplete', [{ field: 'ChangeAction.actionId', text: 'Åtgärdens effekt är redan bedömd. Planera en ny åtgärd' }]);
  if (command.status === 'dropped' && !command.text) refuse('incomplete', [{ field: 'ChangeAction.text', text: 'Skriv varför åtgärden avförs' }]);
  const { actionId, status, dueAt, effectDueAt, text, causes } = command;
  mustKnowCauses(state, causes ?? [], 'ChangeAction.causes');
  mustFollow(effectDueAt ?? action.effectDueAt, dueAt ?? action.dueAt, 'ChangeAction.effectDueAt');
  const changed: NewCaseEvent = {
    type: 'ActionChanged',
    open: { actionId, status, dueAt, effectDueAt, causes, reason: status === 'dropped' ? 'stated' : null },
    sealed: text ? { text } : undefined,
  };
  const duties = status === 'dropped' ? closed(state, (duty) => duty.subject === actionId, 'withdrawn', 'actionDropped') : newDay(state, action, command);
  return withDuties(state, [changed, ...duties], process, context.now);
}

function newDay(state: ExistingCase, action: Action, command: CommandOf<'ChangeAction'>): NewCaseEvent[] {
  const starts = command.dueAt ?? action.dueAt;
  if (starts === null) return [];
  return state.duties
    .filter((duty) => duty.subject === action.actionId && duty.closed === null)
    .flatMap((duty) => recalculated(duty, state, starts, command.effectDueAt ?? action.effectDueAt ?? undefined));
}

/** Did it help? The case stays in follow-up until every action has its answer (R-071, AC-41). */
export function judgeEffect(state: ExistingCase, command: CommandOf<'JudgeEffect'>, process: Process, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  const action = actionOf(state, command.actionId, 'JudgeEffect.actionId');
  if (action.status === 'dropped') refuse('incomplete', [{ field: 'JudgeEffect.actionId', text: 'Åtgärden är avförd' }]);
  const judged: NewCaseEvent = { type: 'EffectJudged', open: { actionId: command.actionId, effect: command.effect }, sealed: { evidence: command.evidence } };
  return withDuties(state, [judged, ...closed(state, (duty) => duty.subject === command.actionId, 'met')], process, context.now);
}

function mustFollow(effectDueAt: string | null, dueAt: string | null, field: string): void {
  if (effectDueAt !== null && dueAt !== null && effectDueAt < dueAt)
    refuse('incomplete', [{ field, text: 'Effekten kan inte bedömas innan åtgärden är klar' }]);
}

export function decideNoAction(state: ExistingCase, command: CommandOf<'DecideNoAction'>): NewCaseEvent[] {
  mustBeOpen(state);
  if (command.causeId !== null && !state.causes.some((cause) => cause.causeId === command.causeId))
    refuse('unknownReference', [{ field: 'DecideNoAction.causeId', text: 'Orsaken finns inte i ärendet' }]);
  return [{ type: 'NoActionDecided', open: { causeId: command.causeId, reason: command.reason }, sealed: { text: command.text } }];
}

function actionOf(state: ExistingCase, actionId: string, field: string) {
  return state.actions.find((action) => action.actionId === actionId) ?? refuse('unknownReference', [{ field, text: 'Åtgärden finns inte i ärendet' }]);
}
