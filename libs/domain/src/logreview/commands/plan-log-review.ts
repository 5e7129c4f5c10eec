import { Lacking } from '../../lacks.js';
import { addDuration } from '../../law/calendar.js';
import { defineCreation } from '../../records/record-command.js';
import { date, unitCode } from '../../shapes.schema.js';
import { logReviewPlanned } from '../events/log-review-planned.js';
import { dayAfter, typedMonth } from '../month.schema.js';
import { reviewers } from '../who.js';

/** Plans the control of a month. A month may have several: one that is made again after a remark, or one for a single unit. */
export const planLogReview = defineCreation('logreview', {
  name: 'PlanLogReview',
  input: { month: typedMonth, unit: unitCode, due: date },
  who: reviewers,
  title: 'Planera en loggkontroll',
  button: 'Spara loggkontrollen',
  form: {
    month: { label: 'Vilken månad ska kontrolleras?', hint: 'Skriv åååå-mm, till exempel 2026-10.' },
    unit: { label: 'Vilken del av organisationen gäller den?', hint: 'Månadens stickprov gäller hela nämnden.', of: 'unit' },
    due: { label: 'När ska den vara klar?', hint: 'Den dagen påminns dataskyddsombudet om den inte är avslutad.' },
  },
  unitOf: ({ unit }) => unit,
  decide(number, { month, unit, due }, { today }) {
    new Lacking('PlanLogReview')
      .need(due >= today, 'due', 'Dagen har redan passerat')
      .need(due >= dayAfter(month), 'due', 'Månaden har inte gått ut den dagen')
      .need(due <= addDuration(today, 'P1Y'), 'due', 'Kontrollen ska vara klar inom ett år')
      .orRefuse();
    return [logReviewPlanned.of({ number, unit, month, due })];
  },
});
