import { actionAreas } from '../../codes/actions.js';
import { recordIdOf } from '../../ids.js';
import { Lacking } from '../../lacks.js';
import { chiefOf } from '../../org/chief-of.js';
import { defineCreation } from '../../records/record-command.js';
import { count, date, id, maybe, maybeWords, oneOf, unitCode, words } from '../../shapes.schema.js';
import { actionProposed } from '../events/action-proposed.js';
import { proposers } from '../who.js';
import { dayLacks, dueForm } from './days.js';

/** What an action may come of; each is a field of the form too. */
const families = ['risk', 'selfcheck', 'review', 'year'] as const;
const afterReview = 'Om den möter kritik i en granskning';

/** Proposes an action, against a risk, after a self-check, against a point of criticism or of itself. */
export const proposeAction = defineCreation('action', {
  name: 'ProposeAction',
  input: {
    unit: unitCode,
    risk: id.nullable().default(null),
    selfcheck: id.nullable().default(null),
    review: id.nullable().default(null),
    year: id.nullable().default(null),
    point: maybe(count),
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
    review: { label: 'Vilken granskning kommer den av?', hint: 'Skriv granskningens nummer.', of: 'record', required: false, fold: afterReview },
    point: { label: 'Vilken punkt i kritiken möter den?', hint: 'Punktens nummer.', required: false, fold: afterReview },
    year: { label: 'Vilket år är beslutet från ledningens genomgång?', hint: 'Skriv årets nummer.', of: 'record', required: false, folded: true },
    what: { label: 'Vad ska göras?' },
    area: { label: 'Vad handlar åtgärden om?' },
    howJudged: { label: 'Hur ska effekten bedömas?', required: false },
    due: dueForm,
  },
  unitOf: ({ unit }) => unit,
  refers: served,
  decide(number, { unit, risk, selfcheck, review, year, point, area, what, howJudged, due }, { organisation, today, commandId }) {
    new Lacking('ProposeAction')
      .add(dayLacks('ProposeAction', { due, effectDue: null }, today))
      .need(point == null || review != null, 'review', 'Ange granskningens nummer')
      .orRefuse();
    const open = { number, unit, ownerRole: chiefOf(unit, organisation, today), area, serves: [...served({ risk, selfcheck, review, year })], due };
    const events = [actionProposed.of(open, { what, ...(howJudged ? { howJudged } : {}) })];
    const tied = { type: 'TieAction', point, action: recordIdOf(commandId, 'action') };
    return review == null ? { events } : { events, besideRecords: [{ stream: `review/${review}`, command: tied }] };
  },
});

/** The streams of the records that an action is made for. */
function served(by: { readonly [F in (typeof families)[number]]?: string | null }): readonly string[] {
  return families.flatMap((family) => (by[family] == null ? [] : [`${family}/${by[family]}`]));
}
