import { RecordScenario } from '../../../../test/support/record-scenario.js';
import { people } from '../../../../test/support/scenario.js';
import { uuidOf } from '../ids.js';
import { defaultSettings } from '../org/settings.js';
import type { NewRecordEvent } from '../records/record-event.js';
import { agenda } from './agenda.js';
import { drawn } from './draw.js';
import { selfCheckType } from './index.js';
import { latest, type SelfCheck } from './selfcheck.js';

const { carer, manager, otherManager, divisionHead, sas, controller, provider, system } = people;
const planned = { unit: 'afs-norra', process: 'h6', what: 'Kontroll av dokumentation', way: 'other', months: ['09', '03'] };
const plan = (body: object = {}) => new RecordScenario<SelfCheck>(selfCheckType).create({ ...planned, ...body }, manager);
const perform = (verdict: string, more: object = {}) => ({ type: 'PerformSelfCheck', verdict, ...more });
const cases = Array.from({ length: 12 }, (_, n) => uuidOf('case', n));
const draw = (ids: readonly string[] = cases) => ({ type: 'DrawCases', from: '2025-03-02', to: '2026-03-02', position: 9, cases: ids });
const answer = (caseId: string | null, ...given: readonly string[]) => given.map((one, question) => ({ caseId, question, answer: one }));

