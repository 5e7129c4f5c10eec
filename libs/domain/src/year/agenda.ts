import { uuidOf } from '../ids.js';
import { atWorkingTime, workingDayFrom } from '../law/calendar.js';
import type { Settings } from '../org/settings.js';
import type { RecordStep } from '../records/record-type.js';
import { remindedAndRaised, stepsOf } from '../records/steps.js';
import { waiting, type Year } from './year.js';

/** What time does about each duty that is waited for: told when it opens, reminded on its last day, and a week later the next chief is told (docs/law/practice.md#reminders). */
export const agenda = (year: Year, { ladder }: Pick<Settings, 'ladder'>): readonly RecordStep[] => {
  const { id, stepsTaken } = year;
  return waiting(year)
    .flatMap(({ duty, role, opens, due }): readonly RecordStep[] => {
      const opening = uuidOf(id, duty, 'opens', opens);
      const first: RecordStep = { id: opening, do: 'remind', at: atWorkingTime(workingDayFrom(opens), 8), toRole: role, toPerson: null, about: duty };
      return [...(stepsTaken.includes(opening) ? [] : [first]), ...remindedAndRaised({ id, about: duty, day: due, toRole: role, stepsTaken }, ladder)];
    })
    .toSorted((a, b) => a.at.localeCompare(b.at));
};

export const { stepTaken, takeStep } = stepsOf<Year>('year', agenda);
