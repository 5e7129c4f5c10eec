import { typedNumber } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { withIvo } from '../decide/guards.js';
import type { NewCaseEvent } from '../events.schema.js';

/** Records IVO's number for the matter. */
export const recordIvoNumber = defineCaseCommand({
  name: 'RecordIvoNumber',
  input: { ivoNumber: typedNumber },
  who: [],
  mustStand: withIvo('RecordIvoNumber'),
  offered: [{ stages: 'any', when: ['noIvoNumber'] }],
  onDecisionPage: true,
  title: 'IVO:s ärendenummer',
  button: 'Spara numret',
  form: {
    ivoNumber: { label: 'IVO:s diarienummer' },
  },
  decide(state, command): readonly NewCaseEvent[] {
    return state.ivoTrack.ivoNumber === command.ivoNumber ? [] : [{ type: 'IvoAcknowledged', open: { ivoNumber: command.ivoNumber } }];
  },
});
