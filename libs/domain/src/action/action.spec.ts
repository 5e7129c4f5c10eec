import { RecordScenario } from '../../../../test/support/record-scenario.js';
import { people } from '../../../../test/support/scenario.js';
import { uuidOf } from '../ids.js';
import { defaultSettings } from '../org/settings.js';
import { agenda } from './agenda.js';
import { actionType } from './index.js';

const { carer, manager, otherManager, divisionHead, sas, system } = people;
const risk = uuidOf('a risk');
const proposed = { unit: 'afs-norra', area: 'routines', what: 'Skriv en rutin', howJudged: 'Mät igen', due: '2026-05-29' };
const action = (body: object = {}) => {
  const way = new RecordScenario(actionType);
  way.seen.add(`risk/${risk}`);
  return way.create({ ...proposed, ...body }, manager);
};
const decide = { type: 'DecideAction', owner: carer.person, due: '2026-05-29', effectDue: '2026-08-31' };
const decided = () => action().does(manager, decide);
const done = () => decided().at('2026-05-20T08:00:00.000Z').does(carer, { type: 'CompleteAction', doneOn: '2026-05-20' });
const steps = (way: RecordScenario<Parameters<typeof agenda>[0]>) =>
  agenda(way.record, defaultSettings).map(({ do: what, about, at, toRole, toPerson }) => [what, about, at.slice(0, 10), toPerson === null ? toRole : 'owner']);

