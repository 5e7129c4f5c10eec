import { millisecondsOf } from './duration.js';

const DAY = 86_400_000;
const from = new Date('2026-03-02T08:00:00Z');

describe('How far the demo’s clock is moved', () => {
  test.each([
    ['P5D', 5 * DAY],
    ['PT30M', 1_800_000],
    ['P1DT2H', DAY + 7_200_000],
    ['P2W', 14 * DAY],
    ['P1M', 31 * DAY],
    ['P90D', 90 * DAY],
  ])('%s', (duration, ms) => {
    expect(millisecondsOf(duration, from)).toBe(ms);
  });

  test.each(['', 'P', 'PT', '5D', '-P1D', 'P1.5D', 'P20Y', 'P9999DT1H'])('”%s” is not a duration', (duration) => {
    expect(() => millisecondsOf(duration, from)).toThrow(expect.objectContaining({ code: 'badShape' }) as Error);
  });
});
