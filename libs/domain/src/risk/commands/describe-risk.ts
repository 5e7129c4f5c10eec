import { riskDescribed } from '../events/risk-described.js';
import { defineRiskCommand, isOpen } from '../risk.js';
import { assessors } from '../who.js';
import { description, descriptionForm } from './risk-words.js';

/** Words the risk anew; the earlier words stay in its history. */
export const describeRisk = defineRiskCommand({
  name: 'DescribeRisk',
  input: description,
  who: assessors,
  title: 'Ändra beskrivningen',
  button: 'Spara beskrivningen',
  form: descriptionForm,
  offered: isOpen,
  decide: (_risk, { subprocess, activity, description: what }) => [riskDescribed.of({}, { subprocess: subprocess || undefined, activity, description: what })],
});
