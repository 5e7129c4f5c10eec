import fc from 'fast-check';
import { organisation, Scenario } from '../../../../test/support/scenario.js';
import { stockholmDate, workingDayUpTo } from '../law/calendar.js';
import { dueUnder } from '../law/due.js';
import { regulation } from '../law/regulation.js';
import { agenda } from './agenda.js';
import { type ExistingCase, noCase } from './case.js';
import { asStored, foldNew } from './decide/foresee.js';
import { importedDuties } from './decide/imported.js';
import { evolve } from './evolve.js';
import { processOf } from './processes/index.js';

/** Received on Monday 2 March 2026, imported on the day given. */
function imported(on: string): ExistingCase {
  const open = {
    kind: 'complaint',
    process: 'complaint@1',
    incidentId: '6f4c9fdd-6b0c-4b8f-9a7e-0d5a7c1c2b11',
    receivedAt: '2026-03-02T08:00:00.000Z',
    number: 'KLA-2026-0001',
    stage: 'received',
    opinionType: 'complaint',
    unit: 'afs-norra',
    sourceHash: 'a1',
  } as const;
  const state = evolve(noCase('6f4c9fdd-6b0c-4b8f-9a7e-0d5a7c1c2b12'), asStored({ type: 'CaseImported', open }, on)) as ExistingCase;
  return foldNew(state, importedDuties(processOf('complaint@1'), state, { now: on, organisation }), on);
}

describe('An imported case (docs/engine.md#import)', () => {
  test('is not reminded of what passed before it came: no storm of old reminders', () => {
    const [early, late] = [imported('2026-03-03T08:00:00.000Z'), imported('2026-03-20T08:00:00.000Z')];
    expect(agenda(early).length).toBeGreaterThan(agenda(late).length);
    expect(agenda(late).length).toBeGreaterThan(0);
    expect(agenda(late).every((item) => item.at >= '2026-03-20T08:00:00.000Z')).toBe(true);
  });

  test('long after all its days has nothing on its agenda, and is late all the same', () => {
    const old = imported('2026-09-01T08:00:00.000Z');
    expect(agenda(old)).toEqual([]);
    expect(old.duties.filter((duty) => duty.closed === null && (duty.dueAt ?? duty.targetAt ?? '') < '2026-09-01')).toHaveLength(3);
  });
});

describe('Reminders of a duty (docs/law/practice.md#reminders)', () => {
  const base = new Scenario().report().case;
  const counted = regulation.filter((rule) => rule.type !== 'annualDate' && (rule.period ?? rule.target) !== null);
  const reminders = (rule: (typeof regulation)[number], startedAt: string) => {
    const due = dueUnder(rule, startedAt);
    const duty = { ...due, id: `${rule.id}#1`, owner: 'enhetschef@afs-norra', subject: null, closed: null, performed: [] };
    const state = {
      ...base,
      receipt: { ...base.receipt, recordedAt: startedAt },
      duties: [{ ...duty, reminders: 0, escalation: 0, raisedAt: null, recalculated: 0, period: null }],
    } as ExistingCase;
    const lastDay = workingDayUpTo(stockholmDate(due.dueAt ?? due.targetAt ?? ''));
    return { lastDay, days: agenda(state).flatMap((item) => (item.do === 'remind' ? [stockholmDate(item.at)] : [])) };
  };

  test('none comes after the day it precedes, and no two on one day, whenever the time began', () => {
    const began = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...counted), began, (rule, start) => {
        const { days, lastDay } = reminders(rule, start.toISOString());
        expect([rule.id, days.filter((day) => day > lastDay)]).toEqual([rule.id, []]);
        expect([rule.id, new Set(days).size]).toEqual([rule.id, days.length]);
      }),
      { numRuns: 500 },
    );
  });

  test('a time of one day gives one reminder; one of ten gives two, the first when three quarters have gone', () => {
    const rule = (id: string) => counted.find((row) => row.id === id) as (typeof regulation)[number];
    expect(reminders(rule('LOK-LS-BEDOM'), '2026-03-02T09:00:00.000Z').days).toEqual(['2026-03-03']);
    expect(reminders(rule('LOK-KLAG-SVAR'), '2026-03-02T09:00:00.000Z').days).toEqual(['2026-03-13', '2026-03-16']);
  });
});
