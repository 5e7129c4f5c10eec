import type { Settings } from '../org/settings.js';
import type { RecordStep } from '../records/record-type.js';
import { remindedAndRaised, stepsOf } from '../records/steps.js';
import type { Risk } from './risk.js';

/** What time does about an open risk: the review's day, and a week later the next chief. No law gives the days; the reminder pattern is docs/law/practice.md#reminders. */
export const agenda = ({ id, closed, nextReview, ownerRole, stepsTaken }: Risk, { ladder }: Pick<Settings, 'ladder'>): readonly RecordStep[] =>
  closed !== null ? [] : remindedAndRaised({ id, about: 'review', day: nextReview, toRole: ownerRole, stepsTaken }, ladder);

export const { stepTaken, takeStep } = stepsOf<Risk>('risk', agenda);
