import { Lacking } from '../../lacks.js';
import { id, typedKey, words } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { whileOpen } from '../decide/guards.js';
import type { NewCaseEvent } from '../events.schema.js';
import { chiefs } from '../who.js';

/** Records that no action is needed, for a cause or for the case. */
export const decideNoAction = defineCaseCommand({
  name: 'DecideNoAction',
  input: { causeId: id.nullable().default(null), reason: typedKey.default('notNeeded'), text: words },
  decidesMatter: true,
  who: chiefs,
  mustStand: whileOpen,
  offered: [{ stages: ['assessing', 'followUp'], when: 'always' }],
  title: 'Ingen åtgärd behövs',
  button: 'Spara',
  form: {
    causeId: { label: 'Gäller det en viss orsak?', asked: ['hasCauses'] },
    text: { label: 'Varför behövs ingen åtgärd?' },
  },
  decide(state, command): readonly NewCaseEvent[] {
    const isKnown = command.causeId === null || state.investigation.causes.some((cause) => cause.causeId === command.causeId);
    new Lacking('DecideNoAction').need(isKnown, 'causeId', 'Orsaken finns inte i ärendet', 'unknownReference').orRefuse();
    return [{ type: 'NoActionDecided', open: { causeId: command.causeId, reason: command.reason }, sealed: { text: command.text } }];
  },
});
