import { z } from 'zod';
import { flag, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';

/** What the case is called by those who read its words, or that it is called nothing any more. The title is sealed: it goes with the key of the case or its part. */
export const caseTitled = defineCaseEvent({
  name: 'CaseTitled',
  label: 'Rubriken skrevs',
  open: z.object({ written: flag }),
  sealed: sealed('title'),
  says: ({ written }): string | null => (written ? null : 'Rubriken togs bort'),
  evolve: (_state, { open, position }): Change => ({ titledAt: open.written ? position : null }),
});
