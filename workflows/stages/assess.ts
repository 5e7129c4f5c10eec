import { chase } from '../acts.js';
import type { CaseRun } from '../case-run.js';
import { ofStage, watchDuties } from '../watch-duties.js';

/**
 * Complaints and deviations: what was found is judged and actions are decided on, by the manager of the unit. A short stage with the
 * municipality's own time for it: that manager is reminded, then the two managers above are told. Actions may be given days for their
 * effect here; the question of effect is asked on that day in whatever stage the case then is.
 */
export async function assess(run: CaseRun): Promise<void> {
  run.show('Påminnelse före och på dagen då bedömningen ska vara gjord; därefter till chefen, och en vecka senare till chefen ovanför.');
  await watchDuties(run, ofStage(run, 'assessing'), chase);
}

/**
 * Lex Sarah and lex Maria: whoever investigated judges what it was, or proposes it, and plans actions. No rule gives this stage a time of its
 * own, so nobody is reminded here: what has a time is the decision that follows, and what runs beside. If a rule later sets a time, it is
 * watched like any other.
 */
export async function prepareDecision(run: CaseRun): Promise<void> {
  run.show('Bedömning inför beslutet. Ingen egen tid: beslutet som följer har sin, och det som löper vid sidan av bevakas.');
  await watchDuties(run, ofStage(run, 'assessing'), chase);
}
