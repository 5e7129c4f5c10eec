import type { Lack } from '../../errors.js';
import type { Process } from '../../process/process.js';
import type { Action, ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import { type Context, newId } from './context.js';
import { closed, dutyOpened, recalculated } from './duties.js';
import { foldNew } from './foresee.js';
import { given, Lacking } from './lacks.js';
import { withDuties } from './reconsidered.js';

/** Rule of the question whether an action helped. */
const EFFECT = 'LOK-ATGARD-EFFEKT';
const UNKNOWN = 'Åtgärden finns inte i ärendet';

/** An action with owner, day and how its effect will be judged. The question of effect is a duty from the start, so that it can't be forgotten. */
export function planAction(state: ExistingCase, command: CommandOf<'PlanAction'>, process: Process, context: Context): NewCaseEvent[] {
  new Lacking('PlanAction')
    .add(unknownCauses(state, command.causes, 'PlanAction.causes'), 'unknownReference')
    .add(tooEarly(command.effectDueAt, command.dueAt, 'PlanAction.effectDueAt'))
    .orRefuse();
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

const unknownCauses = (state: ExistingCase, causes: readonly string[], field: string): readonly Lack[] =>
  causes.every((cause) => state.causes.some((row) => row.causeId === cause && !row.withdrawn)) ? [] : [{ field, text: 'Orsaken finns inte i ärendet' }];

/** What becomes of an action. A new day moves the question of its effect; an action that is dropped is answered by another (AC-41). */
export function changeAction(state: ExistingCase, command: CommandOf<'ChangeAction'>, process: Process, context: Context): NewCaseEvent[] {
  const { actionId, status, dueAt, effectDueAt, text, causes } = command;
  const known = state.actions.find((row) => row.actionId === actionId);
  new Lacking('ChangeAction')
    .need(known !== undefined, 'actionId', UNKNOWN, 'unknownReference')
    .need(known?.status !== 'dropped', 'actionId', 'Åtgärden är avförd. Planera en ny')
    .need(known === undefined || known.effect === null, 'actionId', 'Åtgärdens effekt är redan bedömd. Planera en ny åtgärd')
    .need(status !== 'dropped' || Boolean(text), 'text', 'Skriv varför åtgärden avförs')
    .add(unknownCauses(state, causes ?? [], 'ChangeAction.causes'), 'unknownReference')
    .add(tooEarly(effectDueAt ?? known?.effectDueAt ?? null, dueAt ?? known?.dueAt ?? null, 'ChangeAction.effectDueAt'))
    .orRefuse();
  const action = given(known);
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
  const action = state.actions.find((row) => row.actionId === command.actionId);
  new Lacking('JudgeEffect')
    .need(action !== undefined, 'actionId', UNKNOWN, 'unknownReference')
    .need(action?.status !== 'dropped', 'actionId', 'Åtgärden är avförd')
    .orRefuse();
  const judged: NewCaseEvent = { type: 'EffectJudged', open: { actionId: command.actionId, effect: command.effect }, sealed: { evidence: command.evidence } };
  return withDuties(state, [judged, ...closed(state, (duty) => duty.subject === command.actionId, 'met')], process, context.now);
}

const tooEarly = (effectDueAt: string | null, dueAt: string | null, field: string): readonly Lack[] =>
  effectDueAt !== null && dueAt !== null && effectDueAt < dueAt ? [{ field, text: 'Effekten kan inte bedömas innan åtgärden är klar' }] : [];

export function decideNoAction(state: ExistingCase, command: CommandOf<'DecideNoAction'>): NewCaseEvent[] {
  const isKnown = command.causeId === null || state.causes.some((cause) => cause.causeId === command.causeId);
  new Lacking('DecideNoAction').need(isKnown, 'causeId', 'Orsaken finns inte i ärendet', 'unknownReference').orRefuse();
  return [{ type: 'NoActionDecided', open: { causeId: command.causeId, reason: command.reason }, sealed: { text: command.text } }];
}
