import { lackOfGaps } from '../../gaps.js';
import { Lacking } from '../../lacks.js';
import { words } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { onlyWhere } from '../decide/guards.js';
import { mailDue } from '../decide/mails.js';
import type { NewCaseEvent } from '../events.schema.js';
import { desk } from '../who.js';

/** Writes to the one who spoke up, who reads it with the receipt code. */
export const sendMessage = defineCaseCommand({
  name: 'SendMessage',
  input: { text: words },
  who: desk,
  mustStand: onlyWhere(
    ['canAnswer'],
    'SendMessage',
    'Meddelanden skrivs till den som har ärendets kod: den som har lämnat en synpunkt eller ett klagomål, eller rapporterat utan namn',
  ),
  offered: [{ stages: 'any', when: ['canAnswer'] }],
  afterEnd: true,
  title: 'Skriv till den som hörde av sig',
  button: 'Skicka',
  form: {
    text: { label: 'Meddelande', hint: 'Läses med ärendets kod.' },
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    new Lacking('SendMessage').add([lackOfGaps(command.text, 'SendMessage.text')]).orRefuse();
    return [{ type: 'MessageExchanged', open: { direction: 'out', dialogue: true }, sealed: { text: command.text } }, ...mailDue(state, 'message', context)];
  },
});
