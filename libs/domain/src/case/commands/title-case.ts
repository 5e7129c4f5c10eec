import { Lacking } from '../../lacks.js';
import { defineCaseCommand } from '../case-command.js';
import { notCancelled } from '../decide/guards.js';
import type { NewCaseEvent } from '../events.schema.js';
import { caseTitle } from '../title.schema.js';
import { linkers } from '../who.js';

/** What those who work with the case call it, also when it has ended; without a title the one that stands is taken away, and codes are the heading again. */
export const titleCase = defineCaseCommand({
  name: 'TitleCase',
  input: { title: caseTitle },
  who: linkers,
  mustStand: notCancelled,
  alsoInStep: { stages: ['received'], when: ['untitled'] },
  title: 'Ärendets rubrik',
  button: 'Spara rubriken',
  form: {
    title: {
      label: 'Rubrik',
      hint: 'Vad ärendet gäller, så att ni känner igen det i listan: ”Maten var kall tre dagar i rad”. Högst 80 tecken, inga namn. Läses bara av dem som får läsa ärendets text.',
    },
  },
  decide({ titledAt }, { title = '' }): readonly NewCaseEvent[] {
    new Lacking('TitleCase').need(title !== '' || titledAt !== null, 'title', 'Skriv en rubrik').orRefuse();
    return [{ type: 'CaseTitled', open: { written: title !== '' }, sealed: title === '' ? undefined : { title } }];
  },
});
