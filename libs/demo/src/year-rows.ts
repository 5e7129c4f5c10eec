import { addDuration, workingDayFrom } from '#domain/law/calendar';
import type { ImportInput } from '#importing/row.schema';
import { type DivisionYear, year2023 } from './figures-2023.js';
import { lexSarahRows2023 } from './lex-sarah-2023.js';

/** No two neighbours get the same; every place is used once, since neither number of cases (42, 3, 199) can be divided by it. */
const STRIDE = 11;

/** Every complaint and Lex Sarah of 2023 as a line of an import file. Deterministic: the same lines each time, so that a repeat changes nothing. */
export const rowsOf2023 = (): readonly ImportInput[] => [...year2023.flatMap(rowsOf), ...lexSarahRows2023()];

function rowsOf(year: DivisionYear): readonly ImportInput[] {
  const sources = year.sources.flatMap(({ count, ...source }) => Array.from({ length: count }, () => source));
  const marks = year.categories.flatMap(({ category, count }) => Array.from({ length: count }, () => category));
  const size = sources.length;
  return sources.map((source, n) => {
    // Marks are spread round by round, so a case gets several but never the same twice.
    const categories = marks.filter((_, mark) => (mark * STRIDE) % size === n);
    const receivedOn = dayOf(n, size);
    return {
      externalId: `demo-2023-${year.division}-${String(n + 1).padStart(3, '0')}`,
      kind: 'complaint',
      unit: year.units[(n * 7) % year.units.length] ?? null,
      receivedAt: receivedOn,
      closedAt: addDuration(receivedOn, `P${8 + ((n * 13) % 40)}D`),
      opinionType: year.opinionType,
      ...source,
      categories,
      ...(categories.includes('other') && year.other !== undefined ? { categoryOther: year.other } : {}),
    };
  });
}

/** Spread evenly over the working days of the year. */
function dayOf(n: number, size: number): string {
  const spread = Math.floor((((n * STRIDE) % size) / size) * 360);
  const day = workingDayFrom(addDuration('2023-01-02', `P${spread}D`));
  return day;
}
