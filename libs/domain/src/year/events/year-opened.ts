import { z } from 'zod';
import { roles } from '../../codes/roles.js';
import { yearDuties } from '../../codes/year-duties.js';
import { date, key, oneOf } from '../../shapes.schema.js';
import { defineYearEvent } from '../year.js';

export const yearOpened = defineYearEvent({
  name: 'YearOpened',
  label: 'Året öppnades',
  open: z.object({
    number: key,
    unit: key,
    year: z.int().min(2000).max(2200),
    duties: z.array(z.object({ duty: oneOf(yearDuties), role: oneOf(roles), opens: date, due: date })).min(1),
  }),
  detail: ({ duties }) => (duties.length === 1 ? 'en uppgift' : `${duties.length} uppgifter`),
  begin: (id, { open, version, at }) => ({
    ...open,
    id,
    version,
    openedAt: at,
    duties: open.duties.map((duty) => ({ ...duty, state: 'waiting' as const, on: null })),
    improvements: [],
    endedAt: null,
    stepsTaken: [],
  }),
});
