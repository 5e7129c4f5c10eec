import { Lacking } from '../../lacks.js';
import { chiefOf } from '../../org/chief-of.js';
import { defineCreation } from '../../records/record-command.js';
import { id, unitCode } from '../../shapes.schema.js';
import { riskIdentified } from '../events/risk-identified.js';
import { assessed } from '../risk.js';
import { assessors } from '../who.js';
import { assessment, assessmentForm, reviewLacks } from './assessment.js';
import { description, descriptionForm } from './risk-words.js';

/** Writes down a risk with its first assessment. */
export const identifyRisk = defineCreation('risk', {
  name: 'IdentifyRisk',
  input: { unit: unitCode, selfcheck: id.nullable().default(null), ...description, ...assessment },
  who: assessors,
  title: 'Anteckna en risk',
  button: 'Spara risken',
  form: {
    unit: { label: 'Var finns risken?', of: 'unit' },
    ...descriptionForm,
    ...assessmentForm,
    selfcheck: { label: 'Vilken egenkontroll visade den?', hint: 'Skriv egenkontrollens nummer.', of: 'record', required: false, folded: true },
  },
  unitOf: ({ unit }) => unit,
  refers: ({ selfcheck }) => (selfcheck == null ? [] : [`selfcheck/${selfcheck}`]),
  decide(number, { unit, selfcheck, subprocess, activity, description: what, probability, consequence, reasons, nextReview }, { organisation, today }) {
    new Lacking('IdentifyRisk').add(reviewLacks(nextReview, today, 'IdentifyRisk.nextReview')).orRefuse();
    const ownerRole = chiefOf(unit, organisation, today);
    const words = { ...(subprocess ? { subprocess } : {}), activity, description: what, ...(reasons ? { reasons } : {}) };
    const found = selfcheck == null ? {} : { selfcheck };
    return [riskIdentified.of({ number, unit, ownerRole, ...assessed(probability, consequence, organisation.settings), nextReview, ...found }, words)];
  },
});
