import { z } from 'zod';
import { type RefusalCode, refusals } from '#domain/errors';
import { lack } from './answer-parts.schema.js';

export const problemSchema = 'Problem';

const faults = {
  unavailable: 'Tjänsten är inte tillgänglig just nu',
  full: 'Det går inte att spara just nu',
  fault: 'Något gick fel hos oss',
  notAllowed: 'Så kan adressen inte användas',
} as const;
const titles: Readonly<Record<string, string>> = {
  ...Object.fromEntries((Object.keys(refusals) as RefusalCode[]).map((code) => [code, refusals[code].title])),
  ...faults,
};

/** Every error has this form (RFC 9457). */
export const problemAnswer = z
  .strictObject({
    type: z.string(),
    title: z.string().describe('Vad som är fel, på svenska'),
    status: z.int(),
    code: z.enum(Object.keys(titles) as [string, ...string[]]).meta({ 'x-enum-labels': titles }),
    detail: z.string().optional(),
    missing: z.array(lack).optional().describe('Allt som fattas eller är fel, var och ett med sitt fält'),
    changed: z
      .array(z.strictObject({ version: z.int(), type: z.string(), text: z.string() }))
      .optional()
      .describe('Vid 412: vad som hänt sedan dess'),
  })
  .meta({ id: problemSchema });
