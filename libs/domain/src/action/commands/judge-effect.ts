import { effects } from '../../codes/actions.js';
import { Lacking } from '../../lacks.js';
import { chiefs } from '../../records/who.js';
import { date, oneOf, words } from '../../shapes.schema.js';
import { defineActionCommand } from '../action.js';
import { actionReopened, effectJudged } from '../events/effect-judged.js';
import { dayLacks } from './days.js';

/** Did it help? Never before it is done. Without effect it is opened again, with new days. */
export const judgeEffect = defineActionCommand({
  name: 'JudgeEffect',
  input: { effect: oneOf(effects), evidence: words, due: date.nullable().default(null), effectDue: date.nullable().default(null) },
  who: chiefs,
  title: 'Bedöm effekten',
  button: 'Spara bedömningen',
  form: {
    effect: { label: 'Hjälpte åtgärden?' },
    evidence: { label: 'Hur vet ni det?' },
    due: { label: 'Om den inte hade effekt: när ska den nu vara klar?', hint: 'Åtgärden öppnas igen.', required: false },
    effectDue: { label: 'Och när ska effekten bedömas igen?', required: false },
  },
  offered: ({ state }) => state === 'done',
  decide(_action, { effect, evidence, due, effectDue }, { today }) {
    const lacking = new Lacking('JudgeEffect');
    if (effect === 'no') {
      lacking
        .need(due !== null, 'due', 'Åtgärden hade ingen effekt och öppnas igen: ange när den ska vara klar')
        .need(effectDue !== null, 'effectDue', 'Ange när effekten ska bedömas igen');
      if (due !== null) lacking.add(dayLacks('JudgeEffect', { due, effectDue }, today));
    } else lacking.need(due === null && effectDue === null, 'due', 'Nya dagar anges bara när åtgärden inte hade någon effekt');
    lacking.orRefuse();
    const judged = effectJudged.of({ effect }, { evidence });
    return effect === 'no' && due !== null && effectDue !== null ? [judged, actionReopened.of({ due, effectDue })] : [judged];
  },
});
