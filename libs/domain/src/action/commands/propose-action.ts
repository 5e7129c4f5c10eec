import { actionAreas } from '../../codes/actions.js';
import { Lacking } from '../../lacks.js';
import { chiefOf } from '../../org/chief-of.js';
import { defineCreation } from '../../records/record-command.js';
import { date, id, maybeWords, oneOf, unitCode, words } from '../../shapes.schema.js';
import { actionProposed } from '../events/action-proposed.js';
import { proposers } from '../who.js';
import { dayLacks, dueForm } from './days.js';

/** Proposes an action, against a risk, after a self-check or of itself. */
export const proposeAction = defineCreation('action', {
  name: 'ProposeAction',
  input: {
    unit: unitCode,
    risk: id.nullable().default(null),
    selfcheck: id.nullable().default(null),
    area: oneOf(actionAreas),
    what: words,
    howJudged: maybeWords,
    due: date,
  },
  who: proposers,
  title: 'Föreslå en åtgärd',
  button: 'Spara förslaget',
  form: {
    unit: { label: 'Vilken enhet ska göra den?', of: 'unit' },
    risk: { label: 'Vilken risk ska den hjälpa mot?', hint: 'Skriv riskens nummer. Kan lämnas tomt.', of: 'record', required: false },
    selfcheck: { label: 'Vilken egenkontroll kommer den av?', hint: 'Skriv egenkontrollens nummer.', of: 'record', required: false, folded: true },
    what: { label: 'Vad ska göras?' },
    area: { label: 'Vad handlar åtgärden om?' },
    howJudged: { label: 'Hur ska effekten bedömas?', required: false },
    due: dueForm,
  },
  unitOf: ({ unit }) => unit,
  refers: served,
  decide(number, { unit, risk, selfcheck, area, what, howJudged, due }, { organisation, today }) {
    new Lacking('ProposeAction').add(dayLacks('ProposeAction', { due, effectDue: null }, today)).orRefuse();
    const open = { number, unit, ownerRole: chiefOf(unit, organisation, today), area, serves: [...served({ risk, selfcheck })], due };
    return [actionProposed.of(open, { what, ...(howJudged ? { howJudged } : {}) })];
  },
});

/** The streams of the records that an action is made for. */
function served({ risk, selfcheck }: { readonly risk: string | null; readonly selfcheck?: string | null }): readonly string[] {
  return [...(risk === null ? [] : [`risk/${risk}`]), ...(selfcheck == null ? [] : [`selfcheck/${selfcheck}`])];
}
