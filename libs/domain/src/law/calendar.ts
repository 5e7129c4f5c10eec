import { Temporal } from 'temporal-polyfill';
import { remembered } from './remembered.js';

/**
 * Swedish days and hours. Dates are `YYYY-MM-DD` in Stockholm; instants are in the form of `Date.toISOString`,
 * with milliseconds and `Z`, so that they can be compared as text.
 *
 * Sources: lag (1989:253) om allmänna helgdagar, 1–2 §§ (the holidays; national day for Whit Monday from 2005 by SFS 2004:1320),
 * lag (1930:173) om beräkning av lagstadgad tid, 2 § (Saturdays and the three eves that count as holidays).
 */
const ZONE = 'Europe/Stockholm';
const WORK_BEGINS = 8;
const WORK_ENDS = 16;
const SATURDAY = 6;
const DAY_MS = 86_400_000;

const dateOf = (date: string) => Temporal.PlainDate.from(date);
const momentOf = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
const written = (moment: Temporal.ZonedDateTime) => moment.toInstant().toString({ fractionalSecondDigits: 3 });

/** Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}

/** The weekdays off in a year. Holidays that always fall on a Saturday or Sunday need no row here. */
export const daysOff = remembered((year: number): ReadonlySet<string> => {
  const easter = easterSunday(year);
  const fromEaster = (days: number) => easter.add({ days }).toString();
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
  const midsummerEve = on(6, 19).add({ days: (12 - on(6, 19).dayOfWeek) % 7 });
  return new Set([
    on(1, 1).toString(),
    on(1, 6).toString(),
    fromEaster(-2),
    fromEaster(1),
    on(5, 1).toString(),
    fromEaster(39),
    year < 2005 ? fromEaster(50) : on(6, 6).toString(),
    midsummerEve.toString(),
    on(12, 24).toString(),
    on(12, 25).toString(),
    on(12, 26).toString(),
    on(12, 31).toString(),
  ]);
});

function isWorking(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek < SATURDAY && !daysOff(date.year).has(date.toString());
}

export function isWorkingDay(date: string): boolean {
  return isWorking(dateOf(date));
}

/** The date itself when it is a working day, otherwise the next that is. */
export const workingDayFrom = remembered((date: string): string => {
  let day = dateOf(date);
  while (!isWorking(day)) day = day.add({ days: 1 });
  return day.toString();
});

/** The date itself when it is a working day, otherwise the last one before it. */
export const workingDayUpTo = remembered((date: string): string => {
  let day = dateOf(date);
  while (!isWorking(day)) day = day.subtract({ days: 1 });
  return day.toString();
});

/** The n-th working day after the date; 0 gives the date itself. */
export const addWorkingDays = remembered((date: string, n: number): string => {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  let day = dateOf(date);
  for (let left = n; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorking(day)) left -= 1;
  }
  return day.toString();
});

/** UTC in ms. @throws RangeError for an invalid date */
const midnightOf = (date: string): number => Date.parse(dateOf(date).toString());

/** Working days after `from`, up to and including `to`; negative when `to` is the earlier. */
export const workingDaysBetween = remembered((from: string, to: string): number => {
  const [start, end] = [midnightOf(from), midnightOf(to)];
  // By the number of each day alone: a page of fifty late cases asks for thousands of days.
  let n = 0;
  for (let at = Math.min(start, end) + DAY_MS; at <= Math.max(start, end); at += DAY_MS) {
    const day = new Date(at);
    const weekday = day.getUTCDay();
    if (weekday > 0 && weekday < SATURDAY && !daysOff(day.getUTCFullYear()).has(day.toISOString().slice(0, 10))) n += 1;
  }
  return start > end && n > 0 ? -n : n;
});

const WORKING_DAYS = /^P(\d+)BD$/;
const CALENDAR = /^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/;

/**
 * The last day of a period that starts on the date: ISO durations in whole days and longer, and our own `P10BD`, ten working days.
 * In a month without that day the period ends on its last day (31 January and one month is the last of February).
 */
export const addDuration = remembered((date: string, duration: string): string => {
  const working = WORKING_DAYS.exec(duration);
  if (working) return addWorkingDays(date, Number(working[1]));
  if (!CALENDAR.test(duration)) throw new RangeError(`not a duration in days: ${duration}`);
  return dateOf(date).add(Temporal.Duration.from(duration), { overflow: 'constrain' }).toString();
});

/** The day so many days before another. */
export const daysBefore = (date: string, days: number): string => dateOf(date).subtract({ days }).toString();

/** Stockholm is whole hours from UTC, so an hour in UTC has one date; folding a year asks for the same hours again and again. */
const dateOfHour = remembered((hour: string): string => momentOf(`${hour}:00:00Z`).toPlainDate().toString());

/** The date in Stockholm at the instant. */
export const stockholmDate = (instant: string): string =>
  instant.endsWith('Z') ? dateOfHour(instant.slice(0, 13)) : momentOf(instant).toPlainDate().toString();

export const startOfDay = remembered((date: string): string => {
  return written(dateOf(date).toZonedDateTime(ZONE));
});

/**
 * The instant at which the clocks in Stockholm show the time (HH:MM) on the date: the first of the two in the hour that comes twice in autumn, null in
 * the hour that is left out in spring.
 */
export function momentOn(date: string, time: string): string | null {
  const shown = dateOf(date).toPlainDateTime(Temporal.PlainTime.from(time));
  const moment = shown.toZonedDateTime(ZONE, { disambiguation: 'earlier' });
  return moment.toPlainDateTime().equals(shown) ? written(moment) : null;
}

/** 23:59:59, the last second on which a duty due that day is met. */
export const endOfDay = remembered((date: string): string => {
  return written(dateOf(date).toZonedDateTime({ timeZone: ZONE, plainTime: '23:59:59' }));
});

export const atWorkingTime = remembered((date: string, hour: number): string => {
  if (!Number.isInteger(hour) || hour < WORK_BEGINS || hour >= WORK_ENDS) throw new RangeError(`not a working hour: ${hour}`);
  return written(dateOf(date).toZonedDateTime({ timeZone: ZONE, plainTime: { hour } }));
});

const isInside = (moment: Temporal.ZonedDateTime) => isWorking(moment.toPlainDate()) && moment.hour >= WORK_BEGINS && moment.hour < WORK_ENDS;

/**
 * The instant itself within 08:00–16:00 on a working day, otherwise the next opening.
 * The caller gives the jitter (for instance from the case's id), so that a hundred cases do not send mail at eight sharp;
 * it is dropped where it would move a reminder past the day.
 */
export const intoWorkingHours = (instant: string, jitterMinutes = 0): string => within(instant, jitterMinutes);

const within = remembered((instant: string, jitterMinutes: number): string => {
  if (!Number.isInteger(jitterMinutes) || jitterMinutes < 0) throw new RangeError(`not a number of minutes: ${jitterMinutes}`);
  const moment = momentOf(instant);
  const first = isInside(moment) ? moment : opening(moment);
  const later = first.add({ minutes: jitterMinutes });
  return written(isInside(later) && later.toPlainDate().equals(first.toPlainDate()) ? later : first);
});

function opening(moment: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const today = moment.toPlainDate();
  const from = moment.hour < WORK_BEGINS ? today : today.add({ days: 1 });
  const day = dateOf(workingDayFrom(from.toString()));
  return day.toZonedDateTime({ timeZone: ZONE, plainTime: { hour: WORK_BEGINS } });
}
