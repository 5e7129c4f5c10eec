import type { historyView } from '#case-view/history';
import { wordingOf } from '#case-view/why-date';
import type { ExistingCase } from '#domain/case/case';
import { cancelReasons, closeReasons } from '#domain/codes/closing';
import { labelOf } from '#domain/codes/code';
import { mailFaults, mailStates, mailSubjects } from '#domain/codes/mails';
import { namedWithLaw } from '#domain/law/regulation';
import { textOfWords, wordNames } from '#text/words';
import { longMoment } from '#ui/deadline';
import type { CasePageProps } from './case.page.js';

type History = ReturnType<typeof historyView>['items'];
/** Words that are shown elsewhere on the page: entries, causes, actions, the proposal and the decision. */
const placed: readonly string[] = [
  'AttachmentAdded',
  'EntryMade',
  'CauseFound',
  'ActionPlanned',
  'OutcomeProposed',
  'OutcomeDecided',
  'IvoDecided',
  'EffectJudged',
];
const reported: readonly string[] = ['CaseReceived', 'CaseImported'];

/** What was reported, as it was sent; what has been added; and apart from them, messages and reasons since. */
export const wordsOf = (history: History): CasePageProps['words'] => words(history.filter((line) => reported.includes(line.type)));
export const addendaOf = (history: History): CasePageProps['words'] => words(history.filter((line) => line.type === 'AddendumMade'));
export const saidOf = (history: History): CasePageProps['words'] =>
  words(history.filter((line) => !reported.includes(line.type) && line.type !== 'AddendumMade' && !placed.includes(line.type)));

function words(history: History): CasePageProps['words'] {
  return history.flatMap((line) =>
    Object.entries(line.words ?? {}).flatMap(([name, value]) => {
      const text = textOfWords(value);
      const named = name === 'text' || name === 'reasons' ? line.text : (wordNames[name] ?? line.text);
      return text === '' ? [] : [{ heading: named, text, note: `${longMoment(line.at)}, ${line.by}` }];
    }),
  );
}

/** The delivery of each mail to the one who spoke up, newest first: "Svar: skickat 3 mars 09.12". */
export const mailsOf = ({ contact: { mails } }: ExistingCase): CasePageProps['mails'] =>
  [...mails].reverse().map(({ mail, about, state, dueAt, at, why }) => ({
    id: mail,
    failed: state === 'failed',
    text: `${labelOf(mailSubjects, about)}: ${labelOf(mailStates, state).toLocaleLowerCase('sv')} ${longMoment(at ?? dueAt)}${why === null ? '' : `. ${labelOf(mailFaults, why)}`}`,
  }));

/** How the case ended, in a sentence; null while it is open. */
export function endingOf(state: ExistingCase): string | null {
  if (state.end?.as === 'cancelled') return `Makulerat ${longMoment(state.end.at)}: ${labelOf(cancelReasons, state.end.reason)}.`;
  if (state.end?.as === 'closed') return `Avslutat ${longMoment(state.end.at)}: ${labelOf(closeReasons, state.end.reason)}.`;
  return null;
}

/** The name of a duty with its law. */
export const dutyName = (id: string, state: ExistingCase): string => {
  const duty = state.duties.find((row) => row.id === id);
  return duty === undefined ? '' : namedWithLaw(wordingOf(duty));
};
