import { daysBefore } from '#domain/law/calendar';
import { month, monthOf, type Period, periodCode, periodName, tertial, tertialOf, wholeYear } from '#read-model/reports/periods';
import type { Option } from '#ui/field';

const NAMED = /^((?:19|20|21)\d\d)(?:-(\d\d?))?$/;
const [MONTHS, TERTIALS, YEARS] = [12, 3, 3];

/** The period of such a name; null for anything else. */
export function periodOf(code: string): Period | null {
  const [, year, part] = NAMED.exec(code) ?? [];
  if (year === undefined) return null;
  if (part === undefined) return wholeYear(Number(year));
  const n = Number(part);
  if (part.length === 2) return n >= 1 && n <= 12 ? month(Number(year), n) : null;
  return n === 1 || n === 2 || n === 3 ? tertial(Number(year), n) : null;
}

/** The month that ended last. */
export const lastMonth = (today: string): Period => monthOf(daysBefore(`${today.slice(0, 7)}-01`, 1));

/** Periods that have ended, the last first: months, tertials and years; the asked one among them, whatever it is. */
export function endedPeriods(today: string, asked: Period): readonly Option[] {
  const back = (first: Period, before: (day: string) => Period, n: number): readonly Period[] =>
    Array.from({ length: n - 1 }).reduce<readonly Period[]>((all) => [...all, before(daysBefore(all.at(-1)?.from ?? first.from, 1))], [first]);
  const year = (day: string) => wholeYear(Number(day.slice(0, 4)));
  const ended = [
    ...back(lastMonth(today), monthOf, MONTHS),
    ...back(tertialOf(daysBefore(tertialOf(today).from, 1)), tertialOf, TERTIALS),
    ...back(year(daysBefore(year(today).from, 1)), year, YEARS),
  ];
  const all = ended.some(({ from, to }) => from === asked.from && to === asked.to) ? ended : [asked, ...ended];
  return all.map((period) => ({ value: periodCode(period), label: periodName(period) }));
}
