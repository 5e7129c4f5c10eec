import { z } from 'zod';
import { labelOf } from '../../codes/code.js';
import { answeringLevels, processParts, processSeries } from '../../codes/processes.js';
import { dayInWords } from '../../days.js';
import { date, key, oneOf, sealed } from '../../shapes.schema.js';
import { defineProcessEvent } from '../process-map.js';

export const partAdded = defineProcessEvent({
  name: 'PartAdded',
  label: 'En del lades till',
  open: z.object({
    part: key,
    kind: oneOf(processParts),
    series: oneOf(processSeries),
    under: key.nullable(),
    answers: oneOf(answeringLevels),
    from: date,
  }),
  sealed: sealed('name'),
  detail: ({ part, kind, from }) => `${labelOf(processParts, kind).toLowerCase()} ${part}, från den ${dayInWords(from)}`,
  evolve: ({ parts }, { open: { part, ...rest } }) => ({ parts: [...parts, { code: part, ...rest, to: null }] }),
});

export const partRenamed = defineProcessEvent({
  name: 'PartRenamed',
  label: 'En del fick ett nytt namn',
  open: z.object({ part: key }),
  sealed: sealed('name'),
  detail: ({ part }) => part,
});

export const partEnded = defineProcessEvent({
  name: 'PartEnded',
  label: 'En del fick en sista dag',
  open: z.object({ part: key, to: date }),
  detail: ({ part, to }) => `${part}, till och med den ${dayInWords(to)}`,
  evolve: ({ parts }, { open: { part, to } }) => ({ parts: parts.map((one) => (one.code === part ? { ...one, to } : one)) }),
});
