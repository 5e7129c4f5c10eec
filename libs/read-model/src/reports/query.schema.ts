import { z } from 'zod';
import { faultOfDay } from '#domain/days';
import { day } from '#domain/days.schema';

const unit = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/, 'Ange enhetens kod')
  .optional();

/** The query of a table: `to` is exclusive; without dates the current year; without unit the board. */
export const reportQuery = z.object({
  unit: unit.describe('Enhetens kod; nämnden om inget anges'),
  from: day.optional().describe('Första mottagningsdag'),
  to: day.optional().describe('Första dag som inte räknas med'),
  asOf: z
    .union([day, z.string().regex(/^position:\d{1,15}$/)], {
      error: ({ input }) => (/^position/.test(String(input)) ? null : faultOfDay(String(input))) ?? 'Ska vara ett datum eller position:<nummer>',
    })
    .optional()
    .describe('Läget vid slutet av en dag, eller vid en position'),
  organisation: z.enum(['now', 'then'], { error: 'Ska vara now eller then' }).default('now').describe('Dagens organisation, eller den som gällde'),
  praise: z.enum(['include'], { error: 'Ska vara include' }).optional().describe('Räkna med beröm'),
  provider: z.enum(['own', 'private'], { error: 'Ska vara own eller private' }).optional().describe('Bara egen regi, eller bara privata utförare'),
});

/** The query of a figure's cases: no row is all rows, no column the asked unit's own. */
export const reportCasesQuery = reportQuery.extend({
  row: z
    .string()
    .regex(/^[A-Za-z0-9:-]{1,96}$/, 'Okänd rad')
    .optional(),
  column: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/, 'Okänd kolumn')
    .default('count'),
  page: z.coerce.number({ error: 'Ska vara ett tal' }).int().min(1).max(100_000).default(1),
});

export type ReportQuery = z.infer<typeof reportQuery>;
export type ReportCasesQuery = z.infer<typeof reportCasesQuery>;
