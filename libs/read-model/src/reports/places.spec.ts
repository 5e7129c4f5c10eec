import type { Unit } from '#domain/org/units';
import { layOut, OWN } from './places.js';

const unit = (code: string, level: Unit['level'], parent: string | null, more: Partial<Unit> = {}): Unit => ({
  code,
  name: code,
  level,
  parent,
  provider: 'own',
  successor: null,
  validFrom: '2010-01-01',
  validTo: null,
  ...more,
});

// Vegas ends in the middle of 2025 and Solsidan, in another division, carries on after it.
const units = [
  unit('namnd', 'board', null),
  unit('afs', 'division', 'namnd'),
  unit('iof', 'division', 'namnd'),
  unit('vegas', 'unit', 'afs', { validTo: '2025-07-01', successor: 'solsidan' }),
  unit('norra', 'unit', 'afs'),
  unit('solsidan', 'unit', 'iof', { validFrom: '2025-07-01' }),
];
const year = { from: '2025-01-01', to: '2026-01-01', today: '2026-11-22' } as const;
const column = (laid: ReturnType<typeof layOut>, code: string, day: string) =>
  laid.places.find((place) => place.code === code && (place.from === null || (place.from <= day && day < (place.to as string))))?.column;

describe('Where a case of a unit is counted', () => {
  test('R-344 as it was, a unit is counted in the division it belonged to on the day', () => {
    const laid = layOut(units, { ...year, unit: 'namnd', mode: 'then' });
    expect(column(laid, 'vegas', '2025-03-01')).toBe('afs');
    expect(column(laid, 'solsidan', '2025-08-01')).toBe('iof');
    expect(column(laid, 'vegas', '2025-08-01')).toBeUndefined();
  });

  test('as it is, an ended unit is counted where its successor is', () => {
    const laid = layOut(units, { ...year, unit: 'namnd', mode: 'now' });
    expect(column(laid, 'vegas', '2025-03-01')).toBe('iof');
    expect(column(laid, 'norra', '2025-03-01')).toBe('afs');
  });

  test('for a division, what is outside it has no column and its own cases have one', () => {
    const laid = layOut(units, { ...year, unit: 'afs', mode: 'then' });
    expect(column(laid, 'norra', '2025-03-01')).toBe('norra');
    expect(column(laid, 'afs', '2025-03-01')).toBe(OWN);
    expect(column(laid, 'iof', '2025-03-01')).toBeNull();
  });

  test('the lowest units are the ones to attest, for the days they were there', () => {
    const { leaves } = layOut(units, { ...year, unit: 'namnd', mode: 'then' });
    expect(leaves.map(({ code, from, to, column: at }) => `${code} ${from}–${to} ${at}`).sort()).toEqual([
      'iof 2025-01-01–2025-07-01 iof',
      'norra 2025-01-01–2025-07-01 afs',
      'norra 2025-07-01–2026-01-01 afs',
      'solsidan 2025-07-01–2026-01-01 iof',
      'vegas 2025-01-01–2025-07-01 afs',
    ]);
    expect(leaves.find(({ code }) => code === 'vegas')?.attesting).toEqual(['vegas', 'afs', 'namnd']);
  });
});
