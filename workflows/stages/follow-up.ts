import { askForEffect, chase } from '../acts.js';
import type { CaseRun } from '../case-run.js';
import { ofStage, watchDuties } from '../watch-duties.js';

/**
 * Months later: each action's owner is asked on its day whether it helped, and the managers above are told where no one answers. Where no
 * action waits for its day, whoever answers for the follow-up is reminded of that instead. The case stays here until every
 * effect is judged; a lex Sarah or lex Maria also until IVO has closed its side.
 */
export async function followUp(run: CaseRun): Promise<void> {
  run.shows('Fråga om effekten av varje åtgärd på dess dag. Ärendet stannar här tills varje effekt är bedömd.');
  const here = ofStage(run, 'followUp');
  await Promise.all([watchDuties(run, here, { askEffect: askForEffect }), watchDuties(run, here, chase)]);
}
