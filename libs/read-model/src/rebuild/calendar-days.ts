import { daysOff } from '#domain/law/calendar';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const DAY_MS = 86_400_000;
const SATURDAY = 6;

/** Each day from 2000 to 2100 with the running number of its working day: two of them subtracted are the working days between. */
export function* calendarDays(): Iterable<{ readonly day: string; readonly workday: number }> {
  let workday = 0;
  for (let at = Date.UTC(FIRST_YEAR, 0, 1); at < Date.UTC(LAST_YEAR + 1, 0, 1); at += DAY_MS) {
    const date = new Date(at);
    const day = date.toISOString().slice(0, 10);
    const weekday = date.getUTCDay();
    if (weekday > 0 && weekday < SATURDAY && !daysOff(date.getUTCFullYear()).has(day)) workday += 1;
    yield { day, workday };
  }
}
