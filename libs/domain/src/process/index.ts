import { processMapStatuses } from '../codes/processes.js';
import type { RecordType } from '../records/record-type.js';
import { beginMap } from './commands/begin-map.js';
import { addPart, endPart, renamePart } from './commands/change-part.js';
import { endMap } from './commands/end-map.js';
import { mapBegun } from './events/map-begun.js';
import { mapEnded } from './events/map-ended.js';
import { partAdded, partEnded, partRenamed } from './events/part-changed.js';
import { isOpen, type ProcessMap } from './process-map.js';
import { processReaders } from './who.js';

export type { ProcessMap, ProcessPart } from './process-map.js';

/** Process maps: the processes of a unit, a division or a board, with subprocesses and activities (docs/decisions/0039). */
export const processType: RecordType<ProcessMap> = {
  family: 'process',
  path: 'processes',
  page: 'processer',
  series: 'PRO',
  words: {
    the: 'processkartan',
    one: 'en processkarta',
    many: 'Processer',
    due: 'Närmast',
    purpose: 'Hur arbetet går till: processer, delprocesser och aktiviteter, och vem som svarar för dem.',
  },
  statuses: processMapStatuses,
  abouts: [],
  events: [mapBegun, partAdded, partRenamed, partEnded, mapEnded],
  creation: beginMap,
  commands: [addPart, renamePart, endPart, endMap],
  readers: processReaders,
  handedDown: true,
  ownerOf: () => null,
  agenda: () => [],
  facts(map) {
    return {
      status: isOpen(map) ? 'current' : 'ended',
      due: null,
      closed: !isOpen(map),
      values: { begunAt: map.begunAt, parts: map.parts.map(({ code }) => code), endedAt: map.endedAt },
    };
  },
  standing: {},
  heading: { term: 'Karta', of: () => 'Processkarta' },
  terms: ({ version }) => [{ term: 'Version', text: String(version) }],
  casesOf: () => [],
};
