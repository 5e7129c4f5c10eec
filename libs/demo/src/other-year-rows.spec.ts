import type { ImportInput } from '#importing/row.schema';
import { otherYearRows } from './other-year-rows.js';
import { rowsOf2023 } from './year-rows.js';

const starts = ['2025-02-03', '2026-11-30', '2027-01-01', '2029-06-15'] as const;
const days = (row: ImportInput): readonly string[] =>
  [row.receivedAt, row.closedAt, row.answeredAt, row.investigatedAt, row.outcomeAt, row.ivoSentAt].flatMap((day) => (typeof day === 'string' ? [day] : []));
const yearOf = (row: ImportInput): string => String(row.receivedAt).slice(0, 4);

describe.each(starts)('The demo’s years around 2023, first started on %s', (start) => {
  const rows = otherYearRows(start);

  test('R-324 nothing in them happened in 2023, whose figures are document 002’s; nothing is from after the start', () => {
    for (const row of rows) for (const day of days(row)) expect([row.externalId, day.startsWith('2023'), day < start]).toEqual([row.externalId, false, true]);
  });

  test('every line has an id of its own, also beside those of 2023, and a complaint has what it is about, each thing once', () => {
    const all = [...rows, ...rowsOf2023()].map(({ externalId }) => externalId);
    expect(new Set(all).size).toBe(all.length);
    for (const { externalId, kind, categories } of rows)
      if (kind === 'complaint') expect([externalId, (categories ?? []).length > 0, new Set(categories).size]).toEqual([externalId, true, categories?.length]);
  });

  test('no day comes before the day received, and the times of a case come in their order', () => {
    for (const row of rows) {
      const [received, ...others] = days(row);
      expect([row.externalId, others.every((day) => day >= (received ?? '')), (row.answeredAt ?? '') <= (row.closedAt ?? '')]).toEqual([
        row.externalId,
        true,
        true,
      ]);
    }
  });

  test('each year that is over has as many complaints as 2023, more or less, and every kind of case', () => {
    for (let year = 2022; year < Number(start.slice(0, 4)); year += 1) {
      if (year === 2023) continue;
      const own = rows.filter((row) => yearOf(row) === String(year));
      const complaints = own.filter(({ kind }) => kind === 'complaint').length;
      if (year < Number(start.slice(0, 4)) - 1) expect([year, complaints > 180, complaints < 280]).toEqual([year, true, true]);
      expect([year, ...new Set(own.map(({ kind }) => kind))].toSorted()).toEqual([year, 'complaint', 'deviation', 'lexMaria', 'lexSarah'].toSorted());
      const months = (of: string) => new Set(own.filter(({ kind }) => kind === of).map(({ receivedAt }) => String(receivedAt).slice(0, 7))).size;
      for (const kind of ['complaint', 'deviation', 'lexSarah']) expect([year, kind, months(kind) > 5]).toEqual([year, kind, true]);
    }
  });
});
