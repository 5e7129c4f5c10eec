import { parties } from '../../codes/case-codes.js';
import { oneOf, words } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import type { NewCaseEvent } from '../events.schema.js';

/** Adds a note to the case, also when it has ended. */
export const addToCase = defineCaseCommand({
  name: 'AddToCase',
  input: { by: oneOf(parties), text: words },
  who: 'anyone',
  offered: [{ stages: 'any', when: 'always' }],
  afterEnd: true,
  title: 'Lägg till en uppgift',
  button: 'Lägg till',
  form: {
    by: { label: 'Från vem?' },
    text: { label: 'Uppgiften' },
  },
  decide(_state, command): readonly NewCaseEvent[] {
    return [{ type: 'AddendumMade', open: { by: command.by, has: ['text'] }, sealed: { text: command.text } }];
  },
});
