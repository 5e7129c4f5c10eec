import { chase } from '../acts.js';
import type { CaseRun } from '../case-run.js';
import { ofStage, watchDuties } from '../watch-duties.js';

/**
 * Somebody finds out what happened and why. What the law and the municipality's own rules want of an investigation ends when it is
 * completed; until then whoever leads it is reminded, before the day and on it, and the managers above when it is late.
 */
export async function investigate(run: CaseRun): Promise<void> {
  run.shows('Påminnelse före och på dagen då utredningen ska vara klar; därefter till närmaste chef.');
  await watchDuties(run, ofStage(run, 'investigating'), chase);
}
