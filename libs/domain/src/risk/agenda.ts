import { uuidOf } from '../ids.js';
import { addDuration, atWorkingTime, workingDayUpTo } from '../law/calendar.js';
import type { Settings } from '../org/settings.js';
import type { RecordStep } from '../records/record-type.js';
import { stepsOf } from '../records/steps.js';
import type { Risk } from './risk.js';

/** What time does about an open risk: the review's day, and a week later the next chief. No law gives the days; the reminder pattern is docs/law/practice.md#reminders. */
export function agenda(risk: Risk, { ladder }: Pick<Settings, 'ladder'>): readonly RecordStep[] {
  if (risk.closed !== null) return [];
  const { nextReview, ownerRole } = risk;
  const step = (what: 'remind' | 'escalate', day: string, toRole: Risk['ownerRole']): RecordStep => ({
    id: uuidOf(risk.id, 'review', what, nextReview),
    do: what,
    at: atWorkingTime(workingDayUpTo(day), 8),
    toRole,
    toPerson: null,
    about: 'review',
  });
  const chief = ladder[ownerRole];
  return [step('remind', nextReview, ownerRole), ...(chief === null ? [] : [step('escalate', addDuration(nextReview, 'P8D'), chief)])].filter(
    ({ id }) => !risk.stepsTaken.includes(id),
  );
}

export const { stepTaken, takeStep } = stepsOf<Risk>('risk', agenda);
