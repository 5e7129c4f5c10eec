import { organisation, people, Scenario } from '../../../../../test/support/scenario.js';
import { stockholmDate } from '../../law/calendar.js';
import { defaultSettings } from '../../org/settings.js';
import { Organisation } from '../../org/units.js';
import { agenda } from '../agenda.js';

/** Instants of the agenda, in Stockholm's days, of one rule. */
const days = (way: Scenario, rule: string) =>
  agenda(way.case)
    .filter((item) => item.rule === rule)
    .map((item) => `${item.do}${item.level} ${item.toRole} ${stockholmDate(item.at)}`);
const dueDay = (way: Scenario, rule: string) => stockholmDate(way.duty(rule)?.dueAt as string);

describe('The days of a complaint', () => {
  test.each([
    ['EX-01, a Monday', '2026-09-07T08:00:00.000Z', '2026-09-09', '2026-09-21'],
    ['EX-10, over midsummer, whose eve is no working day', '2026-06-15T08:00:00.000Z', '2026-06-17', '2026-06-30'],
    ['a Friday evening', '2026-09-11T19:00:00.000Z', '2026-09-15', '2026-09-25'],
    ['the eve of Easter', '2026-04-02T08:00:00.000Z', '2026-04-08', '2026-04-20'],
    ['two days before Christmas', '2026-12-22T08:00:00.000Z', '2026-12-28', '2027-01-12'],
    ['late on a day that is already the next in Stockholm', '2026-09-06T22:30:00.000Z', '2026-09-09', '2026-09-21'],
  ])('%s: confirmed within two working days, answered within ten', (_, received, confirm, answer) => {
    const way = new Scenario(received).report();
    expect([dueDay(way, 'LOK-KLAG-BEKRAFTA'), dueDay(way, 'LOK-KLAG-SVAR')]).toEqual([confirm, answer]);
    expect(way.duty('LOK-KLAG-SVAR')?.dueAt).toMatch(/T2[12]:59:59\.000Z$/);
  });

  test('R-167 promptness has no date of law: a target, and the word', () => {
    expect(new Scenario().report().duty('RAPPORTER-UTRED')).toMatchObject({
      type: 'promptness',
      basis: 'law',
      dueAt: null,
      targetAt: '2026-03-12T22:59:59.000Z',
    });
  });

  test('each stage has its own duty while the case is in it, met when it goes on', () => {
    const way = new Scenario().report();
    for (const [stage, rule] of [
      ['investigating', 'LOK-KLAG-UTRED'],
      ['assessing', 'LOK-KLAG-BEDOM'],
      ['ivoDecision', 'LOK-KLAG-IVO'],
    ] as const) {
      way.advanceTo(stage);
      expect(way.duty(rule)?.owner).toBe('enhetschef@afs-norra');
    }
    way.advanceTo('closed');
    expect(['RAPPORTER-UTRED', 'LOK-KLAG-UTRED', 'LOK-KLAG-BEDOM', 'LOK-KLAG-IVO'].map((rule) => way.ended(rule)?.as)).toEqual(['met', 'met', 'met', 'met']);
  });
});

