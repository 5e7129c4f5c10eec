import type { StatementGiver } from '../codes/reviews.js';
import type { Role } from '../codes/roles.js';
import { addDuration, daysBefore, stockholmDate } from '../law/calendar.js';
import type { Settings } from '../org/settings.js';
import type { RecordStep } from '../records/record-type.js';
import { remindedAndRaised, stepsOf } from '../records/steps.js';
import { lastDayOf } from '../rough-day.js';
import { awaited, isOpen, type Review, unanswered } from './review.js';

/** A week before the last day whoever sees to the statement is reminded; the next chief is told when the day has passed. */
const BEFORE_DAYS = 7;
/** How long a point of criticism may stand without an action before the chief is reminded. No law gives it. */
const TO_ANSWER = 'P30D';

/** Who sees that the statement is given: the unit's chief, the director for the board, whoever follows up the contract for a provider. */
const seesTo = (by: StatementGiver, { ownerRole }: Pick<Review, 'ownerRole'>): Role => (by === 'unit' ? ownerRole : by === 'board' ? 'socialchef' : 'avtal');

/** What time does about an open review: the statement that is waited for, and criticism that nobody has answered (docs/law/practice.md#reminders). */
export function agenda(review: Review, { ladder }: Pick<Settings, 'ladder'>): readonly RecordStep[] {
  if (!isOpen(review)) return [];
  const { id, stepsTaken, ownerRole } = review;
  const statement = awaited(review);
  const [point] = unanswered(review);
  const steps = [
    ...(statement === undefined
      ? []
      : remindedAndRaised(
          { id, about: 'statement', day: daysBefore(lastDayOf(statement.due), BEFORE_DAYS), toRole: seesTo(statement.by, review), stepsTaken },
          ladder,
        )),
    ...(point === undefined
      ? []
      : remindedAndRaised({ id, about: 'criticism', day: addDuration(stockholmDate(point.notedAt), TO_ANSWER), toRole: ownerRole, stepsTaken }, ladder)),
  ];
  return steps.toSorted((one, other) => one.at.localeCompare(other.at));
}

export const { stepTaken, takeStep } = stepsOf<Review>('review', agenda);
