import { Lacking } from '../../lacks.js';
import { chiefs } from '../../records/who.js';
import { date, id, words } from '../../shapes.schema.js';
import { defineActionCommand, isOver, isUnderWay } from '../action.js';
import { actionDropped, actionExtended, actionPostponed, ownerChanged } from '../events/action-changed.js';
import { dayLacks, dueForm, effectDueForm } from './days.js';
import { ownerForm, ownerLacks } from './owner.js';

/** Gives it other days, with reasons. */
export const postponeAction = defineActionCommand({
  name: 'PostponeAction',
  input: { due: date, effectDue: date, reasons: words },
  who: chiefs,
  title: 'Ändra dagarna',
  button: 'Spara dagarna',
  form: { due: dueForm, effectDue: effectDueForm, reasons: { label: 'Varför?' } },
  offered: isUnderWay,
  decide(_action, { due, effectDue, reasons }, { today }) {
    new Lacking('PostponeAction').add(dayLacks('PostponeAction', { due, effectDue }, today)).orRefuse();
    return [actionPostponed.of({ due, effectDue }, { reasons })];
  },
});

/** Gives it to another owner. */
export const changeOwner = defineActionCommand({
  name: 'ChangeOwner',
  input: { owner: id },
  who: chiefs,
  title: 'Byt ansvarig',
  button: 'Byt ansvarig',
  form: { owner: ownerForm },
  offered: (action) => action.owner !== null && !isOver(action),
  decide(action, { owner }, context) {
    new Lacking('ChangeOwner')
      .need(action.owner !== owner, 'owner', 'Personen är redan ansvarig')
      .add(ownerLacks('ChangeOwner', owner, action.unit, context), 'outOfReach')
      .orRefuse();
    return [ownerChanged.of({ owner })];
  },
});

/** One action may serve several risks. */
export const extendAction = defineActionCommand({
  name: 'ExtendAction',
  input: { risk: id },
  who: chiefs,
  title: 'Koppla till en risk',
  button: 'Koppla till risken',
  form: { risk: { label: 'Vilken risk ska den också hjälpa mot?', hint: 'Skriv riskens nummer.', of: 'record' } },
  offered: (action) => !isOver(action),
  refers: ({ risk }) => [`risk/${risk}`],
  decide(action, { risk }) {
    new Lacking('ExtendAction').need(!action.serves.includes(`risk/${risk}`), 'risk', 'Åtgärden är redan kopplad till risken').orRefuse();
    return [actionExtended.of({ serves: `risk/${risk}` })];
  },
});

/** It will not be done, with reasons. */
export const dropAction = defineActionCommand({
  name: 'DropAction',
  input: { reasons: words },
  who: chiefs,
  title: 'Avför åtgärden',
  button: 'Avför åtgärden',
  form: { reasons: { label: 'Varför genomförs den inte?' } },
  offered: (action) => action.state === 'proposed' || isUnderWay(action),
  decide: (_action, { reasons }) => [actionDropped.of({}, { reasons })],
});
