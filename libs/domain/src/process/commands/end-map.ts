import { words } from '../../shapes.schema.js';
import { mapEnded } from '../events/map-ended.js';
import { defineProcessCommand, isOpen } from '../process-map.js';
import { processKeepers } from '../who.js';

/** Ends a map that was begun by mistake or has been replaced by another. It can still be read. */
export const endMap = defineProcessCommand({
  name: 'EndMap',
  input: { reasons: words },
  who: processKeepers,
  title: 'Avsluta processkartan',
  button: 'Avsluta processkartan',
  form: { reasons: { label: 'Varför gäller den inte längre?' } },
  offered: isOpen,
  decide: (_map, { reasons }) => [mapEnded.of({}, { reasons })],
});
