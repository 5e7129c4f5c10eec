import { asRoughDay, compareRoughDays, isRoughDay, lastDayOf, roughDayInWords } from './rough-day.js';

describe('A day as far as it is known', () => {
  test('is a day, a month or a year, also as it is said, and nothing else', () => {
    expect(['mars 2024', '3 mars 2024', ' 2024-03 ', '2023'].map(asRoughDay)).toEqual(['2024-03', '2024-03-03', '2024-03', '2023']);
    expect(['2024-03', '2023', '2024-02-29'].every(isRoughDay)).toBe(true);
    expect(['2023-02-29', '2024-13', '1', 'i mars', '2024-3', '20240', ''].filter(isRoughDay)).toEqual([]);
  });

  test('is shown as it is known and never as more', () => {
    expect(['2023-05-23', '2024-03', '2023'].map(roughDayInWords)).toEqual(['23 maj 2023', 'mars 2024', '2023']);
  });

  test('is sorted by the last day that it can be, the exact one first', () => {
    expect(['2023-02', '2023-02-28', '2024', '2024-01-31', '2024-01'].toSorted(compareRoughDays)).toEqual([
      '2023-02-28',
      '2023-02',
      '2024-01-31',
      '2024-01',
      '2024',
    ]);
    expect([lastDayOf('2024-02'), lastDayOf('2023')]).toEqual(['2024-02-29', '2023-12-31']);
  });
});
