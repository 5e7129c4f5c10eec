import { describe, expect, it } from '@jest/globals';
import { Organisation, OverlappingUnitsError, type Unit } from './units.js';

const unit = (code: string, row: Partial<Unit> = {}): Unit => ({
  code,
  name: code,
  level: 'unit',
  parent: 'afs',
  provider: 'own',
  successor: null,
  validFrom: '2020-01-01',
  validTo: null,
  ...row,
});

/** Norra moves from one division to another, then is joined to Mitt, which Centrum carries on. */
const organisation = new Organisation([
  unit('namnd', { level: 'board', parent: null }),
  unit('afs', { level: 'division', parent: 'namnd' }),
  unit('iof', { level: 'division', parent: 'namnd' }),
  unit('norra', { parent: 'iof', validFrom: '2023-01-01', validTo: '2025-01-01', successor: 'mitt' }),
  unit('norra', { validTo: '2023-01-01' }),
  unit('mitt', { validFrom: '2025-01-01', validTo: '2026-01-01', successor: 'centrum' }),
  unit('centrum', { validFrom: '2026-01-01' }),
  unit('gone', { validTo: '2024-01-01' }),
]);
const codes = (units: readonly Unit[]) => units.map(({ code }) => code).toSorted();

describe('the organisation', () => {
  it('is what held on the day', () => {
    expect(codes(organisation.at('2024-12-31'))).toEqual(['afs', 'iof', 'namnd', 'norra']);
    expect(codes(organisation.at('2025-01-01'))).toEqual(['afs', 'iof', 'mitt', 'namnd']);
  });

  it('knows the first day and not the last', () => {
    expect(['2019-12-31', '2020-01-01', '2024-12-31', '2025-01-01'].map((date) => organisation.isValidOn('norra', date))).toEqual([false, true, true, false]);
    expect(organisation.isValidOn('nowhere', '2024-01-01')).toBe(false);
  });

  it('names those above, nearest first, as they were that day', () => {
    expect(organisation.ancestors('norra', '2022-12-31').map(({ code }) => code)).toEqual(['afs', 'namnd']);
    expect(organisation.ancestors('norra', '2023-01-01').map(({ code }) => code)).toEqual(['iof', 'namnd']);
    expect(organisation.ancestors('norra', '2025-01-01')).toEqual([]);
  });

  it('names the unit and all below it', () => {
    expect(codes(organisation.subtree('afs', '2022-06-01'))).toEqual(['afs', 'gone', 'norra']);
    expect(codes(organisation.subtree('afs', '2024-06-01'))).toEqual(['afs']);
  });

  it('counts a unit within itself and within each above', () => {
    const within = (above: string) => organisation.isWithin('norra', above, '2024-06-01');
    expect([within('norra'), within('iof'), within('namnd'), within('afs')]).toEqual([true, true, true, false]);
    expect(organisation.isWithin('norra', 'norra', '2025-06-01')).toBe(false);
  });

  it('finds the successor, through several reorganisations', () => {
    expect(organisation.successorOf('norra', '2024-06-01')?.code).toBe('norra');
    expect(organisation.successorOf('norra', '2025-06-01')?.code).toBe('mitt');
    expect(organisation.successorOf('norra', '2026-06-01')?.code).toBe('centrum');
    expect(organisation.successorOf('gone', '2026-06-01')).toBeNull();
    expect(organisation.successorOf('nowhere', '2026-06-01')).toBeNull();
  });

  it('ends also when successors form a circle', () => {
    const circle = new Organisation([
      unit('a', { parent: 'b', validTo: '2025-01-01', successor: 'b' }),
      unit('b', { parent: 'a', validTo: '2025-01-01', successor: 'a' }),
    ]);
    expect(codes(circle.ancestors('a', '2024-01-01'))).toEqual(['a', 'b']);
    expect(circle.successorOf('a', '2026-01-01')).toBeNull();
  });

  it('has one row per unit and day', () => {
    expect(() => new Organisation([unit('a', { validTo: '2025-01-02' }), unit('a', { validFrom: '2025-01-01' })])).toThrow(new OverlappingUnitsError('a'));
    expect(() => new Organisation([unit('a'), unit('a', { validFrom: '2025-01-01' })])).toThrow(OverlappingUnitsError);
  });
});
