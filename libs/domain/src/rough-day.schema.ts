import { asRoughDay, isRoughDay } from './rough-day.js';
import { text } from './text.schema.js';

/** A day as far as it is known, as a person types it: a day, a month or a year, also as “mars 2024”. It has no room for anything else. */
export const typedRoughDay = text()
  .overwrite(asRoughDay)
  .refine(isRoughDay, 'Skriv dagen (2024-03-15), månaden (2024-03) eller året (2024), så långt det är känt')
  .meta({ 'x-text': 'checked' });

export const roughDayHint = 'Skriv dagen, månaden eller året, så långt det är känt: 2024-03-15, 2024-03 eller 2024.';
