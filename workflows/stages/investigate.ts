import { chase } from '../acts.js';
import type { CaseRun } from '../case-run.js';
import { ofStage, watchDuties } from '../watch-duties.js';

/**
 * Somebody finds out what happened and why, until the investigation is completed. Whoever leads it is reminded, before the day and on it, and
 * the managers above are told when it is late. What the law demands is raised again until it is completed.
 *
 * The four kinds share it, since waiting for an investigation is the same whatever is investigated. What differs is data of the duties: who
 * leads it, by which rule, and from when its time runs. For a complaint that is the day it is begun; for the others the day the matter came
 * in, so that reminders of the investigation may have gone out beside the stages before the case comes here.
 */
export async function investigate(run: CaseRun): Promise<void> {
  run.show('Påminnelse före och på dagen då utredningen ska vara klar; därefter till chefen, och en vecka senare till chefen ovanför.');
  await watchDuties(run, ofStage(run, 'investigating'), chase);
}
