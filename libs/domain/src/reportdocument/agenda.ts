import { addDuration, stockholmDate } from '../law/calendar.js';
import type { Settings } from '../org/settings.js';
import type { RecordStep } from '../records/record-type.js';
import { remindedAndRaised, stepsOf } from '../records/steps.js';
import { isWritable, type ReportDocument } from './reportdocument.js';
import { receiverOf, writerOf } from './who.js';

/** The municipality's own: a report that has been handed in is read within a week. */
const TO_READ = 'P7D';

/** What time does about a report: whoever holds it is reminded on its day, and a week later their chief is told. */
export const agenda = (report: ReportDocument, { ladder }: Pick<Settings, 'ladder'>): readonly RecordStep[] => {
  const { id, level, due, submitted, status, stepsTaken } = report;
  if (isWritable(report)) return remindedAndRaised({ id, about: 'due', day: due, toRole: writerOf[level], stepsTaken }, ladder);
  if (status !== 'submitted' || submitted === null) return [];
  const day = addDuration(stockholmDate(submitted.at), TO_READ);
  return remindedAndRaised({ id, about: 'waits', day, toRole: receiverOf[level], stepsTaken }, ladder);
};

export const { stepTaken, takeStep } = stepsOf<ReportDocument>('reportdocument', agenda);
