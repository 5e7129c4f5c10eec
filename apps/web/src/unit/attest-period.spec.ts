import { periodCode } from '#read-model/reports/periods';
import { endedPeriods, lastMonth, periodOf } from './attest-period.js';

describe('The periods that can be attested', () => {
  test('R-052 a month, a tertial and a year are named apart, and found again by their names', () => {
    for (const code of ['2026-10', '2026-01', '2026-1', '2026-3', '2025']) expect(periodCode(periodOf(code) ?? { from: '', to: '' })).toBe(code);
    for (const code of ['2026-4', '2026-13', '2026-00', '26', 'hösten', '']) expect(periodOf(code)).toBeNull();
  });

  test('R-052 only periods that have ended are offered, the last month first', () => {
    const today = '2026-11-30';
    const offered = endedPeriods(today, lastMonth(today));
    expect(offered[0]).toEqual({ value: '2026-10', label: 'oktober 2026' });
    expect(offered.map(({ value }) => value).slice(12)).toEqual(['2026-2', '2026-1', '2025-3', '2025', '2024', '2023']);
    for (const { value } of offered) expect((periodOf(value)?.to ?? '9999') <= today).toBe(true);
    expect(endedPeriods('2027-01-01', lastMonth('2027-01-01')).map(({ value }) => value)).toEqual(expect.arrayContaining(['2026-12', '2026-3', '2026']));
  });

  test('R-052 a period that is asked for is among the choices, also an old one', () => {
    expect(endedPeriods('2026-11-30', { from: '2019-01-01', to: '2020-01-01' })[0]).toEqual({ value: '2019', label: '2019' });
  });
});
