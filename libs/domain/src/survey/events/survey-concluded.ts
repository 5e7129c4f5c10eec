import { z } from 'zod';
import { flag, maybeFlag, sealed } from '../../shapes.schema.js';
import { defineSurveyEvent } from '../survey.js';

export const surveyConcluded = defineSurveyEvent({
  name: 'SurveyConcluded',
  label: 'Undersökningen redovisades',
  open: z.object({ comparable: maybeFlag, isTold: flag }),
  sealed: sealed('result', 'whyNot'),
  detail: ({ comparable }) => (comparable === false ? 'går inte att jämföra med året före' : null),
  evolve: (survey, { open, at }) => ({ concluded: { at, comparable: open.comparable }, isTold: survey.isTold || open.isTold }),
});

export const surveyNotDone = defineSurveyEvent({
  name: 'SurveyNotDone',
  label: 'Undersökningen genomfördes inte',
  open: z.object({}),
  sealed: sealed('reasons'),
  evolve: (_survey, { at }) => ({ notDoneAt: at }),
});

export const surveyReopened = defineSurveyEvent({
  name: 'SurveyReopened',
  label: 'Undersökningen öppnades igen',
  open: z.object({}),
  sealed: sealed('reasons'),
  evolve: () => ({ concluded: null, notDoneAt: null }),
});
