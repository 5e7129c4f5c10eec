import { z } from 'zod';
import { actionStatuses } from '../../codes/actions.js';
import { id, storedInstant as instant, key, maybe, maybeSeveral, oneOf, sealed } from '../../shapes.schema.js';
import type { Action } from '../case.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import type { OpenOf } from '../events.schema.js';
import type { Envelope } from '../step.js';

export const actionChanged = defineCaseEvent({
  name: 'ActionChanged',
  label: 'En åtgärd ändrades',
  open: z.object({
    actionId: id,
    status: oneOf(actionStatuses),
    owner: maybe(key),
    dueAt: maybe(instant),
    effectDueAt: maybe(instant),
    reason: maybe(key),
    causes: maybeSeveral(id),
  }),
  sealed: sealed('text'),
  evolve(state, event): Change {
    return {
      remedy: {
        ...state.remedy,
        actions: state.remedy.actions.map((action) => (action.actionId === event.open.actionId ? changedAction(action, event, event.open) : action)),
      },
    };
  },
});

function changedAction(action: Action, event: Envelope, open: OpenOf<'ActionChanged'>): Action {
  return {
    ...action,
    status: open.status,
    owner: open.owner ?? action.owner,
    dueAt: open.dueAt ?? action.dueAt,
    effectDueAt: open.effectDueAt ?? action.effectDueAt,
    doneAt: open.status === 'done' ? event.at : action.doneAt,
    reason: open.reason ?? action.reason,
    causes: open.causes ?? action.causes,
  };
}
