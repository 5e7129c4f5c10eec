import { chosenAt, isMomentUnclear, openedAt, reportOf } from './staff-report-body.js';

const opened = '2026-05-12T19:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(opened) + minutes * 60_000).toISOString();

describe('When it happened, in the staff’s report', () => {
  test('"nyss" is when the form was opened while that is minutes ago, and is asked again after them', () => {
    expect(isMomentUnclear({ _at: opened, when: 'now' }, later(9))).toBe(false);
    expect(isMomentUnclear({ _at: opened, when: 'now' }, later(11))).toBe(true);
    expect(chosenAt({ _at: opened, when: 'now' }, later(9))).toBe(opened);
  });

  test('"nyss" is the moment of choosing where it is known, however long the report waits for a network', () => {
    const body = { _at: opened, _valt: later(30), when: 'now' };
    expect(isMomentUnclear(body, later(600))).toBe(false);
    expect(reportOf('avvikelse', { when: 'now' }, 'Test Testsson', chosenAt(body, later(600)))).toMatchObject({ occurredAt: later(30), noticedAt: later(30) });
  });

  test('"i dag" and "i natt" are asked again on another day', () => {
    for (const when of ['today', 'night']) {
      expect(isMomentUnclear({ _at: opened, when }, later(120))).toBe(false);
      expect(isMomentUnclear({ _at: opened, when }, later(240))).toBe(true);
    }
    expect(isMomentUnclear({ _at: opened, when: 'other', day: '2026-05-11' }, later(600))).toBe(false);
  });

  test('a moment from the page that is in the future, long past or invalid is ignored', () => {
    for (const _at of [later(60), '2020-01-01T00:00:00.000Z', '2026-13-01T00:00:00.000Z', 'nyss']) expect(openedAt({ _at }, later(1))).toBe(later(1));
  });

  test('an invalid day is never turned into another', () => {
    for (const day of ['2026-02-30', '20244-09-03', '3 sep'])
      expect(reportOf('avvikelse', { when: 'other', day }, '', opened)).not.toHaveProperty('occurredAt');
  });
});
