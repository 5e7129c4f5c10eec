import { highestAndLowest, longestOf, mostOf } from './chart-message.js';

const rows = (...values: readonly (number | null)[]) => values.map((value, n) => ({ label: `Rad ${n + 1}`, value }));
/** Every way to give three rows the numbers 0 to 2, or none. */
const numbers = [null, 0, 1, 2];
const ways = numbers.flatMap((a) => numbers.flatMap((b) => numbers.map((c) => rows(a, b, c))));

describe('The title of a chart is what it says', () => {
  test('the row with the greatest number, and of how many', () => {
    expect(mostOf(rows(45, 111, 10))).toBe('Flest: Rad 2, 111 av 166');
    expect(mostOf(rows(45, 111, null))).toBe('Flest av det som visas: Rad 2, 111');
    expect(mostOf(rows(4, 4, 1))).toBe('Flest: Rad 1 och Rad 2, 4 var');
    expect(longestOf(rows(4, 12), 'dagar')).toBe('Längst: Rad 2, 12 dagar');
  });

  test('it names a row only where no other has more, and never one without a number', () => {
    for (const way of ways) {
      const most = Math.max(...way.map(({ value }) => value ?? 0));
      const says = mostOf(way);
      for (const { label, value } of way) expect([way, says?.includes(label) ?? false]).toEqual([way, says !== null && value === most && most > 0]);
    }
  });

  test('nothing stands out: the title says none', () => {
    for (const none of [rows(), rows(null, null), rows(0, 0), rows(3, 3), rows(5), rows(2, 2, 2, 2, 1)]) expect(mostOf(none)).toBeNull();
  });

  test('a curve says its highest and its lowest point, where each is one', () => {
    const points = (...values: readonly (number | null)[]) => values.map((value, n) => ({ name: `månad ${n + 1}`, value }));
    expect(highestAndLowest(points(3, 9, 1))).toBe('flest i månad 2, 9, minst i månad 3, 1');
    expect(highestAndLowest(points(1, 9, 1))).toBe('flest i månad 2, 9');
    for (const none of [points(), points(4), points(2, 2, 2), points(9, 9, 1), points(3, 9, null, 1)]) expect(highestAndLowest(none)).toBeNull();
  });
});
