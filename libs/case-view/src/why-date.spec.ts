import { nextDuty } from '#domain/case/case';
import { dayOffOf, dueUnder } from '#domain/law/due';
import { regulation } from '#domain/law/regulation';
import { people, Scenario } from '../../../test/support/scenario.js';
import { isLawsDay, whoseDay, whyDate } from './why-date.js';

const duty = (rule: string, way: Scenario) => {
  const found = way.case.duties.find((row) => row.rule === rule);
  if (found === undefined) throw new Error(`no duty ${rule}`);
  return found;
};

describe('Why a date is the date it is', () => {
  test('R-168 working days step over the days off between, each named', () => {
    // Wednesday 17 June 2026; midsummer eve is Friday 19 June.
    const way = new Scenario('2026-06-17T08:00:00.000Z').report();
    const why = whyDate(duty('LOK-KLAG-BEKRAFTA', way), []);
    expect(why).toMatchObject({ period: 'P2BD', inWorkingDays: true, steppedOver: ['2026-06-19'], whose: 'own', due: '2026-06-22T21:59:59.000Z' });
  });

  test('R-168 a day is the law’s only where a law that has been read gives a number', () => {
    const law = { basis: 'law', dueAt: '2026-03-02T22:59:59.000Z', targetAt: null } as const;
    expect(whoseDay(law, { verified: 'read' })).toBe('law');
    expect(whoseDay(law, { verified: 'secondary' })).toBe('law');
    expect(whoseDay(law, { verified: 'unverified' })).toBe('own');
    expect(whoseDay({ basis: 'law', dueAt: null, targetAt: law.dueAt }, { verified: 'read' })).toBe('own');
    expect(whoseDay({ ...law, basis: 'local' }, { verified: 'read' })).toBe('own');
    expect(whoseDay({ ...law, basis: 'authority' }, { verified: 'read' })).toBe('authority');
    expect(whoseDay({ basis: 'law', dueAt: null, targetAt: null }, { verified: 'read' })).toBe('nobody');
  });

  test('R-167 no rule that nobody has verified is ever marked as law in a list', () => {
    for (const { id, verified } of regulation) if (verified === 'unverified') expect([id, isLawsDay('law', id)]).toEqual([id, false]);
  });

  test('a last day that is a day off is shown with the working day that a time of statute ends on (lag 1930:173, 2 §)', () => {
    const two = regulation.find(({ id }) => id === 'LS-UTREDNING-2MAN') as (typeof regulation)[number];
    const law = { ...two, basis: 'law' } as const;
    // Two months from 31 December end on Saturday 28 February 2026.
    const [ours, theirs] = [two, law].map((rule) => dueUnder(rule, '2025-12-31T10:00:00.000Z'));
    expect([ours?.dueAt?.slice(0, 10), theirs?.dueAt?.slice(0, 10)]).toEqual(['2026-02-28', '2026-03-02']);
    for (const [due, rule] of [
      [ours, two],
      [theirs, law],
    ] as const)
      expect(dayOffOf(due as never, rule)).toEqual({ nominal: '2026-02-28', shifted: '2026-03-02' });
    expect(dayOffOf(dueUnder(two, '2026-01-02T10:00:00.000Z'), two)).toBeNull();
    const local = regulation.find(({ id }) => id === 'LOK-LS-KLAR') as (typeof regulation)[number];
    expect(dayOffOf(dueUnder(local, '2025-12-31T10:00:00.000Z'), local)).toBeNull();
  });

  test('a date that has been counted anew says from what and when', () => {
    const way = new Scenario().report();
    const before = duty('LOK-KLAG-SVAR', way);
    way.does(people.registrar, { type: 'CorrectCase', set: { receivedAt: '2026-02-23T08:00:00.000Z' }, why: 'wrongFromStart', reasons: 'x' });
    const events = way.log.map(({ type, open }) => ({ type, at: way.now, open: open as Readonly<Record<string, unknown>> }));
    const after = duty('LOK-KLAG-SVAR', way);
    expect(after.dueAt).not.toBe(before.dueAt);
    expect(whyDate(after, events).recalculated).toEqual([{ at: way.now, old: before.dueAt, why: 'start' }]);
    expect(whyDate(nextDuty(way.case) ?? after, events).rule.id).toBe(nextDuty(way.case)?.rule);
  });
});
