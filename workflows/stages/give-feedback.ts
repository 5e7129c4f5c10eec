import { chase } from '../acts.js';
import type { CaseRun } from '../case-run.js';
import { ofStage, watchDuties } from '../watch-duties.js';

/**
 * A complaint is answered. The answer has been owed since the first day, and its reminders have run beside the stages until now; here
 * they go on: the manager of the unit owes it. The mail which says that there is an answer is caused by the answer itself, not by time.
 */
export async function answerThePublic(run: CaseRun): Promise<void> {
  run.show('Påminnelse om svaret till den som hörde av sig; därefter till chefen, och en vecka senare till chefen ovanför.');
  await watchDuties(run, ofStage(run, 'feedback'), chase);
}

/**
 * Deviations and lex Sarah: the reporter, the person it concerned and the staff are told what came of it, in a lex Sarah the board too. Where a
 * deviation in care injured a patient, that the patient is told is owed from the day it was known: watched beside the stages until
 * the case comes here, then here.
 */
export async function tellThoseConcerned(run: CaseRun): Promise<void> {
  run.show('Påminnelse om att berätta för dem det berör; därefter till chefen, och en vecka senare till chefen ovanför.');
  await watchDuties(run, ofStage(run, 'feedback'), chase);
}

/**
 * Lex Maria: by law the patient and the board must be told from the first day, which has been watched beside the stages; what is still owed
 * is watched here, and raised again until they have been told. Those who reported are told too. The order is in the days of the duties.
 */
export async function tellPatientAndBoard(run: CaseRun): Promise<void> {
  run.show('Påminnelse om att berätta för patienten, nämnden och dem som rapporterade; därefter till chefen, och en vecka senare till chefen ovanför.');
  await watchDuties(run, ofStage(run, 'feedback'), chase);
}
