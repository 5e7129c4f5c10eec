import type { Month } from '../codes/self-checks.js';
import { addDuration, daysBefore } from '../law/calendar.js';

/** The last day of the month of a day. */
export const endOfMonth = (day: string): string => daysBefore(addDuration(`${day.slice(0, 7)}-01`, 'P1M'), 1);

/** The last day of the first planned month that begins after the month of `day`. The months are not empty. */
export function dueAfter(months: readonly Month[], day: string): string {
  const first = `${day.slice(0, 7)}-01`;
  const ahead = Array.from({ length: 12 }, (_, n) => addDuration(first, `P${n + 1}M`));
  return endOfMonth(ahead.find((month) => months.some((code) => code === month.slice(5, 7))) ?? first);
}

/** The same, where the month of `day` counts too. */
export const dueFrom = (months: readonly Month[], day: string): string =>
  months.some((code) => code === day.slice(5, 7)) ? endOfMonth(day) : dueAfter(months, day);
