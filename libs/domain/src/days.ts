/** Days as people and other systems write them: `YYYY-MM-DD`, an existing day, within the years in which anything here can have happened or fall due. */

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
const MONTHS = ['Januari', 'Februari', 'Mars', 'April', 'Maj', 'Juni', 'Juli', 'Augusti', 'September', 'Oktober', 'November', 'December'] as const;
const SHAPE = /^([+-]?\d+)-(\d\d)-(\d\d)$/;

const FORM = 'Skriv dagen som åååå-mm-dd, till exempel 2026-09-03';
const MOMENT = 'Ska vara en tidpunkt, till exempel 2026-11-22T10:00:00Z';

/** The fault of a day, in Swedish; null for a valid day. */
export function faultOfDay(text: string): string | null {
  const [, yearText = '', monthText = '', dayText = ''] = SHAPE.exec(text) ?? [];
  if (yearText === '') return FORM;
  if (!/^\d{4}$/.test(yearText)) return 'Året ska ha fyra siffror. Skriv dagen som åååå-mm-dd';
  const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText)];
  if (year < FIRST_YEAR || year > LAST_YEAR) return `Året ${yearText} går inte att ange. Det ska vara mellan ${FIRST_YEAR} och ${LAST_YEAR}`;
  const name = MONTHS[month - 1];
  if (name === undefined) return `Månad ${monthText} finns inte. Skriv dagen som åååå-mm-dd`;
  const days = daysIn(year, month);
  return day < 1 || day > days ? `${name} ${year} har ${days} dagar. Dag ${dayText} finns inte` : null;
}

export const isDay = (text: string): boolean => faultOfDay(text) === null;

/** The fault of an instant that can't be parsed: its day, where that is the fault. */
export function faultOfInstant(text: string): string {
  const [day = '', ...time] = text.split('T');
  const fault = faultOfDay(day);
  return fault !== null && (time.length === 0 || SHAPE.test(day)) ? fault : MOMENT;
}

/** Whether a stored text is an instant, and not a day or a code. */
export const isInstantText = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T/.test(text);

/** Whether the instant (as `Date.toISOString` writes it) is within the valid days, with a day's margin for time zones other than UTC. */
export function isWithinDays(instant: string): boolean {
  return instant >= `${FIRST_YEAR - 1}-12-31` && instant < `${LAST_YEAR + 1}-01-02`;
}

const daysIn = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** A day (YYYY-MM-DD) as a sentence says it: “1 december 2027”. */
export const dayInWords = (day: string): string => `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]?.toLowerCase()} ${day.slice(0, 4)}`;
