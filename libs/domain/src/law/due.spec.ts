import { describe, expect, it } from '@jest/globals';
import { stockholmDate } from './calendar.js';
import { dueFor, dueUnder } from './due.js';
import { type Rule, ruleAt } from './regulation.js';

const at = (date: string) => `${date}T09:30:00.000Z`;

const statute = (row: Partial<Rule>): Rule => ({
  ...ruleAt('KLAG-MOTTA-SOL', '2026-01-01'),
  id: 'STATUTE',
  type: 'period',
  period: 'P2M',
  ...row,
});

describe('due dates of the domain’s own cases', () => {
  it.each([
    ['EX-01', 'LOK-KLAG-BEKRAFTA', '2026-09-07', '2026-09-09'],
    ['EX-01', 'LOK-KLAG-SVAR', '2026-09-07', '2026-09-21'],
    ['EX-10, over midsummer', 'LOK-KLAG-BEKRAFTA', '2026-06-15', '2026-06-17'],
    ['EX-10, over midsummer', 'LOK-KLAG-SVAR', '2026-06-15', '2026-06-30'],
  ])('%s: %s', (_, rule, received, due) => {
    const { dueAt } = dueFor(rule, at(received));
    expect(dueAt && stockholmDate(dueAt)).toBe(due);
  });
});

describe('a due date', () => {
  it('is stored with its rule, version, law and start, and ends the last second of the Stockholm day', () => {
    expect(dueFor('LOK-KLAG-SVAR', at('2026-09-07'))).toEqual({
      rule: 'LOK-KLAG-SVAR',
      ruleVersion: 1,
      basis: 'local',
      type: 'period',
      law: 'lokal regel',
      startedAt: at('2026-09-07'),
      dueAt: '2026-09-21T21:59:59.000Z',
      duePrecision: 'day',
      targetAt: null,
    });
  });

  it('is never computed for promptness: the word is stored, the target is internal (R-167, AC-36)', () => {
    const due = dueFor('RAPPORTER-UTRED', at('2026-09-07'));
    expect(due).toMatchObject({ type: 'promptness', dueAt: null, duePrecision: null, targetAt: '2026-09-17T21:59:59.000Z' });
  });

  it('is measured in working days towards a target where the target says so', () => {
    expect(dueFor('HSL-KLAG-SVAR', at('2026-09-07'))).toMatchObject({ dueAt: null, targetAt: '2026-10-05T21:59:59.000Z' });
  });

  it('is never computed for a duty without a time, which has no target either', () => {
    expect(dueFor('KLAG-MOTTA-SOL', at('2026-09-07'))).toMatchObject({ type: 'dutyNoTime', dueAt: null, targetAt: null });
  });

  it('takes its target from a setting (R-167, AC-36)', () => {
    expect(dueFor('RAPPORTER-UTRED', at('2026-09-07'), { target: 'P5BD' }).targetAt).toBe('2026-09-14T21:59:59.000Z');
  });

  it('starts on the day in Stockholm, whatever day it is in UTC', () => {
    expect(dueFor('LOK-KLAG-BEKRAFTA', '2026-09-07T22:30:00.000Z').dueAt).toBe('2026-09-10T21:59:59.000Z');
  });

  it('is under the law of the day the clock started', () => {
    expect(() => dueFor('HSL-KLAG-SVAR', '2017-12-31T22:59:59.000Z')).toThrow('no rule HSL-KLAG-SVAR holds on 2017-12-31');
    expect(dueFor('HSL-KLAG-SVAR', '2017-12-31T23:00:00.000Z').ruleVersion).toBe(1);
  });
});

describe('a local rule', () => {
  it('does not move from a Saturday', () => {
    expect(dueFor('LOK-KLAG-UTRED', at('2026-09-06')).dueAt).toBe('2026-09-26T21:59:59.000Z');
  });

  it('has a period that is a setting', () => {
    expect(dueFor('LOK-KLAG-SVAR', at('2026-09-07'), { period: 'P14D' }).dueAt).toBe('2026-09-21T21:59:59.000Z');
    expect(dueFor('LOK-KLAG-SVAR', at('2026-09-07'), { period: 'P15D' }).dueAt).toBe('2026-09-22T21:59:59.000Z');
  });
});

describe('a statute’s period', () => {
  it('that ends on a day off ends the next working day (lag 1930:173 2 §; EX-08)', () => {
    expect(dueUnder(statute({}), at('2025-12-31')).dueAt).toBe('2026-03-02T22:59:59.000Z');
  });

  it('is no setting', () => {
    expect(() => dueUnder(statute({}), at('2025-12-31'), { period: 'P3M' })).toThrow(RangeError);
  });

  it('must be said', () => {
    expect(() => dueUnder(statute({ period: null }), at('2025-12-31'))).toThrow(RangeError);
  });
});

describe('an authority’s letter', () => {
  const asked = statute({ basis: 'authority', type: 'setByAuthority', period: null });

  it('gives the day it names, a Saturday too', () => {
    expect(dueUnder(asked, at('2026-01-07'), { letterDate: '2026-02-28' })).toMatchObject({ dueAt: '2026-02-28T22:59:59.000Z', duePrecision: 'day' });
  });

  it('gives none before it is read', () => {
    expect(dueUnder(asked, at('2026-01-07')).dueAt).toBeNull();
  });
});

it('a date of the year has no start', () => {
  expect(() => dueUnder(statute({ type: 'annualDate' }), at('2026-01-07'))).toThrow(RangeError);
});
