import type { Filter } from '#domain/case/visible';
import { stockholmDate } from '#domain/law/calendar';
import type { ReadCore } from '#read-model/read-core';
import { attestedAmong } from '#read-model/reports/attested-parts';
import { month, type Period, periodCode, periodName, wholeYear } from '#read-model/reports/periods';
import { receivedByMonth, type UnitAsked } from '#read-model/reports/unit-figures';
import { unitTexts } from '#text/unit-page';
import type { MonthColumnsProps } from '#ui/chart/month-columns';

const SHORT = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'] as const;

/** What came in, month by month of the period's year beside the year before, of the cases that the reader sees. @param hrefOf the list of one month */
export async function monthsOf(
  core: ReadCore,
  sight: Filter,
  { unit, ...of }: UnitAsked & { readonly unit: string },
  now: string,
  hrefOf: (period: string) => string,
): Promise<MonthColumnsProps> {
  const year = Number(of.from.slice(0, 4));
  const today = stockholmDate(now);
  const both = [year - 1, year].flatMap((each) => SHORT.map((_, n) => month(each, n + 1)));
  const [received, attested] = await Promise.all([
    receivedByMonth(core.database, sight, { ...of, from: wholeYear(year - 1).from, to: wholeYear(year).to }, now),
    attestedAmong(core, unit, both, now),
  ]);
  const countOf = ({ from }: Period) => received.get(from.slice(0, 7)) ?? (attested.has(from) ? 0 : null);
  const months = SHORT.map((short, n) => {
    const [then, thisYear] = [month(year - 1, n + 1), month(year, n + 1)];
    return {
      short,
      name: periodName(thisYear),
      value: thisYear.from > today ? undefined : countOf(thisYear),
      earlier: countOf(then),
      isChosen: thisYear.from >= of.from && thisYear.from < of.to,
      href: hrefOf(periodCode(thisYear)),
    };
  });
  return {
    id: 'manader',
    title: unitTexts.months(year),
    months,
    earlierName: String(year - 1),
    chosenName: periodName(of),
    othersName: months.every(({ isChosen }) => isChosen) ? null : unitTexts.otherMonths(year),
  };
}
