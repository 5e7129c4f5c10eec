import { z } from 'zod';
import { changeDecisions, changeResults } from '../../codes/change-analyses.js';
import { labelOf } from '../../codes/code.js';
import { inSentence } from '../../codes/in-sentence.js';
import { dayInWords } from '../../days.js';
import { date, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineAnalysisEvent } from '../change-analysis.js';

export const changeDecided = defineAnalysisEvent({
  name: 'ChangeDecided',
  label: 'Förändringen beslutades',
  open: z.object({ decision: oneOf(changeDecisions), followUpOn: maybe(date) }),
  sealed: sealed('reasons'),
  detail: ({ decision, followUpOn }) =>
    `${inSentence(labelOf(changeDecisions, decision))}${followUpOn === null ? '' : `, följs upp den ${dayInWords(followUpOn)}`}`,
  evolve: (_analysis, { open, at }) => ({ decision: { at, ...open } }),
});

export const changeFollowedUp = defineAnalysisEvent({
  name: 'ChangeFollowedUp',
  label: 'Förändringen följdes upp',
  open: z.object({ result: oneOf(changeResults) }),
  sealed: sealed('came'),
  detail: ({ result }) => inSentence(labelOf(changeResults, result)),
  evolve: (_analysis, { open, at }) => ({ followedUp: { at, ...open } }),
});

export const analysisEnded = defineAnalysisEvent({
  name: 'AnalysisEnded',
  label: 'Analysen avslutades utan beslut',
  open: z.object({}),
  sealed: sealed('ending'),
  evolve: (_analysis, { at }) => ({ endedAt: at }),
});
