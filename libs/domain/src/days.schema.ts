import { z } from 'zod';
import { faultOfDay, faultOfInstant, isDay, isWithinDays } from './days.js';

/** `inSwedish` words the faults of values that are not text. */
const said = (faultOf: (text: string) => string | null) => (issue: { readonly input?: unknown }) =>
  typeof issue.input === 'string' ? (faultOf(issue.input) ?? undefined) : undefined;

/** A calendar day. Forms, bodies, queries, import rows and changes of the organisation all use this schema. */
export const day = z
  .string()
  .refine(isDay, { error: said(faultOfDay) })
  .meta({ format: 'date' });

/** An instant with millisecond precision in UTC, the only form that is stored. */
export const instant = z.iso.datetime({ offset: true, error: said(faultOfInstant) }).transform((text, ctx) => {
  const moment = new Date(text).toISOString();
  if (isWithinDays(moment)) return moment;
  ctx.addIssue({ code: 'custom', message: faultOfInstant(text) });
  return z.NEVER;
});

/** An instant, or a day that stands for its beginning or end. */
export const dayOrInstant = (instantOf: (day: string) => string) =>
  z.union([day.transform(instantOf), instant], {
    error: (issue) =>
      typeof issue.input === 'string' && !issue.input.includes('T')
        ? (faultOfDay(issue.input) ?? undefined)
        : said(faultOfInstant)(issue as { readonly input?: unknown }),
  });
