import { coverageOf as covered } from './attested.js';

const leaf = { code: 'norra', from: '2025-01-01', to: '2026-01-01', column: 'afs', attesting: ['norra', 'afs', 'namnd'] };
const said = (unit: string, from: string, to: string, kinds: readonly string[] | null = null) => ({ unit, from, to, kinds });
const coverageOf = (leaves: Parameters<typeof covered>[0], attestations: Parameters<typeof covered>[2]) => covered(leaves, ['complaint'], attestations);

describe('Which zeros are attested', () => {
  test('R-052 a year is attested by the unit itself or by one above it, as a whole', () => {
    expect(coverageOf([leaf], [said('norra', '2025-01-01', '2026-01-01')])).toMatchObject({ units: 1, of: 1 });
    expect(coverageOf([leaf], [said('namnd', '2020-01-01', '2030-01-01')]).columns).toEqual(new Set(['afs']));
    expect(coverageOf([leaf], [said('sodra', '2025-01-01', '2026-01-01')])).toMatchObject({ units: 0, of: 1 });
    expect(coverageOf([leaf], [said('norra', '2025-01-01', '2025-12-31')])).toMatchObject({ units: 0, of: 1 });
  });

  test('R-052 several attestations cover a year together, in whatever order, and a day missing between them is missing', () => {
    const spring = said('norra', '2025-01-01', '2025-07-01');
    const autumn = said('afs', '2025-07-01', '2026-01-01');
    expect(coverageOf([leaf], [autumn, spring]).units).toBe(1);
    expect(coverageOf([leaf], [said('afs', '2025-07-02', '2026-01-01'), spring]).units).toBe(0);
  });

  test('R-052 a table of several kinds is attested where all of them are, together or one by one', () => {
    const year = ['2025-01-01', '2026-01-01'] as const;
    const both = ['complaint', 'lexSarah'] as const;
    expect(covered([leaf], both, [said('norra', ...year, ['complaint'])]).units).toBe(0);
    expect(covered([leaf], both, [said('norra', ...year, ['complaint']), said('afs', ...year, ['lexSarah'])]).units).toBe(1);
    expect(covered([leaf], both, [said('norra', ...year)]).units).toBe(1);
  });

  test('R-052 the units that have not attested the whole period are named', () => {
    const other = { ...leaf, code: 'sodra', attesting: ['sodra', 'afs'] };
    expect(coverageOf([leaf, other], [said('norra', '2025-01-01', '2026-01-01'), said('sodra', '2025-01-01', '2025-12-01')]).missing).toEqual(['sodra']);
  });

  test('a unit that moved has attested only when all of its stays are covered', () => {
    const stays = [
      { ...leaf, to: '2025-07-01' },
      { ...leaf, from: '2025-07-01', column: 'iof', attesting: ['norra', 'iof'] },
    ];
    expect(coverageOf(stays, [said('afs', '2025-01-01', '2026-01-01')])).toMatchObject({ units: 0, of: 1 });
    expect(coverageOf(stays, [said('afs', '2025-01-01', '2025-07-01'), said('iof', '2025-07-01', '2026-01-01')])).toEqual({
      units: 1,
      of: 1,
      columns: new Set(['afs', 'iof']),
      missing: [],
    });
  });
});
