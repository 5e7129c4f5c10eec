import { z } from 'zod';
import { instant, words } from '../shapes.schema.js';

/** One command: its name and its fields; unknown fields are refused. */
export const command = <const N extends string, S extends z.ZodRawShape>(type: N, shape: S) =>
  z
    .object({ type: z.literal(type), ...shape })
    .strict()
    .meta({ id: type });
/** Why, in the words of the one who decides. */
export const reasons = words;
/** When it was done, if not now: feedback given on Tuesday and written down on Thursday. */
export const at = instant.optional();
