import { z } from 'zod';
import { sealed } from '../../shapes.schema.js';
import { defineExtractEvent } from '../extract.js';

export const extractEnded = defineExtractEvent({
  name: 'ExtractEnded',
  label: 'Begäran avslutades utan utdrag',
  open: z.object({}),
  sealed: sealed('reasons'),
  evolve: (_extract, { at }) => ({ endedAt: at }),
});
