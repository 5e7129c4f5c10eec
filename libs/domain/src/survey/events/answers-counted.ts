import { z } from 'zod';
import { labelOf } from '../../codes/code.js';
import { inSentence } from '../../codes/in-sentence.js';
import { surveyGroups } from '../../codes/surveys.js';
import { roughDayInWords } from '../../rough-day.js';
import { count, key, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineSurveyEvent } from '../survey.js';

export const answersCounted = defineSurveyEvent({
  name: 'AnswersCounted',
  label: 'Svaren räknades',
  open: z.object({ group: oneOf(surveyGroups), on: key, asked: maybe(count), answered: maybe(count), female: maybe(count), male: maybe(count) }),
  sealed: sealed('remark'),
  detail: ({ group, on, answered }) =>
    `${inSentence(labelOf(surveyGroups, group))}, ${roughDayInWords(on)}: ${answered === null ? 'antalet är inte känt' : `${answered} svar`}`,
  // The same group on the same occasion is counted again, not once more.
  evolve: ({ counts }, { open }) => ({ counts: [...counts.filter(({ group, on }) => group !== open.group || on !== open.on), open] }),
});

export const resultNoted = defineSurveyEvent({
  name: 'ResultNoted',
  label: 'Svaren på en fråga antecknades',
  open: z.object({ question: count, percent: z.int().min(0).max(100), of: maybe(count) }),
  sealed: sealed('question', 'noBase'),
  detail: ({ percent, of }) => `${percent} procent${of === null ? ', antalet svar är inte känt' : ` av ${of} svar`}`,
  evolve: ({ results }, { open }) => ({ results: [...results, open] }),
});
