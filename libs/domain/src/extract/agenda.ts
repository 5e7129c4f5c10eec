import type { Role } from '../codes/roles.js';
import { daysBefore } from '../law/calendar.js';
import type { Settings } from '../org/settings.js';
import type { RecordStep } from '../records/record-type.js';
import { remindedAndRaised, stepsOf } from '../records/steps.js';
import { type Extract, isOpen } from './extract.js';

export const OWNER: Role = 'registrator';
/** A week before the last day the registrar is reminded; the next chief is told a week after that, when the day has come. */
const BEFORE = 7;

/** What time does about a request that is not answered (GDPR art. 12.3). */
export const agenda = (extract: Extract, { ladder }: Pick<Settings, 'ladder'>): readonly RecordStep[] =>
  isOpen(extract)
    ? remindedAndRaised({ id: extract.id, about: 'due', day: daysBefore(extract.due, BEFORE), toRole: OWNER, stepsTaken: extract.stepsTaken }, ladder)
    : [];

export const { stepTaken, takeStep } = stepsOf<Extract>('extract', agenda);
