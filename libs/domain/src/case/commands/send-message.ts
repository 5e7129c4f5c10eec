import { words } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { mailDue } from '../decide/mails.js';
import type { NewCaseEvent } from '../events.schema.js';
import { desk } from '../who.js';

/** Writes to the one who spoke up, who reads it with the receipt code. */
export const sendMessage = defineCaseCommand({
  name: 'SendMessage',
  input: { text: words },
  who: desk,
  offered: [{ stages: 'any', when: ['canAnswer'] }],
  afterEnd: true,
  title: 'Skriv till den som hörde av sig',
  button: 'Skicka',
  form: {
    text: { label: 'Meddelande', hint: 'Läses med ärendets kod.' },
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    return [{ type: 'MessageExchanged', open: { direction: 'out', dialogue: true }, sealed: { text: command.text } }, ...mailDue(state, 'message', context)];
  },
});
