import { defineCreation } from '../../records/record-command.js';
import { roughDayHint, typedRoughDay } from '../../rough-day.schema.js';
import { maybeWords, unitCode, words } from '../../shapes.schema.js';
import { surveyPlanned } from '../events/survey-planned.js';
import { surveyKeepers } from '../who.js';

/** Writes down a survey that is planned or has been made: of what, among whom and when. */
export const planSurvey = defineCreation('survey', {
  name: 'PlanSurvey',
  input: { unit: unitCode, what: words, asked: maybeWords, on: typedRoughDay },
  who: surveyKeepers,
  title: 'Anteckna en undersökning',
  button: 'Spara undersökningen',
  form: {
    unit: { label: 'Var görs den?', of: 'unit' },
    what: { label: 'Vilken undersökning är det?', hint: 'Några ord, till exempel ”Ungdomarnas förtroende för ungdomsenheten”.' },
    asked: { label: 'Vilka tillfrågas?', required: false },
    on: { label: 'När görs den?', hint: roughDayHint },
  },
  unitOf: ({ unit }) => unit,
  decide: (number, { unit, what, asked, on }, { organisation, today }) => [
    surveyPlanned.of({ number, unit, on, isOfUnit: organisation.unit(unit, today)?.level === 'unit' }, { what, ...(asked ? { asked } : {}) }),
  ],
});
