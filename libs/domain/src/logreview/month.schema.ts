import { dayInWords } from '../days.js';
import { addDuration } from '../law/calendar.js';
import { text } from '../text.schema.js';

/** A calendar month as a person types it: `2026-10`. It has no room for anything else. */
export const typedMonth = text()
  .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/, 'Ange månaden som åååå-mm')
  .meta({ 'x-text': 'checked' });

/** The first day after a month. */
export const dayAfter = (month: string): string => addDuration(`${month}-01`, 'P1M');

/** “oktober 2026” */
export const monthInWords = (month: string): string => dayInWords(`${month}-01`).slice('1 '.length);
