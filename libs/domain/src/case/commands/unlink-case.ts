import { Lacking } from '../../lacks.js';
import { id } from '../../shapes.schema.js';
import { type Decision, defineCaseCommand } from '../case-command.js';
import { notCancelled } from '../decide/guards.js';
import { unlinked } from '../decide/linking.js';
import { linkers } from '../who.js';
import { reasons } from './shared.js';

/** Takes a link back. A duplicate is then a case of its own again, where it stood and with the duties that it had. */
export const unlinkCase = defineCaseCommand({
  name: 'UnlinkCase',
  input: { other: id, reasons },
  names: { other: 'linkedCase' },
  who: linkers,
  mustStand: notCancelled,
  alone: true,
  offered: [{ stages: 'any', when: ['hasLinks'] }],
  afterEnd: true,
  under: 'correct',
  title: 'Ta bort kopplingen till ett ärende',
  button: 'Ta bort kopplingen',
  form: {
    other: { label: 'Vilket ärende?', hint: 'Är det en dubblett öppnas den igen där den stod när den kopplades.' },
    reasons: { label: 'Varför hör de inte ihop?' },
  },
  decide(state, command, context, process): Decision {
    return unlinked(new Lacking('UnlinkCase'), state, command, process, context);
  },
});
