import { ownerLacks } from '../../action/commands/owner.js';
import type { Role } from '../../codes/roles.js';
import { checkRoles, type Month, months } from '../../codes/self-checks.js';
import { Lacking } from '../../lacks.js';
import { chiefOf } from '../../org/chief-of.js';
import { id, maybe, maybeWords, oneOf, several, words } from '../../shapes.schema.js';
import { selfCheckDescribed, selfCheckEnded, selfCheckReplanned } from '../events/self-check-changed.js';
import { dueAfter, dueFrom } from '../months.js';
import { defineSelfCheckCommand, isOpen, latest, type SelfCheck } from '../selfcheck.js';
import { planners } from '../who.js';
import { asksQuestions, inOrder, monthsForm, ownerForm, roleForm } from './plan-self-check.js';
import { MOST_QUESTIONS, questionsIn } from './questions.js';

/** Other months, another role, another person. */
export const replanSelfCheck = defineSelfCheckCommand({
  name: 'ReplanSelfCheck',
  input: { months: several(oneOf(months)), role: maybe(oneOf(checkRoles)), owner: maybe(id) },
  who: planners,
  title: 'Ändra planen',
  button: 'Spara planen',
  form: { months: monthsForm, role: roleForm, owner: ownerForm },
  offered: isOpen,
  decide(check, { months: chosen, role, owner }, context) {
    const { unit } = check;
    const { organisation, today } = context;
    const lacking = new Lacking('ReplanSelfCheck').need(chosen.length > 0, 'months', 'Välj minst en månad');
    if (owner !== null) lacking.add(ownerLacks('ReplanSelfCheck', owner, unit, context), 'outOfReach');
    lacking.orRefuse();
    const planned = { months: [...inOrder(chosen)], role: (role ?? chiefOf(unit, organisation, today)) as Role, owner };
    return [selfCheckReplanned.of({ ...planned, due: dueOf(check, chosen, today) })];
  },
});

/** An occasion that is late, or was put off, is waited for as before; one that has been made this month is not asked for again. */
function dueOf(check: SelfCheck, chosen: readonly Month[], today: string): string {
  const last = latest(check);
  if (check.due < today || last?.verdict === 'notDone') return check.due;
  return last !== undefined && last.due >= today ? dueAfter(chosen, last.due) : dueFrom(chosen, today);
}

/** What it is about, in better words; other questions. */
export const describeSelfCheck = defineSelfCheckCommand({
  name: 'DescribeSelfCheck',
  input: { what: words, activity: maybeWords, questions: maybeWords },
  who: planners,
  title: 'Ändra beskrivning och frågor',
  button: 'Spara',
  form: {
    what: { label: 'Vad ska kontrolleras?' },
    activity: { label: 'Vilken aktivitet?', required: false },
    questions: { label: 'Vilka frågor ska besvaras?', hint: 'En på varje rad. Lämnas tomt om de gamla gäller.', required: false },
  },
  offered: isOpen,
  decide({ way }, { what, activity, questions }) {
    const asked = questionsIn(questions);
    new Lacking('DescribeSelfCheck')
      .need(asksQuestions(way) || asked.length === 0, 'questions', 'Den här kontrollen har inga frågor')
      .need(asked.length <= MOST_QUESTIONS, 'questions', `Högst ${MOST_QUESTIONS} frågor`)
      .orRefuse();
    const told = { what, ...(activity ? { activity } : {}), ...(asked.length > 0 ? { questions: asked.join('\n') } : {}) };
    return [selfCheckDescribed.of({ questions: asked.length > 0 ? asked.length : null }, told)];
  },
});

/** Takes it out of the plan, with the reason. */
export const endSelfCheck = defineSelfCheckCommand({
  name: 'EndSelfCheck',
  input: { reasons: words },
  who: planners,
  title: 'Avsluta egenkontrollen',
  button: 'Avsluta egenkontrollen',
  form: { reasons: { label: 'Varför ska den inte göras mer?' } },
  offered: isOpen,
  decide: (_check, { reasons }) => [selfCheckEnded.of({}, { reasons })],
});