describe('Reminders and escalation (docs/law/practice.md#reminders)', () => {
  test('AC-36 before the day, on the day, the day after to the next chief, a week later to the one above', () => {
    expect(days(new Scenario('2026-03-02T09:00:00.000Z').report(), 'LOK-KLAG-SVAR')).toEqual([
      'remind1 enhetschef 2026-03-13',
      'remind2 enhetschef 2026-03-16',
      'escalate1 avdelningschef 2026-03-17',
      'escalate2 socialchef 2026-03-24',
    ]);
  });

  test('the week the clocks change loses no day', () => {
    // Due on Friday 27 March 2026; summer time begins on Sunday 29 March.
    const way = new Scenario('2026-03-13T09:00:00.000Z').report();
    expect(days(way, 'LOK-KLAG-SVAR').slice(2)).toEqual(['escalate1 avdelningschef 2026-03-30', 'escalate2 socialchef 2026-04-07']);
    const saturday = new Scenario('2026-03-18T09:00:00.000Z').report();
    expect(days(saturday, 'RAPPORTER-UTRED').slice(1)).toEqual([
      'remind2 enhetschef 2026-03-27',
      'escalate1 avdelningschef 2026-03-30',
      'escalate2 socialchef 2026-04-07',
    ]);
  });

  test('nobody is reminded at night or on a day off', () => {
    const items = agenda(new Scenario('2026-12-22T08:00:00.000Z').report().case).filter((item) => item.do !== 'sendReceipt');
    expect(items.length).toBeGreaterThan(8);
    for (const { at } of items) {
      const hour = Number(new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Stockholm', hour: 'numeric' }).format(new Date(at)));
      expect(hour).toBeGreaterThanOrEqual(8);
      expect(hour).toBeLessThan(16);
    }
  });

  test('a letter found in a box after three weeks begins with one reminder; the chiefs follow from the day it was written down', () => {
    const way = new Scenario('2026-03-30T08:00:00.000Z').report({ receivedAt: '2026-03-02T08:00:00Z', channel: 'lateRegistered' });
    expect(days(way, 'LOK-KLAG-SVAR')).toEqual(['remind1 enhetschef 2026-03-13', 'escalate1 avdelningschef 2026-03-31', 'escalate2 socialchef 2026-04-07']);
  });

  test('each is said once; done again it changes nothing; what was met in time is never mentioned', () => {
    const way = new Scenario('2026-03-02T09:00:00.000Z')
      .report()
      .does(people.manager, { type: 'GiveFeedback', what: 'confirmation', method: 'phone' })
      .passUntil('2026-04-30T12:00:00.000Z');
    const said = way.log
      .filter((event) => event.type === 'ReminderDue' || event.type === 'Escalated')
      .map((event) => `${event.type} ${String((event.open as { duty: string }).duty)} ${(event.open as { level: number }).level}`);
    expect(said).toHaveLength(8);
    expect(new Set(said).size).toBe(8);
    expect(said.some((text) => text.includes('BEKRAFTA'))).toBe(false);
    expect(way.case.duties.find((duty) => duty.rule === 'LOK-KLAG-SVAR')).toMatchObject({ reminders: 2, escalation: 2 });
  });

  test('a late duty of law is raised again each week where nothing else is set, up to the highest, until it is met; a local rule twice (PSL 3 kap. 8 §)', () => {
    const way = new Scenario('2026-03-02T09:00:00.000Z').report({ kind: 'deviation', lawAreas: ['HSL'], what: 'x' }, people.carer);
    way.does(people.mas, { type: 'AnswerTriage', irregularity: 'no', careInjury: 'yes', danger: 'no', reasons: 'x' });
    const raised = (rule: string) =>
      way.log.flatMap((event) => (event.type === 'Escalated' && event.open.duty.startsWith(`${rule}#`) ? [`${event.open.level} ${event.open.toRole}`] : []));
    way.passUntil('2026-04-20T12:00:00.000Z');
    expect(raised('LM-PATIENTINFO')).toEqual(['1 avdelningschef', '2 socialchef', '3 namnd', '4 namnd', '5 namnd', '6 namnd', '7 namnd']);
    expect(raised('LOK-AVV-BEDOM')).toEqual(['1 avdelningschef', '2 socialchef']);
    const points = ['whatHappened', 'measures', 'complaints', 'patientsCommittee', 'ivo', 'compensation'];
    way.does(people.mas, { type: 'InformPatient', points, journalRef: 'Anteckning' }).passUntil('2026-07-01T12:00:00.000Z');
    expect(raised('LM-PATIENTINFO')).toHaveLength(7);
  });

  test.each([1, 7, 14])('how often is the municipality’s own: %s days from one to the next, by its setting', (raisedAgainAfter) => {
    const units = new Organisation(organisation.at('2026-03-02'), { ...defaultSettings, raisedAgainAfter });
    const way = new Scenario('2026-03-02T09:00:00.000Z', units).report({ kind: 'deviation', lawAreas: ['HSL'], what: 'x' }, people.carer);
    way.does(people.mas, { type: 'AnswerTriage', irregularity: 'no', careInjury: 'yes', danger: 'no', reasons: 'x' });
    const next = () => agenda(way.case, units.settings).find(({ rule, level }) => rule === 'LM-PATIENTINFO' && level > 2)?.at ?? '';
    const raised: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      raised.push(next());
      way.passUntil(next());
    }
    const gaps = raised.slice(1).map((at, n) => Math.round((Date.parse(at) - Date.parse(raised[n] as string)) / 86_400_000));
    expect(Math.min(...gaps)).toBe(raisedAgainAfter);
    // A day off puts it to the next working day.
    expect(Math.max(...gaps)).toBeLessThan(raisedAgainAfter + 5);
  });

  test('a long time away gives one notice when it comes back, not one for every week', () => {
    const way = new Scenario('2026-03-02T09:00:00.000Z').report({ kind: 'deviation', lawAreas: ['HSL'], what: 'x' }, people.carer);
    way.does(people.mas, { type: 'AnswerTriage', irregularity: 'no', careInjury: 'yes', danger: 'no', reasons: 'x' });
    way.now = '2026-09-01T09:00:00.000Z';
    way.passUntil('2026-09-01T12:00:00.000Z');
    expect(way.log.filter((event) => event.type === 'Escalated' && event.open.duty.startsWith('LM-PATIENTINFO')).length).toBeLessThan(4);
  });

  test('before its time nothing is done', () => {
    const way = new Scenario('2026-03-02T09:00:00.000Z').report();
    way.when({ type: 'PerformAgendaItem', item: agenda(way.case)[0]?.id as string }, people.system);
    expect(way.last).toEqual([]);
  });
});