describe('An action as a record of its own (R-093, R-213)', () => {
  test('is proposed by whoever works there, decided on by those who answer for it, done, and judged', () => {
    const way = new RecordScenario(actionType).create(proposed, carer);
    expect(way.when(carer, decide).refusal?.code).toBe('notYours');
    way.does(manager, decide).does(carer, { type: 'StartAction' });
    way.at('2026-05-20T08:00:00.000Z').does(carer, { type: 'CompleteAction', doneOn: '2026-05-20', how: 'Rutinen är beslutad.' });
    expect(way.when(carer, { type: 'JudgeEffect', effect: 'yes', evidence: 'x' }).refusal?.code).toBe('notYours');
    way.does(manager, { type: 'JudgeEffect', effect: 'yes', evidence: 'Inga händelser sedan i maj.' });
    expect(way.types()).toEqual(['ActionProposed', 'ActionDecided', 'ActionStarted', 'ActionCompleted', 'EffectJudged']);
    expect(actionType.facts(way.record)).toMatchObject({ status: 'judged', closed: true, due: null });
  });

  test('its effect is never judged before it is done', () => {
    for (const way of [action(), decided(), decided().does(manager, { type: 'StartAction' })])
      expect(way.when(manager, { type: 'JudgeEffect', effect: 'yes', evidence: 'x' }).refusal?.code).toBe('alreadyMet');
  });

  test('R-071 without effect it is opened again with new days, and nothing else closes it', () => {
    const way = done().when(manager, { type: 'JudgeEffect', effect: 'no', evidence: 'Samma sak hände igen.' });
    expect([way.refusal?.code, way.lacks()]).toEqual(['incomplete', ['JudgeEffect.due', 'JudgeEffect.effectDue']]);
    way.does(manager, { type: 'JudgeEffect', effect: 'no', evidence: 'x', due: '2026-09-30', effectDue: '2026-12-31' });
    expect(way.record).toMatchObject({ state: 'decided', round: 1, due: '2026-09-30', effect: null, doneOn: null });
    expect(actionType.facts(way.record).closed).toBe(false);
    expect(done().when(manager, { type: 'JudgeEffect', effect: 'yes', evidence: 'x', due: '2026-09-30' }).lacks()).toEqual(['JudgeEffect.due']);
  });

  test.each([
    ['a day that has passed', { due: '2026-03-01' }, ['DecideAction.due']],
    ['an effect before it is done', { effectDue: '2026-05-01' }, ['DecideAction.effectDue']],
    ['an owner of another unit', { owner: otherManager.person }, ['DecideAction.owner']],
    [
      'everything at once',
      { due: '2030-01-01', effectDue: '2026-05-01', owner: otherManager.person },
      ['DecideAction.due', 'DecideAction.effectDue', 'DecideAction.owner'],
    ],
  ])('a decision names %s', (_what, wrong, lacks) => {
    expect(
      action()
        .when(manager, { ...decide, ...wrong })
        .lacks(),
    ).toEqual(lacks);
  });

  test('it is done on a day between the decision and today', () => {
    for (const doneOn of ['2026-03-03', '2026-02-27'])
      expect(decided().when(carer, { type: 'CompleteAction', doneOn }).lacks()).toEqual(['CompleteAction.doneOn']);
  });

  test('one action may serve several risks, of those the actor sees', () => {
    const way = action({ risk });
    expect(way.record.serves).toEqual([`risk/${risk}`]);
    const other = uuidOf('another risk');
    expect(way.when(manager, { type: 'ExtendAction', risk: other }).refusal?.code).toBe('unknownReference');
    way.seen.add(`risk/${other}`);
    expect(way.does(manager, { type: 'ExtendAction', risk: other }).record.serves).toEqual([`risk/${risk}`, `risk/${other}`]);
    expect(way.when(manager, { type: 'ExtendAction', risk: other }).lacks()).toEqual(['ExtendAction.risk']);
    expect(new RecordScenario(actionType).create({ ...proposed, risk }, manager).refusal?.code).toBe('unknownReference');
  });

  test('a proposal that nobody decides on is not forgotten', () => {
    expect(steps(action())).toEqual([['remind', 'decision', '2026-03-16', 'enhetschef']]);
  });

  test('R-071 its owner is reminded before the day and on it, and asked for the effect; a week after each the chief is told', () => {
    expect(steps(decided())).toEqual([
      ['remind', 'soonDue', '2026-05-22', 'owner'],
      ['remind', 'due', '2026-05-29', 'owner'],
      ['escalate', 'due', '2026-06-05', 'enhetschef'],
    ]);
    expect(steps(done())).toEqual([
      ['ask', 'effect', '2026-08-31', 'owner'],
      ['escalate', 'effect', '2026-09-08', 'enhetschef'],
    ]);
  });

  test('a step is taken once; other days and another round have steps of their own', () => {
    const way = decided().at('2026-05-22T07:00:00.000Z');
    const [first] = agenda(way.record, defaultSettings);
    way.does(system, { type: 'TakeStep', step: first?.id });
    expect(steps(way).map(([, about]) => about)).toEqual(['due', 'due']);
    way.does(manager, { type: 'PostponeAction', due: '2026-10-30', effectDue: '2026-12-31', reasons: 'Sjukdom.' });
    expect(steps(way)[0]).toEqual(['remind', 'soonDue', '2026-10-23', 'owner']);
  });

  test('its owner sees it and works on it, wherever they work; others elsewhere do not', () => {
    const way = decided();
    expect([carer, manager, divisionHead, sas].map((by) => way.sees(by))).toEqual([true, true, true, true]);
    expect(way.sees(otherManager)).toBe(false);
    way.does(manager, { type: 'ChangeOwner', owner: divisionHead.person });
    expect(way.record.owner).toBe(divisionHead.person);
    expect(way.when(manager, { type: 'ChangeOwner', owner: otherManager.person }).lacks()).toEqual(['ChangeOwner.owner']);
  });

  test('it is dropped with reasons, and not when it is done', () => {
    expect(actionType.facts(decided().does(manager, { type: 'DropAction', reasons: 'Behövs inte.' }).record)).toMatchObject({
      status: 'dropped',
      closed: true,
    });
    expect(done().when(manager, { type: 'DropAction', reasons: 'x' }).refusal?.code).toBe('alreadyMet');
  });
});
