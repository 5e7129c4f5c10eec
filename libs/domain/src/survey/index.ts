import { surveyStatuses } from '../codes/surveys.js';
import type { RecordType } from '../records/record-type.js';
import { firstDayOf, lastDayOf, roughDayInWords } from '../rough-day.js';
import { agenda, stepTaken, takeStep } from './agenda.js';
import { concludeSurvey, reopenSurvey, skipSurvey } from './commands/conclude-survey.js';
import { countAnswers, noteResult } from './commands/count-answers.js';
import { planSurvey } from './commands/plan-survey.js';
import { answersCounted, resultNoted } from './events/answers-counted.js';
import { surveyConcluded, surveyNotDone, surveyReopened } from './events/survey-concluded.js';
import { surveyPlanned } from './events/survey-planned.js';
import { answeredInAll, isOpen, type Survey } from './survey.js';
import { surveyReaders } from './who.js';

export type { Survey } from './survey.js';

/** Surveys among those who use the service (brukarundersökningar): who was asked, how many answered, and what they said. */
export const surveyType: RecordType<Survey> = {
  family: 'survey',
  path: 'surveys',
  page: 'undersokningar',
  series: 'UND',
  words: {
    the: 'undersökningen',
    one: 'en undersökning',
    many: 'Undersökningar',
    due: 'Görs senast',
    purpose: 'Det som brukare och närstående har svarat när de har frågats.',
  },
  statuses: surveyStatuses,
  abouts: [{ code: 'result', label: 'undersökningen, som ska redovisas' }],
  events: [surveyPlanned, answersCounted, resultNoted, surveyConcluded, surveyNotDone, surveyReopened, stepTaken],
  creation: planSurvey,
  commands: [countAnswers, noteResult, concludeSurvey, skipSurvey, reopenSurvey, takeStep],
  readers: surveyReaders,
  handedDown: true,
  ownerOf: () => null,
  agenda,
  facts(survey) {
    const { on, counts, results, concluded, notDoneAt } = survey;
    const known = counts.flatMap(({ asked }) => (asked === null ? [] : [asked]));
    return {
      status: notDoneAt !== null ? 'notDone' : concluded !== null ? 'done' : counts.length > 0 ? 'ongoing' : 'planned',
      due: isOpen(survey) && counts.length === 0 ? lastDayOf(on) : null,
      closed: !isOpen(survey),
      values: {
        on,
        from: firstDayOf(on),
        until: lastDayOf(on),
        asked: known.length === 0 ? null : known.reduce((sum, n) => sum + n, 0),
        answered: answeredInAll(counts),
        results: results.length,
        comparable: concluded?.comparable ?? null,
      },
    };
  },
  standing: { what: 'Undersökning', asked: 'Vilka som tillfrågas', result: 'Den visade', whyNot: 'Går inte att jämföra', reasons: 'Skäl' },
  heading: 'what',
  terms: ({ on, concluded }) => [
    { term: 'När', text: roughDayInWords(on) },
    ...(concluded?.comparable == null ? [] : [{ term: 'Jämförbar med året före', text: concluded.comparable ? 'Ja' : 'Nej' }]),
  ],
  casesOf: () => [],
};
