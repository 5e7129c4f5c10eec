import { Lacking } from '../../lacks.js';
import { chiefs } from '../../records/who.js';
import { date, id } from '../../shapes.schema.js';
import { defineActionCommand } from '../action.js';
import { actionDecided, actionStarted } from '../events/action-decided.js';
import { doers } from '../who.js';
import { dayLacks, dueForm, effectDueForm } from './days.js';
import { ownerForm, ownerLacks } from './owner.js';

/** Decides that it is to be done, by whom and until when, and when its effect is to be judged. */
export const decideAction = defineActionCommand({
  name: 'DecideAction',
  input: { owner: id, due: date, effectDue: date },
  who: chiefs,
  title: 'Besluta om åtgärden',
  button: 'Besluta att genomföra den',
  form: { owner: ownerForm, due: dueForm, effectDue: effectDueForm },
  offered: ({ state }) => state === 'proposed',
  decide({ unit }, { owner, due, effectDue }, context) {
    new Lacking('DecideAction')
      .add(dayLacks('DecideAction', { due, effectDue }, context.today))
      .add(ownerLacks('DecideAction', owner, unit, context), 'outOfReach')
      .orRefuse();
    return [actionDecided.of({ owner, due, effectDue })];
  },
});

/** The work has begun. */
export const startAction = defineActionCommand({
  name: 'StartAction',
  input: {},
  who: doers,
  title: 'Börja med åtgärden',
  button: 'Arbetet har börjat',
  form: {},
  offered: ({ state }) => state === 'decided',
  decide: () => [actionStarted.of({})],
});
