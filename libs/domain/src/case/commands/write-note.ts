import { words } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { notCancelled } from '../decide/guards.js';
import type { NewCaseEvent } from '../events.schema.js';
import { linkers } from '../who.js';

/** A note for those who handle the case, not for the one who spoke up; also when it has ended. */
export const writeNote = defineCaseCommand({
  name: 'WriteNote',
  input: { text: words },
  who: linkers,
  mustStand: notCancelled,
  offered: [{ stages: 'any', when: 'always' }],
  afterEnd: true,
  title: 'Skriv en intern anteckning',
  button: 'Spara anteckningen',
  form: {
    text: {
      label: 'Anteckning',
      hint: 'Läses av dem som handlägger ärendet, inte av den som hörde av sig. Den sparas i ärendet, och den som anteckningen handlar om kan begära ut den: skriv sakligt. Uppgifter som betyder något för beslutet förs in i utredningen (FL 27 §).',
    },
  },
  decide(_state, { text }): readonly NewCaseEvent[] {
    return [{ type: 'NoteWritten', open: {}, sealed: { text } }];
  },
});
