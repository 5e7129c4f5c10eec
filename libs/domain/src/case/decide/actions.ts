import type { Role } from '../../codes/roles.js';
import type { Lack } from '../../errors.js';
import type { ExistingCase } from '../case.js';
import type { NewCaseEvent } from '../events.schema.js';
import type { Timed } from './context.js';
import { dueOfRule, dutyOpened } from './duties.js';

/** Rule of the question whether an action helped. */
export const EFFECT = 'LOK-ATGARD-EFFEKT';

/**
 * Asks once more for the effect of each action that nobody has judged, where the case is opened again after an ending that withdrew the question. On
 * the day that was set; today where it has passed, so that nobody is late before they have been asked.
 */
export function effectsAskedAgain(state: ExistingCase, timed: Timed): NewCaseEvent[] {
  return state.remedy.actions.flatMap(({ actionId, status, effect, owner, dueAt, effectDueAt }): NewCaseEvent[] => {
    const isAsked = state.duties.some(({ rule, subject, closed }) => rule === EFFECT && subject === actionId && closed === null);
    if (status === 'dropped' || effect !== null || dueAt === null || isAsked) return [];
    const day = effectDueAt ?? dueOfRule(EFFECT, state, dueAt, timed).dueAt ?? timed.now;
    return [dutyOpened({ rule: EFFECT, owner: owner.split('@')[0] as Role }, state, dueAt, actionId, timed, day < timed.now ? timed.now : day)];
  });
}

export const UNKNOWN = 'Åtgärden finns inte i ärendet';
export const unknownCauses = (state: ExistingCase, causes: readonly string[], field: string): readonly Lack[] =>
  causes.every((cause) => state.investigation.causes.some((row) => row.causeId === cause && !row.withdrawn))
    ? []
    : [{ field, text: 'Orsaken finns inte i ärendet' }];
export const tooEarly = (effectDueAt: string | null, dueAt: string | null, field: string): readonly Lack[] =>
  effectDueAt !== null && dueAt !== null && effectDueAt < dueAt ? [{ field, text: 'Effekten kan inte bedömas innan åtgärden är klar' }] : [];
