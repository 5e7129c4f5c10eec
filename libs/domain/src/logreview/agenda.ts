import type { Role } from '../codes/roles.js';
import type { Settings } from '../org/settings.js';
import type { RecordStep } from '../records/record-type.js';
import { remindedAndRaised, stepsOf } from '../records/steps.js';
import type { LogReview } from './logreview.js';

/** Who is reminded: whoever is data protection officer that day. */
export const OWNER: Role = 'dso';

/** What time does about a control that is not closed: its day, and a week later the next chief. The law gives no day (docs/law/practice.md#reminders). */
export const agenda = ({ id, due, closedAt, stepsTaken }: LogReview, { ladder }: Pick<Settings, 'ladder'>): readonly RecordStep[] =>
  closedAt !== null ? [] : remindedAndRaised({ id, about: 'due', day: due, toRole: OWNER, stepsTaken }, ladder);

export const { stepTaken, takeStep } = stepsOf<LogReview>('logreview', agenda);
