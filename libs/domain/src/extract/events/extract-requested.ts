import { z } from 'zod';
import { dayInWords } from '../../days.js';
import { date, key, sealed } from '../../shapes.schema.js';
import { defineExtractEvent } from '../extract.js';

export const extractRequested = defineExtractEvent({
  name: 'ExtractRequested',
  label: 'Någon begärde registerutdrag',
  open: z.object({ number: key, unit: key, receivedOn: date, due: date }),
  sealed: sealed('person', 'personalNumber', 'sought'),
  detail: ({ receivedOn, due }) => `kom in den ${dayInWords(receivedOn)}, lämnas senast den ${dayInWords(due)}`,
  begin: (id, { open, version, at }) => ({
    ...open,
    id,
    version,
    requestedAt: at,
    judged: [],
    released: null,
    extendedOn: null,
    refused: null,
    endedAt: null,
    stepsTaken: [],
  }),
});
