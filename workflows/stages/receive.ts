import { chase, sendConfirmation } from '../acts.js';
import type { CaseRun } from '../case-run.js';
import { ofStage, watchDuties } from '../watch-duties.js';

/**
 * A matter from outside has come in. Whoever spoke up and gave an e-mail address is sent a confirmation at once. Meanwhile it is watched
 * that the manager of the unit confirms where no mail can, and that somebody begins to look into it: the manager of the unit is
 * reminded, then the two managers above are told.
 */
export async function receiveFromPublic(run: CaseRun): Promise<void> {
  run.show(
    'Mottagningsbekräftelse med e-post där svaret ska gå den vägen. Påminnelse om att bekräfta och börja utreda; därefter till chefen, och en vecka senare till chefen ovanför.',
  );
  const here = ofStage(run, 'received');
  await Promise.all([watchDuties(run, here, { sendReceipt: sendConfirmation }), watchDuties(run, here, chase)]);
}

/**
 * A report by staff has come in. Nothing is confirmed by mail: the reporter sees it among their own reports. It is watched that the first
 * assessment is made, how grave it is and whether there is danger, by whoever owes it for this kind.
 */
export async function receiveFromStaff(run: CaseRun): Promise<void> {
  run.show('Påminnelse om den första bedömningen; därefter till chefen, och en vecka senare till chefen ovanför.');
  await watchDuties(run, ofStage(run, 'received'), chase);
}

/**
 * A lex Maria is opened from a deviation, which was received and assessed there: nobody is told that it has come in, and no rule gives a time for
 * receiving it once more. What is owed from its first day is watched beside: the investigation, the patient, the board, IVO.
 */
export async function receiveFromDeviation(run: CaseRun): Promise<void> {
  run.show('Har kommit ur en avvikelse som redan är bedömd. Ingen egen tid: utredningen, patienten, nämnden och IVO bevakas vid sidan av.');
  await watchDuties(run, ofStage(run, 'received'), chase);
}
