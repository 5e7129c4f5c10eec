import { riskCloseReasons } from '../../codes/risk.js';
import { Lacking } from '../../lacks.js';
import { chiefs } from '../../records/who.js';
import { date, oneOf, words } from '../../shapes.schema.js';
import { riskClosed, riskReopened } from '../events/risk-closed.js';
import { defineRiskCommand, isOpen } from '../risk.js';
import { assessmentForm, reviewLacks } from './assessment.js';

/** Ends the risk, with the reason. */
export const closeRisk = defineRiskCommand({
  name: 'CloseRisk',
  input: { reason: oneOf(riskCloseReasons), reasons: words },
  who: chiefs,
  title: 'Avsluta risken',
  button: 'Avsluta risken',
  form: { reason: { label: 'Varför avslutas den?' }, reasons: { label: 'Skäl' } },
  offered: isOpen,
  decide: (_risk, { reason, reasons }) => [riskClosed.of({ reason }, { reasons })],
});

/** Opens a risk that has come back. */
export const reopenRisk = defineRiskCommand({
  name: 'ReopenRisk',
  input: { reasons: words, nextReview: date },
  who: chiefs,
  title: 'Öppna risken igen',
  button: 'Öppna igen',
  form: { reasons: { label: 'Varför öppnas den?' }, nextReview: assessmentForm.nextReview },
  offered: (risk) => !isOpen(risk),
  decide(_risk, { reasons, nextReview }, { today }) {
    new Lacking('ReopenRisk').add(reviewLacks(nextReview, today, 'ReopenRisk.nextReview')).orRefuse();
    return [riskReopened.of({ nextReview }, { reasons })];
  },
});
