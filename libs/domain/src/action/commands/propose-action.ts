import { actionAreas } from '../../codes/actions.js';
import { Lacking } from '../../lacks.js';
import { chiefOf } from '../../org/chief-of.js';
import { defineCreation } from '../../records/record-command.js';
import { date, id, maybeWords, oneOf, unitCode, words } from '../../shapes.schema.js';
import { actionProposed } from '../events/action-proposed.js';
import { proposers } from '../who.js';
import { dayLacks, dueForm } from './days.js';

/** Proposes an action, against a risk or of itself. */
export const proposeAction = defineCreation('action', {
  name: 'ProposeAction',
  input: { unit: unitCode, risk: id.nullable().default(null), area: oneOf(actionAreas), what: words, howJudged: maybeWords, due: date },
  who: proposers,
  title: 'Föreslå en åtgärd',
  button: 'Spara förslaget',
  form: {
    unit: { label: 'Vilken enhet ska göra den?', of: 'unit' },
    risk: { label: 'Vilken risk ska den hjälpa mot?', hint: 'Skriv riskens nummer. Kan lämnas tomt.', of: 'record', required: false },
    what: { label: 'Vad ska göras?' },
    area: { label: 'Vad handlar åtgärden om?' },
    howJudged: { label: 'Hur ska effekten bedömas?', required: false },
    due: dueForm,
  },
  unitOf: ({ unit }) => unit,
  refers: ({ risk }) => (risk === null ? [] : [`risk/${risk}`]),
  decide(number, { unit, risk, area, what, howJudged, due }, { organisation, today }) {
    new Lacking('ProposeAction').add(dayLacks('ProposeAction', { due, effectDue: null }, today)).orRefuse();
    const open = { number, unit, ownerRole: chiefOf(unit, organisation, today), area, serves: risk === null ? [] : [`risk/${risk}`], due };
    return [actionProposed.of(open, { what, ...(howJudged ? { howJudged } : {}) })];
  },
});
