import { Lacking } from '../../lacks.js';
import { riskAssessed } from '../events/risk-assessed.js';
import { assessed, defineRiskCommand, isOpen } from '../risk.js';
import { assessors } from '../who.js';
import { assessment, assessmentForm, reviewLacks } from './assessment.js';

/** Assesses the risk again: a new point of its curve. */
export const assessRisk = defineRiskCommand({
  name: 'AssessRisk',
  input: assessment,
  who: assessors,
  title: 'Bedöm risken igen',
  button: 'Spara bedömningen',
  form: assessmentForm,
  offered: isOpen,
  decide(_risk, { probability, consequence, reasons, nextReview }, { organisation, today }) {
    new Lacking('AssessRisk').add(reviewLacks(nextReview, today, 'AssessRisk.nextReview')).orRefuse();
    return [riskAssessed.of({ ...assessed(probability, consequence, organisation.settings), nextReview }, reasons ? { reasons } : {})];
  },
});
