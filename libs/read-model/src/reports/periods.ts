import { addDuration, daysBefore } from '#domain/law/calendar';

/** Days from `from`, up to and not including `to`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const MONTH = new Intl.DateTimeFormat('sv-SE', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const TERTIAL = /-(01|05|09)-01$/;
const yearOf = (date: string): number => Number(date.slice(0, 4));
const firstOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-01`;

/** Four months, as Swedish municipalities count: from January, May and September. */
export const tertial = (year: number, n: 1 | 2 | 3): Period => ({
  from: firstOf(year, n * 4 - 3),
  to: n === 3 ? firstOf(year + 1, 1) : firstOf(year, n * 4 + 1),
});
export const month = (year: number, n: number): Period => ({ from: firstOf(year, n), to: n === 12 ? firstOf(year + 1, 1) : firstOf(year, n + 1) });
export const wholeYear = (year: number): Period => ({ from: firstOf(year, 1), to: firstOf(year + 1, 1) });
export const monthOf = (date: string): Period => month(yearOf(date), Number(date.slice(5, 7)));
/** The tertial that the day is in. */
export const tertialOf = (date: string): Period => tertial(yearOf(date), Math.ceil(Number(date.slice(5, 7)) / 4) as 1 | 2 | 3);

const isTertial = ({ from, to }: Period): boolean => TERTIAL.test(from) && addDuration(from, 'P4M') === to;
const isMonth = ({ from, to }: Period): boolean => from.endsWith('-01') && addDuration(from, 'P1M') === to;
const isYear = ({ from, to }: Period): boolean => from.endsWith('-01-01') && addDuration(from, 'P1Y') === to;

/** "T3 2026", "2026", "oktober 2026", or the days themselves, the last one included. */
export function periodName(period: Period): string {
  if (isYear(period)) return period.from.slice(0, 4);
  if (isTertial(period)) return `T${tertialNumber(period)} ${period.from.slice(0, 4)}`;
  if (isMonth(period)) return MONTH.format(new Date(`${period.from}T12:00:00Z`));
  return `${period.from} – ${lastDay(period)}`;
}
/** The name of a period in an address: "2026-10" a month, "2026-3" a tertial, "2026" a year. */
export function periodCode(period: Period): string {
  const year = period.from.slice(0, 4);
  if (isMonth(period)) return period.from.slice(0, 7);
  return isYear(period) ? year : `${year}-${Math.ceil(Number(period.from.slice(5, 7)) / 4)}`;
}
const tertialNumber = ({ from }: Period): number => (Number(from.slice(5, 7)) + 3) / 4;

/** The last day that is included. */
export const lastDay = ({ to }: Pick<Period, 'to'>): string => daysBefore(to, 1);

/** The period just before, of the same kind: the year before a year, the tertial before a tertial, the month before a month, otherwise as many days. */
export function periodBefore(period: Period): Period {
  if (isYear(period)) return yearBefore(period);
  if (isTertial(period)) return tertialOf(daysBefore(period.from, 1));
  if (isMonth(period)) return monthOf(daysBefore(period.from, 1));
  const days = Math.round((Date.parse(period.to) - Date.parse(period.from)) / DAY_MS);
  return { from: daysBefore(period.from, days), to: period.from };
}

/** The same days a year earlier; what begins on 29 February begins on the first of March. */
export const yearBefore = ({ from, to }: Period): Period => ({ from: aYearEarlier(from), to: aYearEarlier(to) });
const aYearEarlier = (date: string): string => (date.endsWith('-02-29') ? `${yearOf(date) - 1}-03-01` : `${yearOf(date) - 1}${date.slice(4)}`);

const DAY_MS = 86_400_000;

/** The parts of a period by month where it is a year at most, else by tertial, cut at its ends; none that begins after `until`. */
export function partsOf(period: Period, until: string): readonly Period[] {
  const months = period.to <= addDuration(period.from, 'P1Y') ? 1 : 4;
  const parts: Period[] = [];
  const start = yearOf(period.from) * 12 + Number(period.from.slice(5, 7)) - 1;
  for (let month = start - (start % months); ; month += months) {
    const [from, to] = [firstOf(Math.floor(month / 12), (month % 12) + 1), firstOf(Math.floor((month + months) / 12), ((month + months) % 12) + 1)];
    if (from >= period.to || from > until) return parts;
    parts.push({ from: from < period.from ? period.from : from, to: to > period.to ? period.to : to });
  }
}
