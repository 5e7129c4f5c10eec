import { RecordScenario } from '../../../../test/support/record-scenario.js';
import { people } from '../../../../test/support/scenario.js';
import { uuidOf } from '../ids.js';
import { personActor } from '../org/actor.js';
import { defaultSettings } from '../org/settings.js';
import { headingOf, headingTerm } from '../records/heading.js';
import { agenda } from './agenda.js';
import { logReviewType } from './index.js';

const { dataOfficer, director, manager, divisionHead, controller, registrar, sas, carer, system } = people;
const now = '2026-11-02T08:00:00.000Z';
const planned = { month: '2026-10', unit: 'namnd', due: '2026-11-17' };
const review = (body: object = {}, actor = dataOfficer) => new RecordScenario(logReviewType, now).create({ ...planned, ...body }, actor);
const noRemark = { type: 'NoteResult', verdict: 'noRemark', looked: 30, found: 'Stickprovet: alla hade skäl att läsa.' };
const remark = { type: 'NoteResult', verdict: 'remark', looked: 30, found: 'Två åtkomster utan skäl.' };
const close = { type: 'CloseLogReview' };
const steps = (way: RecordScenario<Parameters<typeof agenda>[0]>) =>
  agenda(way.record, defaultSettings).map(({ do: what, at, toRole, toPerson }) => [what, at.slice(0, 10), toRole, toPerson]);

describe('A control of the access log as a record (lag 2001:454, 10 §)', () => {
  test('is planned for a month, made, and closed without more where there was nothing to remark on', () => {
    const way = review();
    expect(logReviewType.facts(way.record)).toMatchObject({ status: 'planned', due: '2026-11-17', closed: false, values: { month: '2026-10' } });
    way.does(dataOfficer, noRemark);
    expect(logReviewType.facts(way.record)).toMatchObject({ status: 'noRemark', values: { verdict: 'noRemark', looked: 30 } });
    way.does(dataOfficer, close);
    expect(way.types()).toEqual(['LogReviewPlanned', 'ResultNoted', 'LogReviewClosed']);
    expect(logReviewType.facts(way.record)).toMatchObject({ status: 'closed', due: null, closed: true });
  });

  test('is headed by its month from the first moment, and by the same when somebody has written what it showed', () => {
    const way = review();
    const heading = (texts = {}) => headingOf(logReviewType, logReviewType.facts(way.record).values, texts);
    expect(heading()).toBe('Loggkontroll för oktober 2026');
    way.does(dataOfficer, remark);
    expect(heading({ found: 'Två åtkomster utan skäl.' })).toBe('Loggkontroll för oktober 2026');
    expect(headingTerm(logReviewType)).toBe('Kontroll');
  });

  test.each([[{}], [{ done: '' }], [{ done: '  ' }]])('with a remark it is not closed by %j: what was done must be said', (said) => {
    const way = review().does(dataOfficer, remark);
    way.when(dataOfficer, { ...close, ...said });
    expect([way.refusal?.code, way.lacks(), way.record.closedAt]).toEqual(['incomplete', ['CloseLogReview.done'], null]);
    way.does(dataOfficer, { ...close, done: 'Samtal med cheferna, behörigheten ändrad.' });
    expect(way.record.closedAt).not.toBeNull();
  });

  test('is never closed before its result, has one result, and takes nothing when it is closed', () => {
    expect(review().when(dataOfficer, close).refusal?.code).toBe('alreadyMet');
    const way = review().does(dataOfficer, noRemark);
    expect(way.when(dataOfficer, remark).refusal?.code).toBe('alreadyMet');
    way.does(dataOfficer, close);
    for (const command of [noRemark, close]) expect(way.when(dataOfficer, command).refusal?.code).toBe('alreadyMet');
  });

  test.each([
    ['a day that has passed', { due: '2026-11-01' }, ['PlanLogReview.due']],
    ['a day before the month is over', { month: '2026-11', due: '2026-11-30' }, ['PlanLogReview.due']],
    ['a day more than a year ahead', { due: '2027-11-03' }, ['PlanLogReview.due']],
    ['the last day of the year', { month: '2026-12', due: '2026-12-31' }, ['PlanLogReview.due']],
  ])('is not planned with %s', (_what, wrong, lacks) => {
    expect(review(wrong).lacks()).toEqual(lacks);
  });

  test.each(['2026-13', '2026-1', 'oktober', '1926-10', '19850101-1234', ''])('“%s” is no month', (month) => {
    expect(() => review({ month })).toThrow('månaden');
  });

  test('has no result before its month is over, and no remark without an access that was looked at', () => {
    const way = review({ month: '2026-11', due: '2026-12-01' });
    expect(way.when(dataOfficer, { ...remark, looked: 0 }).lacks()).toEqual(['NoteResult.verdict', 'NoteResult.looked']);
    expect(way.at('2026-11-30T22:59:59.000Z').when(dataOfficer, noRemark).lacks()).toEqual(['NoteResult.verdict']);
    way.at('2026-11-30T23:00:00.000Z').does(dataOfficer, { ...noRemark, looked: 0 });
  });

  test('the data protection officer is reminded on its day, the board a week later, until it is closed', () => {
    const way = review();
    const both = [
      ['remind', '2026-11-17', 'dso', null],
      ['escalate', '2026-11-25', 'namnd', null],
    ];
    expect(steps(way)).toEqual(both);
    expect(steps(way.does(dataOfficer, remark))).toEqual(both);
    const [first] = agenda(way.record, defaultSettings);
    expect(way.when(system, { type: 'TakeStep', step: first?.id }).refusal?.code).toBe('tooEarly');
    way.at('2026-11-17T08:00:00.000Z').does(system, { type: 'TakeStep', step: first?.id });
    expect(steps(way)).toEqual(both.slice(1));
    expect(steps(way.does(dataOfficer, { ...close, done: 'Åtgärdat.' }))).toEqual([]);
  });

  test('is made by the data protection officer alone, read by the head and the board too, and by nobody else', () => {
    for (const actor of [director, manager, divisionHead, controller, registrar]) expect(review({}, actor).refusal?.code).toBe('notYours');
    const way = review();
    const board = personActor(uuidOf('person', 'board'), [{ role: 'namnd', unit: 'namnd' }]);
    expect([dataOfficer, director, board].map((actor) => way.sees(actor))).toEqual([true, true, true]);
    for (const actor of [manager, divisionHead, controller, registrar, sas, carer]) {
      expect(way.sees(actor)).toBe(false);
      expect(way.when(actor, noRemark).refusal?.code).toBe('notFound');
    }
    for (const actor of [director, board]) expect(way.when(actor, noRemark).refusal?.code).toBe('notYours');
  });
});
