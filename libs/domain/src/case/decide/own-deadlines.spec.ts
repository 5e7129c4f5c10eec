import fc from 'fast-check';
import { organisation, people, Scenario } from '../../../../../test/support/scenario.js';
import { addDuration, stockholmDate } from '../../law/calendar.js';
import { movedBy, type OwnPeriods, ownPeriodOf, settableRules, whyNotSettable } from '../../law/own-period.js';
import { regulation } from '../../law/regulation.js';
import { defaultSettings } from '../../org/settings.js';
import { Organisation } from '../../org/units.js';
import { agenda } from '../agenda.js';
import { underLawOf } from './duties.js';

const RULE = 'LOK-KLAG-SVAR';
const rule = settableRules.find(({ id }) => id === RULE) as (typeof settableRules)[number];
const withPeriods = (deadlines: OwnPeriods) => new Organisation(organisation.at('2026-03-02'), { ...defaultSettings, deadlines });
const fifteen = (from: string) => withPeriods({ [RULE]: [{ from, period: 'P15BD' }] });
const dayOf = (way: Scenario) => stockholmDate(way.duty(RULE)?.dueAt ?? '');

describe('R-168 A deadline of the municipality’s own, changed from a day (docs/decisions/0031)', () => {
  test('what begins on that day has the new time, and says by which it was counted', () => {
    const way = new Scenario('2026-03-02T08:00:00.000Z', fifteen('2026-03-02')).report();
    expect(dayOf(way)).toBe('2026-03-23');
    expect(way.duty(RULE)?.period).toBe('P15BD');
  });

  test('what runs already and ends on that day or later moves by an event with both days and why; its reminders go with it', () => {
    const way = new Scenario().report();
    expect(dayOf(way)).toBe('2026-03-16');
    way.units = fifteen('2026-03-10');
    way.when({ type: 'RecountDeadlines' }, people.system);
    expect(way.last).toMatchObject([
      { type: 'DeadlineRecalculated', open: { old: '2026-03-16T22:59:59.000Z', new: '2026-03-23T22:59:59.000Z', why: 'setting', period: 'P15BD' } },
    ]);
    const steps = agenda(way.case).filter((item) => item.rule === RULE);
    expect(steps.map((item) => `${item.do} ${item.at.slice(0, 10)}`)).toEqual([
      'remind 2026-03-18',
      'remind 2026-03-23',
      'escalate 2026-03-24',
      'escalate 2026-03-31',
    ]);
    expect(way.when({ type: 'RecountDeadlines' }, people.system).last).toEqual([]);
  });

  test('before anything has happened in the case it is shown with the new day, and the next command stores it', () => {
    const way = new Scenario().report();
    way.units = fifteen('2026-03-10');
    const shown = underLawOf(way.case, way.timed());
    way.does(people.manager, { type: 'AddToCase', by: 'staff', text: 'x' });
    expect(way.case.duties.map(({ dueAt }) => dueAt)).toEqual(shown.duties.map(({ dueAt }) => dueAt));
    expect(dayOf(way)).toBe('2026-03-23');
  });

  test('what has run out before that day stays late', () => {
    const way = new Scenario().report().later(20);
    way.units = fifteen('2026-03-17');
    expect(way.when({ type: 'RecountDeadlines' }, people.system).last).toEqual([]);
    expect(dayOf(way)).toBe('2026-03-16');
  });

  test('a shorter time makes nobody late: what would have ended before that day keeps its own', () => {
    const way = new Scenario().report();
    way.units = withPeriods({ [RULE]: [{ from: '2026-03-12', period: 'P5BD' }] });
    expect(way.when({ type: 'RecountDeadlines' }, people.system).last).toEqual([]);
    way.units = withPeriods({ [RULE]: [{ from: '2026-03-09', period: 'P5BD' }] });
    way.when({ type: 'RecountDeadlines' }, people.system);
    expect(dayOf(way)).toBe('2026-03-09');
  });

  test('a day that somebody has decided stays', () => {
    const way = new Scenario().report().advanceTo('investigating');
    const what = {
      type: 'PlanAction',
      area: 'routines',
      horizon: 'shortTerm',
      causes: [],
      ownerRole: 'enhetschef',
      what: 'Rutin.',
      howJudged: 'Stickprov.',
    } as const;
    way.does(people.manager, { ...what, dueAt: '2026-04-01T10:00:00.000Z', effectDueAt: '2026-06-01T10:00:00.000Z' });
    way.does(people.manager, { ...what, dueAt: '2026-04-01T10:00:00.000Z' });
    way.units = withPeriods({ 'LOK-ATGARD-EFFEKT': [{ from: '2026-03-03', period: 'P6M' }] });
    way.when({ type: 'RecountDeadlines' }, people.system);
    const days = way.case.duties.filter((duty) => duty.rule === 'LOK-ATGARD-EFFEKT').map(({ dueAt }) => stockholmDate(dueAt ?? ''));
    expect(days).toEqual(['2026-06-01', '2026-10-01']);
  });

  test('a deadline of law is not the municipality’s to set, and is refused with the law', () => {
    for (const { id, law, basis } of regulation.filter((row) => row.validTo === null && !settableRules.some((own) => own.id === row.id))) {
      expect(whyNotSettable(id)).toContain(basis === 'local' ? 'kanske av lag' : law);
      expect(ownPeriodOf({ id }, '2026-03-02', { [id]: [{ from: '2026-01-01', period: 'P1D' }] })).toBeNull();
    }
    expect(whyNotSettable('HSL-KLAG-SVAR')).toContain('PSL 3 kap. 8 a–8 b §§');
    expect(whyNotSettable('INGEN')).toContain('finns inte');
    expect(settableRules.map(({ id }) => whyNotSettable(id)).filter((text) => text !== null)).toEqual([]);
  });

  test('whatever changes there are, in whatever order: nothing becomes late by one, nothing late becomes timely, and the preview says what comes of it', () => {
    const day = fc.integer({ min: 0, max: 120 }).map((n) => addDuration('2026-01-01', `P${n}D`));
    const change = fc.record({ from: day, period: fc.constantFrom('P0D', 'P2BD', 'P10BD', 'P15BD', 'P30D', 'P2M') });
    fc.assert(
      fc.property(day, fc.uniqueArray(change, { maxLength: 4, selector: ({ from }) => from }), change, (started, before, added) => {
        fc.pre(before.every(({ from }) => from < added.from));
        const dayBy = (own: OwnPeriods) => addDuration(started, ownPeriodOf(rule, started, own) ?? (rule.period as string));
        const own = { [RULE]: before };
        const [old, now] = [dayBy(own), dayBy({ [RULE]: [added, ...before] })];
        if (started >= added.from) expect(now).toBe(addDuration(started, added.period));
        else if (now !== old) expect([old >= added.from, now >= added.from]).toEqual([true, true]);
        const running = { startedAt: `${started}T10:00:00.000Z`, dueAt: `${old}T20:00:00.000Z` };
        expect(movedBy(running, rule, own, added)).toEqual(now === old ? null : { from: old, to: now });
      }),
    );
  });
});
