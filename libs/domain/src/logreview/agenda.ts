import type { Role } from '../codes/roles.js';
import { uuidOf } from '../ids.js';
import { addDuration, atWorkingTime, workingDayUpTo } from '../law/calendar.js';
import type { Settings } from '../org/settings.js';
import type { RecordStep } from '../records/record-type.js';
import { stepsOf } from '../records/steps.js';
import type { LogReview } from './logreview.js';

/** Who is reminded: whoever is data protection officer that day. */
export const OWNER: Role = 'dso';
const AFTER = 'P8D';

/** What time does about a control that is not closed: its day, and a week later the next chief. The law gives no day (docs/law/practice.md#reminders). */
export function agenda({ id, due, closedAt, stepsTaken }: LogReview, { ladder }: Pick<Settings, 'ladder'>): readonly RecordStep[] {
  if (closedAt !== null) return [];
  const step = (what: 'remind' | 'escalate', day: string, toRole: Role): RecordStep => ({
    id: uuidOf(id, 'due', what, due),
    do: what,
    at: atWorkingTime(workingDayUpTo(day), 8),
    toRole,
    toPerson: null,
    about: 'due',
  });
  const chief = ladder[OWNER];
  return [step('remind', due, OWNER), ...(chief === null ? [] : [step('escalate', addDuration(due, AFTER), chief)])].filter(
    (one) => !stepsTaken.includes(one.id),
  );
}

export const { stepTaken, takeStep } = stepsOf<LogReview>('logreview', agenda);
