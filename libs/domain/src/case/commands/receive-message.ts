import { words } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import type { NewCaseEvent } from '../events.schema.js';

/**
 * A message through the receipt code; not offered on the command route.
 */
export const receiveMessage = defineCaseCommand({
  name: 'ReceiveMessage',
  input: { text: words },
  who: 'code',
  decide(_state, command): readonly NewCaseEvent[] {
    return [{ type: 'MessageExchanged', open: { direction: 'in', dialogue: true }, sealed: { text: command.text } }];
  },
});
