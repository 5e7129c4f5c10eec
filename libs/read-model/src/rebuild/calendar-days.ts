import { isWorkingDay } from '#domain/law/calendar';

const FIRST = Date.UTC(2000, 0, 1);
const LAST = Date.UTC(2100, 11, 31);
const DAY_MS = 86_400_000;

/** Each day from 2000 to 2100 with the running number of its working day: two of them subtracted are the working days between. */
export function* calendarDays(): Iterable<{ readonly day: string; readonly workday: number }> {
  let workday = 0;
  for (let at = FIRST; at <= LAST; at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (isWorkingDay(day)) workday += 1;
    yield { day, workday };
  }
}
