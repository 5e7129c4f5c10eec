import { actionStatuses } from '../../codes/actions.js';
import { Lacking } from '../../lacks.js';
import { id, instant, maybeWords, oneOf, several } from '../../shapes.schema.js';
import type { Action, ExistingCase } from '../case.js';
import { defineCaseCommand } from '../case-command.js';
import type { CommandOf } from '../commands.schema.js';
import { lateStages } from '../conditions.js';
import { tooEarly, UNKNOWN, unknownCauses } from '../decide/actions.js';
import type { Context } from '../decide/context.js';
import { closed, recalculated } from '../decide/duties.js';
import { given } from '../decide/given.js';
import { openWith } from '../decide/guards.js';
import { withDuties } from '../decide/reconsidered.js';
import type { NewCaseEvent } from '../events.schema.js';
import { workers } from '../who.js';

/** What is dropped or judged is finished (AC-41). */
const NO_ACTION = 'Det finns ingen åtgärd som väntar. Planera en ny';

/**
 * What becomes of an action. A new day moves the question of its effect; an action that is dropped is answered by another (AC-41).
 */
export const changeAction = defineCaseCommand({
  name: 'ChangeAction',
  input: {
    actionId: id,
    status: oneOf(actionStatuses),
    dueAt: instant.nullable().default(null),
    effectDueAt: instant.nullable().default(null),
    causes: several(id).nullable().default(null),
    text: maybeWords,
  },
  urgentStep: 'changeAction',
  who: workers,
  mustStand: openWith(({ remedy: { actions } }) => actions.some((row) => row.status !== 'dropped' && row.effect === null), 'ChangeAction', NO_ACTION),
  offered: [{ stages: lateStages, when: ['hasActions'] }],
  under: 'correct',
  title: 'Ändra en åtgärd',
  button: 'Spara',
  form: {
    actionId: { label: 'Vilken åtgärd?' },
    status: { label: 'Hur står det till?' },
    causes: { label: 'Vilken orsak ska den ta bort?', asked: ['hasCauses'] },
    dueAt: { label: 'Ny dag när den ska vara gjord' },
    effectDueAt: { label: 'Ny dag när effekten ska bedömas' },
    text: { label: 'Anteckning' },
  },
  decide(state, command, context, process): readonly NewCaseEvent[] {
    const { actionId, status, dueAt, effectDueAt, text, causes } = command;
    const known = state.remedy.actions.find((row) => row.actionId === actionId);
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
    const duties =
      status === 'dropped' ? closed(state, (duty) => duty.subject === actionId, 'withdrawn', 'actionDropped') : newDay(state, action, command, context);
    return withDuties(state, [changed, ...duties], process, context);
  },
});

function newDay(state: ExistingCase, action: Action, command: CommandOf<'ChangeAction'>, context: Context): NewCaseEvent[] {
  const starts = command.dueAt ?? action.dueAt;
  if (starts === null) return [];
  return state.duties
    .filter((duty) => duty.subject === action.actionId && duty.closed === null)
    .flatMap((duty) => recalculated(duty, state, starts, context, command.effectDueAt ?? action.effectDueAt ?? undefined));
}
