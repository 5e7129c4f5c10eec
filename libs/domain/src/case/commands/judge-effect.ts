import { effects } from '../../codes/actions.js';
import { Lacking } from '../../lacks.js';
import { id, oneOf, words } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { UNKNOWN } from '../decide/actions.js';
import { closed } from '../decide/duties.js';
import { openWith } from '../decide/guards.js';
import { withDuties } from '../decide/reconsidered.js';
import type { NewCaseEvent } from '../events.schema.js';
import { chiefs } from '../who.js';

/**
 * Did it help? The case stays in follow-up until every action has its answer (R-071, AC-41).
 */
export const judgeEffect = defineCaseCommand({
  name: 'JudgeEffect',
  input: { actionId: id, effect: oneOf(effects), evidence: words },
  who: chiefs,
  mustStand: openWith(({ remedy: { actions } }) => actions.some((row) => row.status !== 'dropped'), 'JudgeEffect', 'Det finns ingen åtgärd'),
  offered: [{ stages: ['followUp'], when: ['hasActions'] }],
  title: 'Bedöm effekten',
  button: 'Spara',
  form: {
    actionId: { label: 'Vilken åtgärd?' },
    effect: { label: 'Hjälpte den?' },
    evidence: { label: 'Hur vet ni det?' },
  },
  decide(state, command, context, process): readonly NewCaseEvent[] {
    const action = state.remedy.actions.find((row) => row.actionId === command.actionId);
    new Lacking('JudgeEffect')
      .need(action !== undefined, 'actionId', UNKNOWN, 'unknownReference')
      .need(action?.status !== 'dropped', 'actionId', 'Åtgärden är avförd')
      .orRefuse();
    const judged: NewCaseEvent = { type: 'EffectJudged', open: { actionId: command.actionId, effect: command.effect }, sealed: { evidence: command.evidence } };
    return withDuties(state, [judged, ...closed(state, (duty) => duty.subject === command.actionId, 'met')], process, context);
  },
});
