import { addDuration, workingDayFrom } from '#domain/law/calendar';
import type { ImportInput } from '#importing/row.schema';
import { type DivisionYear, year2023 } from './figures-2023.js';
import { lexSarahRows2023 } from './lex-sarah-2023.js';

/** No two neighbours get the same; every place is used once, since no number of cases of a division can be divided by it. */
const STRIDE = 11;

/** Every complaint and Lex Sarah of 2023 as a line of an import file. Deterministic: the same lines each time, so that a repeat changes nothing. */
export const rowsOf2023 = (): readonly ImportInput[] => [
  ...year2023.flatMap((division) => complaintsOf(division, 2023, division.division)),
  ...lexSarahRows2023(),
];

/** The complaints of a division in a year; `name` makes their ids, and is never changed for what has been imported. */
export function complaintsOf(division: DivisionYear, year: number, name: string): readonly ImportInput[] {
  const sources = division.sources.flatMap(({ count, ...source }) => Array.from({ length: count }, () => source));
  const marks = division.categories.flatMap(({ category, count }) => Array.from({ length: count }, () => category));
  const size = sources.length;
  return sources.map((source, n) => {
    // Marks are spread round by round, so a case gets several but never the same twice.
    const categories = marks.filter((_, mark) => (mark * STRIDE) % size === n);
    const receivedOn = dayIn(year, n, size);
    return {
      externalId: `demo-${year}-${name}-${String(n + 1).padStart(3, '0')}`,
      kind: 'complaint',
      unit: division.units[(n * 7) % division.units.length] ?? null,
      receivedAt: receivedOn,
      closedAt: addDuration(receivedOn, `P${8 + ((n * 13) % 40)}D`),
      opinionType: division.opinionType,
      ...source,
      categories,
      ...(categories.includes('other') && division.other !== undefined ? { categoryOther: division.other } : {}),
    };
  });
}

/** Spread evenly over the working days of the year. */
export function dayIn(year: number, n: number, size: number): string {
  const spread = Math.floor((((n * STRIDE) % size) / size) * 360);
  return workingDayFrom(addDuration(`${year}-01-02`, `P${spread}D`));
}
