import { addDuration } from '../law/calendar.js';
import type { Settings } from '../org/settings.js';
import type { RecordStep } from '../records/record-type.js';
import { remindedAndRaised, stepsOf } from '../records/steps.js';
import { lastDayOf } from '../rough-day.js';
import { isOpen, type Survey } from './survey.js';

/** How long after the planned day, month or year its result is waited for. No law gives it. */
const TO_TELL = 'P30D';

/** What time does about a survey that is planned and not told of: it was made, or it was not and why. */
export const agenda = (survey: Survey, { ladder }: Pick<Settings, 'ladder'>): readonly RecordStep[] => {
  const { id, on, isOfUnit, stepsTaken } = survey;
  const toRole = isOfUnit ? 'enhetschef' : 'avdelningschef';
  return isOpen(survey) ? remindedAndRaised({ id, about: 'result', day: addDuration(lastDayOf(on), TO_TELL), toRole, stepsTaken }, ladder) : [];
};

export const { stepTaken, takeStep } = stepsOf<Survey>('survey', agenda);
