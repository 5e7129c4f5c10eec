import type { Role } from '../codes/roles.js';
import type { ImprovementRoute } from '../codes/year-duties.js';
import { uuidOf } from '../ids.js';
import { addDuration, atWorkingTime, stockholmDate, workingDayFrom } from '../law/calendar.js';
import type { Settings } from '../org/settings.js';
import type { RecordStep } from '../records/record-type.js';
import { remindedAndRaised, stepsOf } from '../records/steps.js';
import { waiting, type Year } from './year.js';

/** What a step is about that tells of an improvement. */
export const IMPROVEMENT = 'improvement';

/** Who is told of an improvement: the board, or the director for the management group. */
const toldOf: Readonly<Record<ImprovementRoute, Role>> = { board: 'namnd', managementGroup: 'socialchef' };

const improvementSteps = ({ id, improvements, stepsTaken }: Year): readonly RecordStep[] =>
  improvements
    .map(
      ({ route, at }, n): RecordStep => ({
        id: uuidOf(id, IMPROVEMENT, n),
        do: 'remind',
        at: atWorkingTime(workingDayFrom(addDuration(stockholmDate(at), 'P1D')), 8),
        toRole: toldOf[route],
        toPerson: null,
        about: IMPROVEMENT,
      }),
    )
    .filter((step) => !stepsTaken.includes(step.id));

/** What time does about each duty that is waited for: told when it opens, reminded on its last day, and a week later the next chief is told; and those who take on an improvement are told of it (docs/law/practice.md#reminders). */
export const agenda = (year: Year, { ladder }: Pick<Settings, 'ladder'>): readonly RecordStep[] => {
  const { id, stepsTaken } = year;
  const ofDuties = waiting(year).flatMap(({ duty, role, opens, due }): readonly RecordStep[] => {
    const opening = uuidOf(id, duty, 'opens', opens);
    const first: RecordStep = { id: opening, do: 'remind', at: atWorkingTime(workingDayFrom(opens), 8), toRole: role, toPerson: null, about: duty };
    return [...(stepsTaken.includes(opening) ? [] : [first]), ...remindedAndRaised({ id, about: duty, day: due, toRole: role, stepsTaken }, ladder)];
  });
  return [...ofDuties, ...improvementSteps(year)].toSorted((a, b) => a.at.localeCompare(b.at));
};

export const { stepTaken, takeStep } = stepsOf<Year>('year', agenda);
