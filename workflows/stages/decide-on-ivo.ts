import { chase } from '../acts.js';
import type { CaseRun } from '../case-run.js';
import { ofStage, watchDuties } from '../watch-duties.js';

/**
 * Lex Sarah and lex Maria: the decider judges how grave it was and decides whether IVO is notified. Whoever decides is reminded of the
 * decision. The notification itself has a workflow of its own beside the stages (ivo-notification.workflow.ts): it may be under way
 * since the first day, and its times run whether the case is here or not.
 */
export async function decideOnIvo(run: CaseRun): Promise<void> {
  run.show(
    'Påminnelse om beslutet om anmälan till IVO; därefter till chefen, och en vecka senare till chefen ovanför. Själva anmälan bevakas i ett eget arbetsflöde.',
  );
  await watchDuties(run, ofStage(run, 'ivoDecision'), chase);
}

/**
 * Complaints and deviations are never notified themselves. What is decided is whether something graver lies in it: then a new case of
 * another kind is opened, with a workflow of its own, and this one goes on. For a complaint the municipality has a time for it, and the manager is reminded; for
 * a deviation none.
 */
export async function considerNewCase(run: CaseRun): Promise<void> {
  run.show(
    'Ska något allvarligare bli ett ärende av annat slag? Påminnelse om att ta ställning där det finns en tid för det; därefter till chefen, och en vecka senare till chefen ovanför.',
  );
  await watchDuties(run, ofStage(run, 'ivoDecision'), chase);
}
