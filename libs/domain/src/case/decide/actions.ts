import { refuse } from '../../errors.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import { type Context, newId } from './context.js';
import { closed, dutyOpened } from './duties.js';
import { foldNew } from './foresee.js';
import { mustBeOpen } from './work.js';

/** Rule of the question whether an action helped. */
const EFFECT = 'LOK-ATGARD-EFFEKT';

/** An action with owner, day and how its effect will be judged. The question of effect is a duty from the start, so that it can't be forgotten. */
export function planAction(state: ExistingCase, command: CommandOf<'PlanAction'>, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  const unknown = command.causes.filter((cause) => !state.causes.some((row) => row.causeId === cause && !row.withdrawn));
  if (unknown.length > 0) refuse('unknownReference', [{ field: 'PlanAction.causes', text: 'Orsaken finns inte i ärendet' }]);
  if (command.effectDueAt !== null && command.effectDueAt < command.dueAt) refuse('incomplete', [{ field: 'PlanAction.effectDueAt', text: 'Effekten kan inte bedömas innan åtgärden är klar' }]);
  const actionId = newId(context, 'action');
  const { area, horizon, plane, causes, ownerRole, dueAt, effectDueAt, what, howJudged } = command;
  const planned: NewCaseEvent = {
    type: 'ActionPlanned',
    open: { actionId, area, horizon, plane, causes, owner: `${ownerRole}@${state.desc.unit ?? 'none'}`, dueAt, effectDueAt, streams: [] },
    sealed: { what, howJudged },
  };
  const then = foldNew(state, [planned], context.now);
  return [planned, dutyOpened({ rule: EFFECT, owner: ownerRole }, then, dueAt, actionId, then.version, effectDueAt ?? undefined)];
}

export function changeAction(state: ExistingCase, command: CommandOf<'ChangeAction'>): NewCaseEvent[] {
  mustBeOpen(state);
  actionOf(state, command.actionId, 'ChangeAction.actionId');
  if (command.status === 'dropped' && !command.text) refuse('incomplete', [{ field: 'ChangeAction.text', text: 'Skriv varför åtgärden avförs' }]);
  const { actionId, status, dueAt, effectDueAt, text } = command;
  const changed: NewCaseEvent = { type: 'ActionChanged', open: { actionId, status, dueAt, effectDueAt, reason: status === 'dropped' ? 'stated' : null }, sealed: text ? { text } : undefined };
  return status === 'dropped' ? [changed, ...closed(state, (duty) => duty.subject === actionId, 'withdrawn', 'actionDropped')] : [changed];
}

/** Did it help? The case stays in follow-up until every action has its answer (R-071, AC-41). */
export function judgeEffect(state: ExistingCase, command: CommandOf<'JudgeEffect'>): NewCaseEvent[] {
  mustBeOpen(state);
  const action = actionOf(state, command.actionId, 'JudgeEffect.actionId');
  if (action.status === 'dropped') refuse('incomplete', [{ field: 'JudgeEffect.actionId', text: 'Åtgärden är avförd' }]);
  return [
    { type: 'EffectJudged', open: { actionId: command.actionId, effect: command.effect }, sealed: { evidence: command.evidence } },
    ...closed(state, (duty) => duty.subject === command.actionId, 'met'),
  ];
}

export function decideNoAction(state: ExistingCase, command: CommandOf<'DecideNoAction'>): NewCaseEvent[] {
  mustBeOpen(state);
  if (command.causeId !== null && !state.causes.some((cause) => cause.causeId === command.causeId)) refuse('unknownReference', [{ field: 'DecideNoAction.causeId', text: 'Orsaken finns inte i ärendet' }]);
  return [{ type: 'NoActionDecided', open: { causeId: command.causeId, reason: command.reason }, sealed: { text: command.text } }];
}

function actionOf(state: ExistingCase, actionId: string, field: string) {
  return state.actions.find((action) => action.actionId === actionId) ?? refuse('unknownReference', [{ field, text: 'Åtgärden finns inte i ärendet' }]);
}
