import { z } from 'zod';
import { actionAreas } from '../../codes/actions.js';
import { labelOf } from '../../codes/code.js';
import { roles } from '../../codes/roles.js';
import { streamName } from '../../records/stream.schema.js';
import { date, key, oneOf, sealed, several } from '../../shapes.schema.js';
import { defineActionEvent } from '../action.js';

export const actionProposed = defineActionEvent({
  name: 'ActionProposed',
  label: 'Åtgärden föreslogs',
  open: z.object({ number: key, unit: key, ownerRole: oneOf(roles), area: oneOf(actionAreas), serves: several(streamName), due: date }),
  sealed: sealed('what', 'howJudged'),
  detail: ({ area }) => labelOf(actionAreas, area),
  begin: (id, { open, version, at }) => ({
    id,
    version,
    number: open.number,
    unit: open.unit,
    proposedAt: at,
    ownerRole: open.ownerRole,
    area: open.area,
    serves: open.serves,
    owner: null,
    state: 'proposed',
    due: open.due,
    effectDue: null,
    decidedAt: null,
    doneOn: null,
    effect: null,
    round: 0,
    stepsTaken: [],
  }),
});
