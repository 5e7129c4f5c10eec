import { Lacking } from '../../lacks.js';
import { stockholmDate } from '../../law/calendar.js';
import { date, maybeWords } from '../../shapes.schema.js';
import { defineActionCommand, isUnderWay } from '../action.js';
import { actionCompleted } from '../events/action-completed.js';
import { doers } from '../who.js';

/** It is done. From here on its effect is waited for. */
export const completeAction = defineActionCommand({
  name: 'CompleteAction',
  input: { doneOn: date, how: maybeWords },
  who: doers,
  title: 'Åtgärden är genomförd',
  button: 'Spara som genomförd',
  form: { doneOn: { label: 'Vilken dag blev den klar?' }, how: { label: 'Vad gjordes?', required: false } },
  offered: isUnderWay,
  decide({ decidedAt }, { doneOn, how }, { today }) {
    new Lacking('CompleteAction')
      .need(doneOn <= today, 'doneOn', 'Dagen kan inte ligga framåt i tiden')
      .need(decidedAt === null || doneOn >= stockholmDate(decidedAt), 'doneOn', 'Åtgärden kan inte bli klar före beslutet om den')
      .orRefuse();
    return [actionCompleted.of({ doneOn }, how ? { how } : {})];
  },
});
