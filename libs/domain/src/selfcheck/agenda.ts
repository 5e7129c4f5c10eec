import type { Settings } from '../org/settings.js';
import type { RecordStep } from '../records/record-type.js';
import { remindedAndRaised, stepsOf } from '../records/steps.js';
import { isOpen, type SelfCheck } from './selfcheck.js';

/** What time does about a check: the day of its next occasion, and a week later the next chief. No law gives the days (docs/law/practice.md#reminders). */
export const agenda = (check: SelfCheck, { ladder }: Pick<Settings, 'ladder'>): readonly RecordStep[] => {
  const { id, due, role, owner, stepsTaken } = check;
  return isOpen(check) ? remindedAndRaised({ id, about: 'due', day: due, toRole: role, toPerson: owner, stepsTaken }, ladder) : [];
};

export const { stepTaken, takeStep } = stepsOf<SelfCheck>('selfcheck', agenda);
