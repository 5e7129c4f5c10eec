import { chase } from '../acts.js';
import type { CaseRun } from '../case-run.js';
import { ofStage, watchDuties } from '../watch-duties.js';

/**
 * What was found is judged, and actions are decided on. A short stage with the municipality's own time for it. Actions may be given days for
 * their effect here; the question of effect is asked on that day in whatever stage the case then is.
 */
export async function assess(run: CaseRun): Promise<void> {
  run.shows('Påminnelse före och på dagen då bedömningen ska vara gjord; därefter till närmaste chef.');
  await watchDuties(run, ofStage(run, 'assessing'), chase);
}
