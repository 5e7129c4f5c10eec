import { probabilities, severities } from '../../codes/risk.js';
import type { Role } from '../../codes/roles.js';
import { refuse } from '../../errors.js';
import { maybeWords, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { ownKinds } from '../conditions.js';
import { foldNew } from '../decide/foresee.js';
import { onlyWhere, whileOpen } from '../decide/guards.js';
import type { NewCaseEvent } from '../events.schema.js';
import { isCare } from '../processes/investigation-gates.js';
import { isOneOf } from '../roles-in.js';
import { workers } from '../who.js';

/** The scale that the figures stand for; another scale is another code, so that old figures keep their words. */
const SCALE = '4x4.v1';

/**
 * Severity and probability, 1–4 each (docs/law/deviations.md#risk). First while it is received or investigated, final after.
 */
export const assessRisk = defineCaseCommand({
  name: 'AssessRisk',
  input: { severity: oneOf(severities), probability: oneOf(probabilities), reasons: maybeWords },
  who: workers,
  mustStand: (state, process, asking): void => {
    whileOpen(state, process, asking);
    onlyWhere(ownKinds, 'AssessRisk', 'Risken bedöms i avvikelser, lex Sarah och lex Maria som utreds här')(state, process, asking);
  },
  offered: [{ stages: ['received', 'investigating', 'assessing'], when: ownKinds }],
  under: 'correct',
  title: 'Bedöm risken',
  button: 'Spara riskbedömningen',
  form: {
    severity: { label: 'Hur allvarligt är det, eller kunde det ha blivit?' },
    probability: { label: 'Hur ofta kan det hända igen?' },
    reasons: { label: 'Varför bedömer du så?', hint: 'Talet styr vem som tar hand om ärendet. Det avgör inte vad lagen kallar allvarligt.' },
  },
  decide(state, command, context, process): readonly NewCaseEvent[] {
    const severity = Number(command.severity);
    const probability = Number(command.probability);
    const phase = state.stage === 'received' || state.stage === 'investigating' ? 'first' : 'final';
    const known =
      phase === 'first'
        ? [state.assessment.risk.severity, state.assessment.risk.probability]
        : [state.assessment.risk.severityFinal, state.assessment.risk.probabilityFinal];
    if (known[0] === severity && known[1] === probability) return [];
    const assessed: NewCaseEvent = {
      type: 'RiskAssessed',
      open: { phase, scale: SCALE, severity, probability, routedTo: routeOf(severity, probability, isCare(state)) },
      sealed: command.reasons ? { reasons: command.reasons } : undefined,
    };
    // Nobody takes a grave case back by calling it small: those who have it then say so (AC-26).
    const grave = process.stages.find((row) => row.whenGrave !== undefined)?.whenGrave;
    if (grave?.applies(state) && !grave.applies(foldNew(state, [assessed], context.now))) {
      if (!isOneOf(grave.by, context.actor, state, context.organisation, context.today))
        refuse('notYours', [{ field: 'AssessRisk', text: 'Ärendet är bedömt som allvarligt. De som står över enhetens chef kan bedöma det lägre' }]);
    }
    return [assessed];
  },
});

/**
 * Whom the number sends the case to (docs/law/deviations.md#risk): care 1–2 the unit, 3–7 the unit with MAS, 8–16 or severity 3–4 MAS; social
 * services 8–16 with severity 3–4 the lex Sarah investigator, else 8–16 the verksamhetschef. It routes; it judges nothing.
 */
export function routeOf(severity: number, probability: number, care: boolean): Role {
  const risk = severity * probability;
  if (care) return risk >= 8 || severity >= 3 || risk >= 3 ? 'mas' : 'enhetschef';
  if (risk >= 8) return severity >= 3 ? 'lexSarahUtredare' : 'verksamhetschef';
  return 'enhetschef';
}
