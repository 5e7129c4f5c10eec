import { type ImprovementKind, type ImprovementRoute, improvementKinds } from '../../codes/year-duties.js';
import { chiefs } from '../../records/who.js';
import { oneOf, words } from '../../shapes.schema.js';
import { improvementDecided } from '../events/improvement-decided.js';
import { defineYearCommand, isOpen } from '../year.js';

/** Structure and responsibility are the board's to change, process and routine the management group's. */
const routes: Readonly<Record<ImprovementKind, ImprovementRoute>> = {
  structure: 'board',
  responsibility: 'board',
  process: 'managementGroup',
  routine: 'managementGroup',
};

/** Decides on one improvement at the management review; those who take it on are told the next working day. What is to be done becomes an action. */
export const decideImprovement = defineYearCommand({
  name: 'DecideImprovement',
  input: { kind: oneOf(improvementKinds), decision: words },
  who: chiefs,
  title: 'Anteckna ett förbättringsbeslut från ledningens genomgång',
  button: 'Spara beslutet',
  form: {
    kind: { label: 'Vad är det som ska ändras?', hint: 'Struktur och ansvar går till nämnden. Process och rutin går till ledningsgruppen.' },
    decision: { label: 'Vad beslutades?', hint: 'Ett beslut i taget. En åtgärd med ansvarig och dag föreslår du efteråt, under Åtgärder.' },
  },
  offered: (year) => isOpen(year) && year.duties.some(({ duty, state }) => duty === 'managementReview' && state !== 'waived'),
  decide: (_year, { kind, decision }) => [improvementDecided.of({ kind, route: routes[kind] }, { decision })],
});
