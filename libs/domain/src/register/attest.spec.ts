import { organisation, people } from '../../../../test/support/scenario.js';
import { Refusal } from '../errors.js';
import type { Actor } from '../org/actor.js';
import { checkWithdrawal, unitsToRemind } from './attest.js';
import { attestsAll, evolveUnit, noRegister, type UnitRegister, unitFacts } from './unit.js';

const today = '2026-11-30';
const year = { from: '2025-01-01', to: '2026-01-01' };
const refused = (act: () => unknown): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
const register = (...events: readonly { readonly type: string; readonly open: Record<string, unknown>; readonly at?: string }[]): UnitRegister =>
  events.map(({ at = '2026-11-01T08:00:00.000Z', ...event }, n) => ({ ...event, at, version: n + 1 })).reduce(evolveUnit, noRegister);
const attested = (unit: string, kinds: readonly string[] | null = null, days: Readonly<Record<string, string>> = year) => ({
  type: 'StatisticsAttested',
  open: { unit, ...days, kinds },
});
const withdrawn = (unit: string, attestation: string) => ({ type: 'AttestationWithdrawn', open: { unit, attestation, why: 'mistake' } });
const reminded = (unit: string, at: string, days: Readonly<Record<string, string>> = year) => ({ type: 'AttestationReminded', open: { unit, ...days }, at });
const as = (actor: Actor) => ({ actor, organisation, today });

describe('An attestation that is taken back', () => {
  const made = register(attested('afs-norra'));
  const back = (actor: Actor, from: UnitRegister = made, attestation = 'a1') =>
    refused(() => checkWithdrawal({ unit: 'afs-norra', attestation, why: 'moreToReport' }, from, as(actor)));

  test('R-052 those who may attest the unit take it back; nobody else, and not twice', () => {
    expect([people.manager, people.divisionHead, people.director].map((actor) => back(actor))).toEqual([null, null, null]);
    expect([people.otherManager, people.controller, people.carer, people.registrar].map((actor) => back(actor))).toEqual(Array(4).fill('notYours'));
    expect(back(people.manager, made, 'a2')).toBe('notFound');
    expect(back(people.manager, register(attested('afs-norra'), withdrawn('afs-norra', 'a1')))).toBe('alreadyMet');
  });

  test('R-052 afterwards nothing is attested, in the rows of the figures neither, and the register still says when and why', () => {
    const after = register(attested('afs-norra'), withdrawn('afs-norra', 'a1'));
    expect([attestsAll([made], year), attestsAll([after], year), unitFacts(after)]).toEqual([true, false, []]);
    expect(after.attestations[0]?.withdrawn).toEqual({ version: 2, at: '2026-11-01T08:00:00.000Z', why: 'mistake' });
    // Attested again it holds, and the first withdrawal stays as it was.
    const again = register(attested('afs-norra'), withdrawn('afs-norra', 'a1'), attested('afs-norra'), withdrawn('afs-norra', 'a1'));
    expect([attestsAll([again], year), again.attestations.map(({ withdrawn: w }) => w?.version ?? null)]).toEqual([true, [2, null]]);
  });
});

describe('A reminder that a period is not attested', () => {
  const both = ['afs-norra', 'afs-sodra'];
  const asked = (registers: Readonly<Record<string, UnitRegister>>, actor: Actor = people.divisionHead, days = year, units: readonly string[] = both) => {
    const of = (unit: string) => registers[unit] ?? noRegister;
    try {
      return unitsToRemind({ units, ...days }, of, as(actor));
    } catch (error) {
      return (error as Refusal).code;
    }
  };

  test('R-052 goes to each unit that has not attested, nor anybody above it, for all kinds and every day', () => {
    expect(asked({})).toEqual(both);
    expect(asked({ 'afs-norra': register(attested('afs-norra')) })).toEqual(['afs-sodra']);
    expect(asked({ 'afs-norra': register(attested('afs-norra', ['complaint'])) })).toEqual(both);
    expect(asked({ 'afs-norra': register(attested('afs-norra', null, { from: '2025-01-01', to: '2025-12-31' })) })).toEqual(both);
    expect(asked({ afs: register(attested('afs')) })).toBe('alreadyMet');
    expect(asked({ afs: register(attested('afs'), withdrawn('afs', 'a1')) })).toEqual(both);
  });

  test('R-052 goes once a day at most for the same period: by the day in Stockholm, whoever reminds', () => {
    const at = (instant: string, days: Readonly<Record<string, string>> = year) => ({ 'afs-norra': register(reminded('afs-norra', instant, days)) });
    expect(asked(at('2026-11-30T07:00:00.000Z'))).toEqual(['afs-sodra']);
    expect(asked(at('2026-11-29T23:30:00.000Z'))).toEqual(['afs-sodra']);
    expect(asked(at('2026-11-29T22:30:00.000Z'))).toEqual(both);
    expect(asked(at('2026-11-30T07:00:00.000Z', { from: '2026-10-01', to: '2026-11-01' }))).toEqual(both);
    expect(asked(at('2026-11-30T07:00:00.000Z'), people.director, year, ['afs-norra'])).toBe('alreadyMet');
  });

  test('R-052 is sent by those above and by the controller, never over another’s unit, and not before the period is over', () => {
    expect([people.divisionHead, people.director, people.controller].map((actor) => asked({}, actor))).toEqual([both, both, both]);
    expect([people.manager, people.carer, people.registrar].map((actor) => asked({}, actor))).toEqual(Array(3).fill('notYours'));
    expect(asked({}, people.divisionHead, { from: '2026-01-01', to: '2027-01-01' })).toBe('badPeriod');
  });
});
