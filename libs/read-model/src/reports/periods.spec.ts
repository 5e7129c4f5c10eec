import { month, partsOf, periodBefore, periodName, tertial, tertialOf, wholeYear, yearBefore } from './periods.js';

describe('Periods as a municipality counts them', () => {
  test('a tertial is four months, and the one before the first is the last of the year before', () => {
    expect(tertialOf('2026-11-22')).toEqual({ from: '2026-09-01', to: '2027-01-01' });
    expect(tertialOf('2026-04-30')).toEqual(tertial(2026, 1));
    expect(periodBefore(tertial(2026, 1))).toEqual(tertial(2025, 3));
    expect(periodBefore(wholeYear(2024))).toEqual(wholeYear(2023));
  });

  test('any other period is compared with as many days before it, or the same days a year earlier', () => {
    expect(periodBefore({ from: '2026-03-11', to: '2026-03-21' })).toEqual({ from: '2026-03-01', to: '2026-03-11' });
    expect(yearBefore({ from: '2024-02-29', to: '2024-03-10' })).toEqual({ from: '2023-03-01', to: '2023-03-10' });
  });

  test('has a name where there is one, otherwise its days, the last one included', () => {
    expect([wholeYear(2023), tertial(2026, 3), { from: '2026-02-01', to: '2026-03-01' }].map(periodName)).toEqual(['2023', 'T3 2026', 'februari 2026']);
    expect(periodName({ from: '2026-02-01', to: '2026-02-28' })).toBe('2026-02-01 – 2026-02-27');
    expect(periodBefore(month(2026, 3))).toEqual(month(2026, 2));
  });

  test('a year is divided into months, several into tertials, cut at the ends, without those that have not begun', () => {
    expect(partsOf(wholeYear(2025), '2026-11-22')).toHaveLength(12);
    expect(partsOf(wholeYear(2026), '2026-03-05').at(-1)).toEqual({ from: '2026-03-01', to: '2026-04-01' });
    expect(partsOf({ from: '2024-06-15', to: '2026-01-01' }, '2030-01-01')).toEqual([
      { from: '2024-06-15', to: '2024-09-01' },
      tertial(2024, 3),
      tertial(2025, 1),
      tertial(2025, 2),
      tertial(2025, 3),
    ]);
    expect(partsOf({ from: '2026-12-01', to: '2027-02-01' }, '2030-01-01')).toEqual([
      { from: '2026-12-01', to: '2027-01-01' },
      { from: '2027-01-01', to: '2027-02-01' },
    ]);
  });
});
