import { byUrgency, urgencyOf } from './urgency.js';

const now = '2026-12-01T22:30:00.000Z';

describe('How urgent a case is', () => {
  it.each([
    [null, 'undated'],
    ['2026-12-01T22:29:59.999Z', 'late'],
    [now, 'today'],
    // 23:59 in Stockholm, and the minute after.
    ['2026-12-01T22:59:00.000Z', 'today'],
    ['2026-12-01T23:00:00.000Z', 'tomorrow'],
    ['2026-12-02T22:59:00.000Z', 'tomorrow'],
    ['2026-12-02T23:00:00.000Z', 'later'],
  ])('due %s is %s, by the day in Stockholm (R-168)', (due, urgency) => {
    expect(urgencyOf(due, now)).toBe(urgency);
  });

  it('groups keep the order of the list, hold every row once, and none is empty', () => {
    const rows = ['2026-11-30T10:00:00.000Z', '2026-12-01T20:00:00.000Z', '2026-12-02T10:00:00.000Z', '2026-12-09T10:00:00.000Z', null, null].map((due) => ({
      due,
    }));
    const groups = byUrgency(rows, now);
    expect(groups.map(({ urgency, rows: of }) => [urgency, of.length])).toEqual([
      ['late', 2],
      ['tomorrow', 1],
      ['later', 1],
      ['undated', 2],
    ]);
    expect(groups.flatMap(({ rows: of }) => of)).toEqual(rows);
  });
});
