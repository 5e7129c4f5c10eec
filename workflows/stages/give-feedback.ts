import { chase } from '../acts.js';
import type { CaseRun } from '../case-run.js';
import { ofStage, watchDuties } from '../watch-duties.js';

/**
 * A complaint is answered. The answer has been owed since the first day, and its reminders have run beside the stages until now; here
 * they go on, to the manager of the unit. The mail that an answer is there follows from the answer itself, not from time.
 */
export async function answerThePublic(run: CaseRun): Promise<void> {
  run.shows('Påminnelse om svaret till den som hörde av sig; därefter till närmaste chef.');
  await watchDuties(run, ofStage(run, 'feedback'), chase);
}

/**
 * Deviations and lex Sarah: the reporter, the person it concerned and the staff are told what came of it, in a lex Sarah the board too. Where a
 * deviation in care injured a patient, that the patient is told is owed from the day it was known: watched beside the stages until
 * the case comes here, then here.
 */
export async function tellThoseConcerned(run: CaseRun): Promise<void> {
  run.shows('Påminnelse om att berätta för dem det berör; därefter till närmaste chef.');
  await watchDuties(run, ofStage(run, 'feedback'), chase);
}

/**
 * Lex Maria: the patient and the board have been owed the truth since the first day, and it has been watched beside the stages; what is still owed
 * is watched here, and raised again until they have been told. Then those who reported.
 */
export async function tellPatientAndBoard(run: CaseRun): Promise<void> {
  run.shows('Påminnelse om att berätta för patienten, nämnden och dem som rapporterade; därefter till närmaste chef.');
  await watchDuties(run, ofStage(run, 'feedback'), chase);
}
