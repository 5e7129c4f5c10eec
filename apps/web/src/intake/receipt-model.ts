import { dueOf, type ExistingCase } from '#domain/case/case';
import { isPatientComplaint, isPraise } from '#domain/case/processes/gates';
import { receiptTexts as said } from '#text/public-report';
import { longDay } from '../frame/days.js';

const answers: readonly string[] = ['LOK-KLAG-SVAR', 'HSL-KLAG-SVAR'];

/** The promise to the one who spoke up, and its day: the municipality's own, since no law gives a number. */
export function promiseOf(state: ExistingCase, what: 'answer' | 'confirmation'): string | null {
  const rules = what === 'answer' ? answers : ['LOK-KLAG-BEKRAFTA'];
  const duty = state.duties.find((row) => row.closed === null && rules.includes(row.rule));
  return duty === undefined || (duty.dueAt === null && duty.targetAt === null) ? null : dueOf(duty);
}

/** What happens next, in sentences, from the open duties of the case. */
export function nextLines(state: ExistingCase): readonly string[] {
  const confirmation = promiseOf(state, 'confirmation');
  const answer = promiseOf(state, 'answer');
  return [
    confirmation === null ? said.confirmed : said.confirmation(longDay(confirmation)),
    said.reads,
    ...(isPraise(state) ? [said.praise] : []),
    ...(state.desc.answerBy === 'none' ? [said.noAnswer] : []),
    ...(answer === null ? [] : [(isPatientComplaint(state) ? said.answerPatient : said.answerTarget)(longDay(answer))]),
  ];
}
