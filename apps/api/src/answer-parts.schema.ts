import { z } from 'zod';

/* What the answers of several routes have in common. */

export const instant = z.string().meta({ format: 'date-time' });
export const day = z.string().meta({ format: 'date' });
export const id = z.string().meta({ format: 'uuid' });
export const version = z.int().describe('Ärendets version; står också i ETag');
export const position = z.int().nullable().describe('Plats i händelseloggen; null där inget ändrades');
export const events = z.array(z.strictObject({ type: z.string() }));
export const page = { total: z.int(), page: z.int() };
export const lack = z
  .strictObject({ field: z.string().describe('Fältet som avhjälper det: fält i samma anrop, eller Kommando.fält'), text: z.string() })
  .meta({ id: 'Lack' });
export const words = z.record(z.string(), z.unknown()).describe('Ord, bara för den som får läsa dem');
