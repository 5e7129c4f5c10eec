import { z } from 'zod';
import { key } from '../../shapes.schema.js';
import { defineProcessEvent } from '../process-map.js';

export const mapBegun = defineProcessEvent({
  name: 'MapBegun',
  label: 'Processkartan påbörjades',
  open: z.object({ number: key, unit: key }),
  begin: (id, { open, version, at }) => ({ ...open, id, version, begunAt: at, parts: [], endedAt: null }),
});
