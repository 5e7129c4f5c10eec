import { z } from 'zod';
import { Lacking } from '../../lacks.js';
import { chiefs } from '../../records/who.js';
import { riskPrioritised } from '../events/risk-prioritised.js';
import { defineRiskCommand, isOpen } from '../risk.js';

/** Prioritises the risk for a year, this or the next. */
export const prioritiseRisk = defineRiskCommand({
  name: 'PrioritiseRisk',
  input: { year: z.coerce.number('Skriv ett år').int('Skriv ett år').min(1900, 'Skriv ett år').max(2200, 'Skriv ett år') },
  who: chiefs,
  title: 'Prioritera risken',
  button: 'Prioritera',
  form: { year: { label: 'För vilket år?' } },
  offered: isOpen,
  decide(risk, { year }, { today }) {
    const now = Number(today.slice(0, 4));
    new Lacking('PrioritiseRisk')
      .need(year === now || year === now + 1, 'year', `Välj ${now} eller ${now + 1}`)
      .need(!risk.prioritised.includes(year), 'year', 'Risken är redan prioriterad det året')
      .orRefuse();
    return [riskPrioritised.of({ year })];
  },
});
