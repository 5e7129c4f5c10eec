import { uuidOf } from '../ids.js';
import { addDuration, atWorkingTime, daysBefore, stockholmDate, workingDayUpTo } from '../law/calendar.js';
import type { Settings } from '../org/settings.js';
import type { RecordStep } from '../records/record-type.js';
import { CHIEF_AFTER, stepsOf } from '../records/steps.js';
import type { Action } from './action.js';

/** Days before the chief is reminded of a proposal that nobody has decided on. No law gives it. */
const TO_DECIDE = 'P14D';
const BEFORE_DAYS = 7;

/**
 * What time does about an action: a proposal is decided on, its owner is reminded a week before its day and on it, and asked for the effect on the
 * day for that; a week after each the next chief is told (docs/law/practice.md#reminders). Each round has steps of its own.
 */
export function agenda(action: Action, { ladder }: Pick<Settings, 'ladder'>): readonly RecordStep[] {
  const { id, state, owner, ownerRole, due, effectDue, round } = action;
  const chief = owner === null ? ladder[ownerRole] : ownerRole;
  const step = (what: RecordStep['do'], about: string, day: string, to: Pick<RecordStep, 'toRole' | 'toPerson'>): RecordStep => ({
    id: uuidOf(id, about, what, day, round),
    do: what,
    about,
    at: atWorkingTime(workingDayUpTo(day), 8),
    ...to,
  });
  const toOwner = { toRole: ownerRole, toPerson: owner };
  const late = (about: string, day: string) =>
    chief === null ? [] : [step('escalate', about, addDuration(day, CHIEF_AFTER), { toRole: chief, toPerson: null })];
  const steps =
    state === 'proposed'
      ? [step('remind', 'decision', addDuration(stockholmDate(action.proposedAt), TO_DECIDE), toOwner)]
      : state === 'decided' || state === 'ongoing'
        ? [step('remind', 'soonDue', daysBefore(due, BEFORE_DAYS), toOwner), step('remind', 'due', due, toOwner), ...late('due', due)]
        : state === 'done' && effectDue !== null
          ? [step('ask', 'effect', effectDue, toOwner), ...late('effect', effectDue)]
          : [];
  const began = stockholmDate(action.decidedAt ?? action.proposedAt);
  // A reminder of a day that had come when it was decided on would come at once, beside that of the day itself.
  return steps.filter((one) => !action.stepsTaken.includes(one.id) && (one.about !== 'soonDue' || stockholmDate(one.at) > began));
}

export const { stepTaken, takeStep } = stepsOf<Action>('action', agenda);
