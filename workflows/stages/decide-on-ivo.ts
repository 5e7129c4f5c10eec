import { chase } from '../acts.js';
import type { CaseRun } from '../case-run.js';
import { ofStage, watchDuties } from '../watch-duties.js';

/**
 * Lex Sarah and lex Maria: the decider judges how grave it was and decides whether IVO is notified. Whoever decides is reminded of the
 * decision. The notification itself has a workflow of its own beside the stages (ivo-notification.workflow.ts): it may be under way
 * since the first day, and its times run whether the case is here or not.
 */
export async function decideOnIvo(run: CaseRun): Promise<void> {
  run.shows('Påminnelse om beslutet om anmälan till IVO; därefter till närmaste chef. Själva anmälan bevakas i ett eget arbetsflöde.');
  await watchDuties(run, ofStage(run, 'ivoDecision'), chase);
}

/**
 * Complaints and deviations are never notified themselves. The position to take is whether something graver lies in it that must become a
 * case of another kind, which then has a workflow of its own. For a complaint the municipality has a time for it, and the manager is reminded; for
 * a deviation none.
 */
export async function considerNewCase(run: CaseRun): Promise<void> {
  run.shows('Ska något allvarligare bli ett ärende av annat slag? Påminnelse om att ta ställning där det finns en tid för det; därefter till närmaste chef.');
  await watchDuties(run, ofStage(run, 'ivoDecision'), chase);
}
