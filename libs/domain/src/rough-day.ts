import { dayInWords, isDay } from './days.js';
import { addDuration, daysBefore } from './law/calendar.js';

/** A day as far as it is known: a day (`2023-05-23`), a month (`2024-03`) or a year (`2023`). It is shown as it is known, and never as more. */
export type RoughDay = string;

const MONTHS = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];
const WORDED = /^(?:(\d{1,2}) )?([a-zåäö]+) (\d{4})$/;
const two = (n: number): string => String(n).padStart(2, '0');

/** “mars 2024” and “3 mars 2024” as `2024-03` and `2024-03-03`; anything else as it stands. */
export function asRoughDay(typed: string): string {
  const [, day, month = '', year = ''] = WORDED.exec(typed.trim().toLowerCase()) ?? [];
  const n = MONTHS.indexOf(month) + 1;
  return n === 0 ? typed.trim() : `${year}-${two(n)}${day === undefined ? '' : `-${two(Number(day))}`}`;
}

export const isRoughDay = (text: string): boolean => isDay(text) || (/^\d{4}(?:-\d{2})?$/.test(text) && isDay(firstDayOf(text)));

/** The first and the last day (YYYY-MM-DD) that it can be. */
export const firstDayOf = (rough: RoughDay): string => `${rough}-01-01`.slice(0, 10);
export function lastDayOf(rough: RoughDay): string {
  if (rough.length === 10) return rough;
  return daysBefore(addDuration(firstDayOf(rough), rough.length === 7 ? 'P1M' : 'P1Y'), 1);
}

/** “23 maj 2023”, “mars 2024”, “2023”. */
export const roughDayInWords = (rough: RoughDay): string =>
  rough.length === 4 ? rough : rough.length === 7 ? dayInWords(`${rough}-01`).slice('1 '.length) : dayInWords(rough);

/** In order of time by the last day that each can be, the exact one first: what may still come is never put before what has been. */
export const compareRoughDays = (one: RoughDay, other: RoughDay): number => lastDayOf(one).localeCompare(lastDayOf(other)) || other.length - one.length;
