import { chiefs } from '../../records/who.js';
import { words } from '../../shapes.schema.js';
import { riskAccepted } from '../events/risk-accepted.js';
import { defineRiskCommand, isOpen, latest } from '../risk.js';

/** Decides, with reasons, to bear the risk as it is. It holds for the value of that day: a higher one is decided on anew. */
export const acceptRisk = defineRiskCommand({
  name: 'AcceptRisk',
  input: { reasons: words },
  who: chiefs,
  title: 'Godta risken',
  button: 'Besluta att godta risken',
  form: { reasons: { label: 'Varför godtas risken utan åtgärd?' } },
  offered: (risk) => isOpen(risk) && risk.accepted === null,
  decide: (risk, { reasons }) => [riskAccepted.of({ value: latest(risk).value }, { reasons })],
});
