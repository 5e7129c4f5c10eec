import { z } from 'zod';
import { checkAnswers } from '../../codes/self-checks.js';
import { Lacking } from '../../lacks.js';
import { count, date, id, maybe, oneOf, position } from '../../shapes.schema.js';
import { drawn } from '../draw.js';
import { casesDrawn, figureComputed, questionsAnswered } from '../events/basis-made.js';
import type { Answered } from '../selfcheck.js';
import { defineSelfCheckCommand, isOpen, type Measured } from '../selfcheck.js';
import { performers } from '../who.js';
import { asksQuestions } from './plan-self-check.js';

/** A year's cases of a municipality and more. */
const MOST_CASES = 20_000;
const MOST_ANSWERS = 1_000;
const found = { from: date, to: date, position };

/** Draws the sample from the cases that the platform has found: given by the platform alone, and once for each occasion, so that nobody draws until it suits. */
export const drawCases = defineSelfCheckCommand({
  name: 'DrawCases',
  input: { ...found, cases: z.array(id).max(MOST_CASES) },
  who: ['system'],
  title: 'Dra ett urval',
  button: 'Dra ett urval',
  form: {},
  offered: (check) => isOpen(check) && check.way === 'sample' && check.basis === null,
  decide({ sample }, { from, to, position: at, cases }, { commandId }) {
    new Lacking('DrawCases').need(cases.length > 0, 'cases', 'Enheten har inga ärenden att dra ur i perioden').orRefuse();
    return [casesDrawn.of({ seed: commandId, from, to, position: at, among: cases.length, cases: [...drawn(commandId, cases, sample)] })];
  },
});

/** Keeps the figure that the platform has computed, with the cases that are not as they should be. */
export const computeFigure = defineSelfCheckCommand({
  name: 'ComputeFigure',
  input: { ...found, among: count, cases: z.array(id).max(MOST_CASES) },
  who: ['system'],
  title: 'Räkna',
  button: 'Räkna',
  form: {},
  offered: (check) => isOpen(check) && check.way === 'computed',
  decide({ measure }, { from, to, position: at, among, cases }) {
    new Lacking('ComputeFigure').need(among > 0, 'among', 'Enheten har inga klagomål i perioden att räkna').orRefuse();
    if (measure === null) return [];
    return [figureComputed.of({ measure, from, to, position: at, measured: { met: among - cases.length, of: among }, cases })];
  },
});

/** Keeps the answers: yes and no are counted, what does not apply is not. Answered again, the later answers stand. */
export const answerQuestions = defineSelfCheckCommand({
  name: 'AnswerQuestions',
  input: { answers: z.array(z.object({ caseId: maybe(id), question: count, answer: oneOf(checkAnswers) }).strict()).max(MOST_ANSWERS) },
  who: performers,
  title: 'Svara på frågorna',
  button: 'Spara svaren',
  form: {},
  onPageOfItsOwn: true,
  offered: (check) => isOpen(check) && asksQuestions(check.way) && (check.way === 'questions' || check.basis !== null),
  decide({ way, questions, basis }, { answers }) {
    const asked: readonly (string | null)[] = way === 'sample' ? (basis?.cases ?? []) : [null];
    const places = answers.map(({ caseId, question }) => `${caseId} ${question}`);
    const begun = asked.filter((caseId) => answers.some((one) => one.caseId === caseId));
    new Lacking('AnswerQuestions')
      .need(begun.length > 0, 'answers', 'Svara på frågorna')
      .need(new Set(places).size === places.length, 'answers', 'Samma fråga är besvarad två gånger')
      .need(
        answers.every(({ caseId, question }) => asked.includes(caseId) && question < questions),
        'answers',
        'Svaret gäller något som inte ingår i kontrollen',
      )
      .need(answers.length === begun.length * questions, 'answers', 'Varje fråga ska ha ett svar, i varje ärende som du har börjat med')
      .orRefuse();
    return [questionsAnswered.of({ answers, measured: countedOf(answers) })];
  },
});

/** Yes of yes and no; null where nothing applied. */
export function countedOf(answers: readonly Answered[]): Measured | null {
  const met = answers.filter(({ answer }) => answer === 'yes').length;
  const of = met + answers.filter(({ answer }) => answer === 'no').length;
  return of === 0 ? null : { met, of };
}
