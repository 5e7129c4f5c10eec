import { z } from 'zod';
import { roughDayInWords } from '../../rough-day.js';
import { flag, key, sealed } from '../../shapes.schema.js';
import { defineSurveyEvent } from '../survey.js';

export const surveyPlanned = defineSurveyEvent({
  name: 'SurveyPlanned',
  label: 'Undersökningen antecknades',
  open: z.object({ number: key, unit: key, on: key, isOfUnit: flag }),
  sealed: sealed('what', 'asked'),
  detail: ({ on }) => roughDayInWords(on),
  begin: (id, { open, version, at }) => ({
    ...open,
    id,
    version,
    plannedAt: at,
    counts: [],
    results: [],
    concluded: null,
    isTold: false,
    stepsTaken: [],
    notDoneAt: null,
  }),
});
