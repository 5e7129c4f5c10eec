import { type Delegation, delegatedIn, pointsOn } from './delegations.js';

const row = (from: string, point: string | null, role: Delegation['role'] = 'socialchef'): Delegation => ({
  kind: 'lexSarah',
  role,
  from,
  point,
  decision: point === null ? null : 'SN 2026/1',
});
const none = { lexSarah: {}, lexMaria: {} };

describe('Points of the delegation order, each from its day (R-126)', () => {
  const rows = [row('2026-05-01', 'S5.1'), row('2026-01-01', 'S4.7'), row('2027-01-01', null)];

  test.each([
    ['2025-12-31', {}],
    ['2026-01-01', { socialchef: 'S4.7' }],
    ['2026-04-30', { socialchef: 'S4.7' }],
    ['2026-05-01', { socialchef: 'S5.1' }],
    ['2027-01-01', {}],
  ])('on %s: %j', (day, points) => {
    expect(pointsOn(rows, none, day)).toEqual({ lexSarah: points, lexMaria: {} });
  });

  test('what is registered takes the place of what a file says of the same role, and of no other', () => {
    const said = { lexSarah: { socialchef: 'X1', sas: 'X2' }, lexMaria: { mas: 'X3' } };
    expect(pointsOn(rows, said, '2026-06-01')).toEqual({ lexSarah: { socialchef: 'S5.1', sas: 'X2' }, lexMaria: { mas: 'X3' } });
    expect(pointsOn(rows, said, '2027-06-01')).toEqual({ lexSarah: { sas: 'X2' }, lexMaria: { mas: 'X3' } });
  });

  test('the register lists each with its last day, whatever the order of its rows', () => {
    expect(
      delegatedIn([...rows, row('2026-02-01', 'S9', 'sas')])
        .map(({ role, point, from, to }) => `${role} ${point} ${from} ${to}`)
        .toSorted(),
    ).toEqual(['sas S9 2026-02-01 null', 'socialchef S4.7 2026-01-01 2026-05-01', 'socialchef S5.1 2026-05-01 2027-01-01']);
  });
});