describe('A self-check of a unit (SOSFS 2011:9, 5 kap. 2 §)', () => {
  test('R-164 R-255 is planned for months of the year, and waited for until the end of each', () => {
    const way = plan();
    expect([way.record.months, way.record.due, way.record.role]).toEqual([['03', '09'], '2026-03-31', 'enhetschef']);
    way.does(manager, perform('approved'));
    expect([way.record.due, latest(way.record)?.due]).toEqual(['2026-09-30', '2026-03-31']);
    way.at('2027-04-04T08:00:00.000Z').does(manager, perform('approved'));
    // Made late: the next one is not passed over, though its day has come too.
    expect(way.record.due).toBe('2027-03-31');
  });

  test('R-256 R-266 one that was not carried out has its reason and a new day, and is not one that failed', () => {
    const way = plan();
    expect(way.when(manager, perform('notDone')).lacks()).toEqual(['PerformSelfCheck.reasons', 'PerformSelfCheck.newDay']);
    expect(way.when(manager, perform('notDone', { reasons: 'x', newDay: '2028-01-01' })).lacks()).toEqual(['PerformSelfCheck.newDay']);
    way.does(manager, perform('notDone', { reasons: 'Sjukdom.', newDay: '2027-02-15', stated: 'notApproved', statedIn: '002' }));
    expect(latest(way.record)).toMatchObject({ verdict: 'notDone', stated: { verdict: 'notApproved', in: '002' } });
    expect(selfCheckType.facts(way.record)).toMatchObject({ status: 'notDone', due: '2027-02-15', values: { stated: '002 skrev: Ej godkänd' } });
    way.at('2027-02-10T08:00:00.000Z').does(manager, perform('approved'));
    expect(way.record.due).toBe('2027-03-31');
  });

  test('one that is not approved says what it showed, or what is to be done', () => {
    expect(plan().when(manager, perform('notApproved')).lacks()).toEqual(['PerformSelfCheck.found']);
    expect(plan().does(manager, perform('notApproved', { action: 'Ny rutin' })).record.performances).toHaveLength(1);
  });

  test.each([
    [{ met: 8 }, ['of']],
    [{ of: 8 }, ['met']],
    [{ met: 0, of: 0 }, ['of']],
    [{ met: 9, of: 8 }, ['met']],
    [{ on: '2026-03-03' }, ['on']],
    [{ newDay: '2026-05-01' }, ['newDay']],
    [{ stated: 'approved' }, ['statedIn']],
  ])('R-259 a measured result is so many of so many: %p lacks %p', (more, lacks) => {
    expect(plan().when(manager, perform('approved', more)).lacks()).toEqual(lacks.map((field) => `PerformSelfCheck.${field}`));
  });

  test('R-259 what was measured stands beside the verdict', () => {
    const way = plan().does(manager, perform('approved', { met: 28, of: 30 }));
    expect(selfCheckType.terms(way.record)).toContainEqual({ term: 'Mätt', text: '28 av 30 (93 %)' });
  });

  test('R-193 questions are answered yes or no, and counted without what does not apply', () => {
    const way = plan({ way: 'questions', questions: 'Samtal förda?\n\nPlan gjord?\nBarnet hört?' });
    expect([way.record.questions, way.when(manager, perform('approved')).lacks()]).toEqual([3, ['PerformSelfCheck.verdict']]);
    expect(way.when(manager, { type: 'AnswerQuestions', answers: answer(null, 'yes', 'no') }).lacks()).toEqual(['AnswerQuestions.answers']);
    way.does(manager, { type: 'AnswerQuestions', answers: answer(null, 'yes', 'no', 'notApplicable') });
    way.does(manager, perform('approved', { met: 9, of: 9 }));
    expect([latest(way.record)?.measured, way.record.basis]).toEqual([{ met: 1, of: 2 }, null]);
    // Those of the next occasion are answered anew.
    expect(way.when(manager, perform('approved')).lacks()).toEqual(['PerformSelfCheck.verdict']);
    way.does(manager, { type: 'AnswerQuestions', answers: answer(null, 'notApplicable', 'notApplicable', 'notApplicable') });
    expect(latest(way.does(manager, perform('approved')).record)?.measured).toBeNull();
    way.does(manager, perform('notDone', { reasons: 'Hann inte.', newDay: '2026-04-10' }));
  });

  test('a sample is drawn by the platform alone, once for each occasion, and the same seed draws the same', () => {
    const way = plan({ way: 'sample', questions: 'Är journalen förd?', sample: 5 });
    expect(way.when(manager, draw()).refusal?.code).toBe('notYours');
    expect(way.when(system, draw([])).lacks()).toEqual(['DrawCases.cases']);
    expect(way.when(manager, { type: 'AnswerQuestions', answers: answer(cases[0] as string, 'yes') }).refusal?.code).toBe('alreadyMet');
    way.does(system, draw());
    const { seed, among } = (way.log.at(-1) as NewRecordEvent).open as { seed: string; among: number };
    const first = way.record.basis?.cases ?? [];
    expect([first.length, among, first]).toEqual([5, 12, drawn(seed, cases.toReversed(), 5)]);
    expect(drawn(uuidOf('another'), cases, 5)).not.toEqual(first);
    expect(way.when(system, draw()).refusal?.code).toBe('alreadyMet');
    const outside = cases.find((id) => !first.includes(id)) as string;
    expect(way.when(manager, { type: 'AnswerQuestions', answers: answer(outside, 'yes') }).lacks()).toContain('AnswerQuestions.answers');
    // Who answers need not see all of them.
    way.does(manager, { type: 'AnswerQuestions', answers: first.slice(0, 3).flatMap((id, n) => answer(id, n === 0 ? 'no' : 'yes')) });
    way.does(manager, perform('approved'));
    expect(latest(way.record)?.measured).toEqual({ met: 2, of: 3 });
  });

  test('each case has the same chance of being drawn', () => {
    const times = new Map<string, number>();
    for (let n = 0; n < 3_000; n += 1) for (const id of drawn(uuidOf('seed', n), cases, 4)) times.set(id, (times.get(id) ?? 0) + 1);
    // 1,000 each is expected, with a standard deviation of 26.
    for (const id of cases) expect(Math.abs((times.get(id) ?? 0) - 1_000)).toBeLessThan(130);
  });

  test('R-262 a figure is computed by the platform, and the verdict is a person’s', () => {
    const way = plan({ way: 'computed', measure: 'complaintsCategorised' });
    const figure = { type: 'ComputeFigure', from: '2025-03-02', to: '2026-03-02', position: 9, among: 12, cases: cases.slice(0, 3) };
    expect(way.when(manager, figure).refusal?.code).toBe('notYours');
    expect(way.when(manager, perform('approved')).lacks()).toEqual(['PerformSelfCheck.verdict']);
    way.does(system, figure);
    expect(selfCheckType.casesOf(way.record)).toEqual(cases.slice(0, 3));
    way.does(manager, perform('notApproved', { found: 'Tre utan kategori.' }));
    expect(latest(way.record)?.measured).toEqual({ met: 9, of: 12 });
  });

  test.each([
    [{ way: 'questions' }, 'questions'],
    [{ way: 'other', questions: 'En fråga' }, 'questions'],
    [{ way: 'sample', questions: 'En fråga' }, 'sample'],
    [{ way: 'sample', questions: 'En fråga', sample: 51 }, 'sample'],
    [{ way: 'computed' }, 'measure'],
    [{ months: [] }, 'months'],
    [{ owner: people.otherManager.person }, 'owner'],
  ])('is not planned by halves: %p', (body, lacks) => {
    const way = plan(body);
    expect([way.state, way.lacks()]).toEqual([null, [`PlanSelfCheck.${lacks}`]]);
  });

  test('whoever has it is reminded on the day, and the next chief a week later, until it has its verdict', () => {
    const steps = (way: RecordScenario<SelfCheck>) =>
      agenda(way.record, defaultSettings).map(({ do: what, toRole, toPerson, at }) => [what, toRole, toPerson, at.slice(0, 10)]);
    expect(steps(plan())).toEqual([
      ['remind', 'enhetschef', null, '2026-03-31'],
      ['escalate', 'avdelningschef', null, '2026-04-08'],
    ]);
    const named = plan({ owner: carer.person, role: 'sas' });
    expect(steps(named)).toEqual([
      ['remind', 'sas', carer.person, '2026-03-31'],
      ['escalate', 'sas', null, '2026-04-08'],
    ]);
    named.does(carer, perform('approved'));
    expect(steps(named).map(([, , , day]) => day)).toEqual(['2026-09-30', '2026-10-08']);
    named.does(manager, { type: 'EndSelfCheck', reasons: 'Verksamheten upphör.' });
    expect([steps(named), selfCheckType.facts(named.record)]).toMatchObject([[], { status: 'ended', due: null, closed: true }]);
  });

  test('an occasion that is late or was put off is not planned away: it gets its verdict', () => {
    const way = plan().at('2026-05-04T08:00:00.000Z');
    way.does(manager, { type: 'ReplanSelfCheck', months: ['11'] });
    expect(way.record.due).toBe('2026-03-31');
    way.does(manager, perform('notDone', { reasons: 'Hann inte.', newDay: '2026-06-01' })).does(manager, { type: 'ReplanSelfCheck', months: ['05', '12'] });
    expect(way.record.due).toBe('2026-06-01');
    way.does(manager, perform('approved')).does(manager, { type: 'ReplanSelfCheck', months: ['05', '12'] });
    expect(way.record.due).toBe('2026-12-31');
  });

  test('one that has been made this month is not asked for again when the months are changed', () => {
    const way = plan()
      .does(manager, perform('approved'))
      .does(manager, { type: 'ReplanSelfCheck', months: ['03', '06'] });
    expect(way.record.due).toBe('2026-06-30');
  });

  test('R-253 INC-13 names the risk that it watches, of those that the planner sees', () => {
    const risk = uuidOf('a risk');
    const way = new RecordScenario<SelfCheck>(selfCheckType);
    expect(way.create({ ...planned, risk }, manager).refusal?.code).toBe('unknownReference');
    way.seen.add(`risk/${risk}`);
    expect(selfCheckType.facts(way.create({ ...planned, risk }, manager).record).values['serves']).toEqual([`risk/${risk}`]);
  });

  test('R-265 is planned by those who answer for the unit, read by its staff, and seen by nobody elsewhere', () => {
    const way = plan();
    expect([carer, manager, divisionHead, sas, controller].map((by) => way.sees(by))).toEqual([true, true, true, true, true]);
    expect([otherManager, provider, people.anonymous].map((by) => way.sees(by))).toEqual([false, false, false]);
    expect(way.when(carer, perform('approved')).refusal?.code).toBe('notYours');
    expect(new RecordScenario(selfCheckType).create(planned, carer).refusal?.code).toBe('notYours');
    way.does(manager, { type: 'DescribeSelfCheck', what: 'Kontroll av journaler' });
    expect(way.when(manager, { type: 'DescribeSelfCheck', what: 'x', questions: 'En fråga' }).lacks()).toEqual(['DescribeSelfCheck.questions']);
  });
});
