import { defineCreation } from '../../records/record-command.js';
import { unitCode } from '../../shapes.schema.js';
import { mapBegun } from '../events/map-begun.js';
import { processKeepers } from '../who.js';

/** Begins the process map of a unit, a division or a board. Those who work below it read it too. */
export const beginMap = defineCreation('process', {
  name: 'BeginMap',
  input: { unit: unitCode },
  who: processKeepers,
  title: 'Påbörja en processkarta',
  button: 'Spara processkartan',
  form: { unit: { label: 'Vilken del av organisationen gäller den?', hint: 'Den gäller också alla enheter under.', of: 'unit' } },
  unitOf: ({ unit }) => unit,
  decide: (number, { unit }) => [mapBegun.of({ number, unit })],
});
