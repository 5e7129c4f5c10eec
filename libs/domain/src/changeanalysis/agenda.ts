import { daysBefore } from '../law/calendar.js';
import type { Settings } from '../org/settings.js';
import type { RecordStep } from '../records/record-type.js';
import { remindedAndRaised, stepsOf } from '../records/steps.js';
import { type ChangeAnalysis, isOpen, isToFollowUp } from './change-analysis.js';

/** A week before the change begins the decision is asked for; the next chief is told when it has begun without one. No law gives the days. */
const BEFORE = 7;

/** What time does about a change that is not decided on, or not followed up (docs/law/practice.md#reminders). */
export function agenda(analysis: ChangeAnalysis, { ladder }: Pick<Settings, 'ladder'>): readonly RecordStep[] {
  const { id, ownerRole: toRole, stepsTaken, startsOn, decision } = analysis;
  if (isOpen(analysis)) return remindedAndRaised({ id, about: 'decision', day: daysBefore(startsOn, BEFORE), toRole, stepsTaken }, ladder);
  const day = decision?.followUpOn ?? null;
  return day !== null && isToFollowUp(analysis) ? remindedAndRaised({ id, about: 'followUp', day, toRole, stepsTaken }, ladder) : [];
}

export const { stepTaken, takeStep } = stepsOf<ChangeAnalysis>('changeanalysis', agenda);
