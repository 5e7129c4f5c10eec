import { askForEffect, chase } from '../acts.js';
import type { CaseRun } from '../case-run.js';
import { ofStage, watchDuties } from '../watch-duties.js';

/**
 * Months later: each action's owner is asked on the action's day whether it helped, and the managers above are told where nobody replies. Where
 * no action has a day, whoever is responsible for the follow-up is reminded of the follow-up; the domain gives the one duty or
 * the other. That the case can't be closed before every effect is judged, and a lex Sarah or lex Maria not before IVO has closed its
 * side, is a rule of the commands (libs/domain/src/case/decide), not of this workflow.
 */
export async function followUp(run: CaseRun): Promise<void> {
  run.show('Fråga om effekten av varje åtgärd på dess dag. Ärendet stannar här tills varje effekt är bedömd.');
  const here = ofStage(run, 'followUp');
  await Promise.all([watchDuties(run, here, { askEffect: askForEffect }), watchDuties(run, here, chase)]);
}
