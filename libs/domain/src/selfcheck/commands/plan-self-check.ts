import { ownerLacks } from '../../action/commands/owner.js';
import { processHeadings } from '../../codes/process-headings.js';
import type { Role } from '../../codes/roles.js';
import { type CheckWay, checkMeasures, checkRoles, checkTriggers, checkWays, type Month, months } from '../../codes/self-checks.js';
import { Lacking } from '../../lacks.js';
import { chiefOf } from '../../org/chief-of.js';
import { defineCreation } from '../../records/record-command.js';
import { count, id, maybe, maybeWords, oneOf, several, unitCode, words } from '../../shapes.schema.js';
import { selfCheckPlanned } from '../events/self-check-planned.js';
import { dueFrom } from '../months.js';
import { planners } from '../who.js';
import { MOST_QUESTIONS, questionsIn } from './questions.js';

export const MOST_DRAWN = 50;

/** Headings under which fields of the forms are folded. */
const others = 'Om någon annan än chefen gör den';
const basis = 'Frågor, urval eller uträkning';
const more = 'Aktivitet, risk och skäl';

export const monthsForm = { label: 'I vilka månader ska den göras?', hint: 'Varje gång ska den vara gjord när månaden är slut.' };
export const roleForm = { label: 'Vilken roll svarar för att den görs?', hint: 'Väljs ingen svarar chefen för enheten.', required: false, fold: others };
export const ownerForm = {
  label: 'Vem gör den?',
  hint: 'Den personen påminns. Väljs ingen påminns den som har rollen.',
  of: 'person' as const,
  required: false,
  fold: others,
};

/** The months in the order of the year, each once. */
export const inOrder = (chosen: readonly Month[]): readonly Month[] => [...new Set(chosen)].sort();

/** Plans a check of a unit: what, how, in which months and by whom. */
export const planSelfCheck = defineCreation('selfcheck', {
  name: 'PlanSelfCheck',
  input: {
    unit: unitCode,
    process: oneOf(processHeadings),
    activity: maybeWords,
    what: words,
    way: oneOf(checkWays),
    questions: maybeWords,
    sample: maybe(count),
    measure: maybe(oneOf(checkMeasures)),
    months: several(oneOf(months)),
    role: maybe(oneOf(checkRoles)),
    owner: maybe(id),
    risk: maybe(id),
    trigger: maybe(oneOf(checkTriggers)),
  },
  who: planners,
  title: 'Planera en egenkontroll',
  button: 'Spara egenkontrollen',
  form: {
    unit: { label: 'Vilken enhet ska kontrollera sig?', of: 'unit' },
    what: { label: 'Vad ska kontrolleras?', hint: 'Några ord, till exempel ”Kontroll av dokumentation”.' },
    process: { label: 'Vilken process hör den till?' },
    way: { label: 'Hur görs den?' },
    questions: {
      label: 'Vilka frågor ska besvaras?',
      hint: 'En fråga på varje rad, ställd så att ja betyder att det är som det ska. Lämnas tomt när inga frågor ställs.',
      required: false,
      fold: basis,
    },
    sample: { label: 'Hur många ärenden ska dras?', hint: 'Fylls i när ärenden dras slumpvis.', required: false, fold: basis },
    measure: { label: 'Vad ska Gensvar räkna ut?', hint: 'Fylls i när Gensvar räknar.', required: false, fold: basis },
    months: monthsForm,
    role: roleForm,
    owner: ownerForm,
    activity: { label: 'Vilken aktivitet?', required: false, fold: more },
    risk: { label: 'Vilken risk ska den bevaka?', hint: 'Skriv riskens nummer.', of: 'record', required: false, fold: more },
    trigger: { label: 'Vad är skälet till kontrollen?', required: false, fold: more },
  },
  unitOf: ({ unit }) => unit,
  refers: ({ risk }) => (risk === null ? [] : [`risk/${risk}`]),
  decide(number, input, context) {
    const { unit, process, activity, what, way, questions, sample, measure, months: chosen, role, owner, risk, trigger } = input;
    const asked = questionsIn(questions);
    const { organisation, today } = context;
    const lacking = new Lacking('PlanSelfCheck')
      .need(chosen.length > 0, 'months', 'Välj minst en månad')
      .need(!asksQuestions(way) || asked.length > 0, 'questions', 'Skriv minst en fråga')
      .need(asksQuestions(way) || asked.length === 0, 'questions', 'Frågor ställs bara när de ska besvaras ja eller nej')
      .need(asked.length <= MOST_QUESTIONS, 'questions', `Högst ${MOST_QUESTIONS} frågor`)
      .need(way !== 'sample' || (sample !== null && sample > 0 && sample <= MOST_DRAWN), 'sample', `Skriv hur många ärenden som ska dras, 1 till ${MOST_DRAWN}`)
      .need(way !== 'computed' || measure !== null, 'measure', 'Välj vad Gensvar ska räkna ut');
    if (owner !== null) lacking.add(ownerLacks('PlanSelfCheck', owner, unit, context), 'outOfReach');
    lacking.orRefuse();
    const open = {
      number,
      unit,
      process,
      way,
      questions: asked.length,
      sample: way === 'sample' ? (sample ?? 0) : 0,
      measure: way === 'computed' ? measure : null,
      months: [...inOrder(chosen)],
      role: (role ?? chiefOf(unit, organisation, today)) as Role,
      owner,
      trigger,
      risk,
      due: dueFrom(chosen, today),
    };
    return [selfCheckPlanned.of(open, { what, ...(activity ? { activity } : {}), ...(asked.length > 0 ? { questions: asked.join('\n') } : {}) })];
  },
});

export const asksQuestions = (way: CheckWay): boolean => way === 'questions' || way === 'sample';
