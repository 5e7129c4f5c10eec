// Before any schema is made of the lists.
import '../../../../../test/support/dated-codes.js';
import { added, TURN } from '../../../../../test/support/dated-codes.js';
import { RecordScenario } from '../../../../../test/support/record-scenario.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { riskType } from '../../risk/index.js';
import { commandNamed } from '../commands.schema.js';
import { caseEvents } from '../events.schema.js';
import { codesOffered } from './codes-of-day.js';

const { manager, registrar } = people;
const [MARCH, APRIL, MAY] = ['2025-03-31T08:00:00.000Z', '2025-04-01T08:00:00.000Z', '2025-05-02T08:00:00.000Z'] as const;
const [begun, ended, future] = [added.begun.code, added.ended.code, added.future.code];
const of = (...categories: readonly string[]) => ({ type: 'ClassifyCase', categories }) as const;
const correct = (set: Record<string, unknown>) => ({ type: 'CorrectCase', set, why: 'wrongFromStart', reasons: 'Fel från början.' }) as const;
const received = (receivedAt: string, more: Record<string, unknown> = {}) => new Scenario(MAY).report({ receivedAt, ...more }, registrar);
const SAID = {
  begun: '”Digitala tjänster” kan väljas från och med den 1 april 2025. Ärendet togs emot den 31 mars 2025. Välj ett alternativ som gällde då',
  ended: '”Faxtjänster” kan väljas till och med den 31 mars 2025. Ärendet togs emot den 1 april 2025. Välj ett alternativ som gällde då',
};

describe('What describes the event is stated by the codes of the day it was received', () => {
  test.each([
    [MARCH, begun, SAID.begun],
    [APRIL, ended, SAID.ended],
  ])('a report of %s with %s is refused, and told from or until which day', (receivedAt, code, text) => {
    const way = received(receivedAt, { categories: ['treatment', code] });
    expect(way.refusal).toMatchObject({ code: 'incomplete', missing: [{ field: 'categories', text }] });
  });

  test.each([
    [MARCH, ended],
    [APRIL, begun],
    // The last minute and the first one, in Stockholm.
    ['2025-03-31T21:59:00.000Z', ended],
    ['2025-03-31T22:00:00.000Z', begun],
  ])('a report of %s with %s is taken, whatever holds on the day it is registered', (receivedAt, code) => {
    expect(received(receivedAt, { categories: [code] }).case.desc.categories).toEqual([code]);
  });

  test('one who reports without log-in reports today', () => {
    const tried = (code: string) => new Scenario(MAY).report({ categories: [code], receivedAt: MARCH }, people.anonymous);
    expect([tried(ended), tried(begun)].map((way) => way.lacks())).toEqual([['categories'], []]);
  });

  test('an old case is classified today by the codes of its own day', () => {
    expect(received(MARCH).when(of(ended)).types()).toContain('CaseClassified');
    expect(received(MARCH).when(of(begun, 'treatment')).said()).toContain(SAID.begun);
    expect(received(APRIL).when(of(begun)).types()).toContain('CaseClassified');
    const way = received(APRIL).when(of(ended, future));
    expect(way.lacks()).toEqual(['ClassifyCase.categories', 'ClassifyCase.categories']);
  });

  test('so it is on every way that states it: on the short path, and when it is corrected', () => {
    const short = { type: 'CloseAtOnce', toldOnTheSpot: true, categories: [begun], whatWasDone: 'Vi ringde.' } as const;
    expect(received(MARCH).when(short).lacks()).toContain('CloseAtOnce.categories');
    expect(
      received(MARCH)
        .when(correct({ categories: [begun] }))
        .lacks(),
    ).toEqual(['CorrectCase.set.categories']);
    expect(
      received(APRIL)
        .when(correct({ categories: [begun] }))
        .types(),
    ).toContain('CaseCorrected');
  });

  test('a corrected day of receipt is the day: what is stated with it, and what stands already, must hold then', () => {
    const way = received(APRIL, { categories: [begun] });
    expect(way.when(correct({ receivedAt: MARCH })).refusal?.missing).toEqual([{ field: 'CorrectCase.set.categories', text: SAID.begun }]);
    expect(way.when(correct({ receivedAt: MARCH, categories: [begun] })).lacks()).toEqual(['CorrectCase.set.categories']);
    expect(way.when(correct({ receivedAt: MARCH, categories: [ended] })).types()).toContain('CaseCorrected');
    expect(way.case.desc).toMatchObject({ receivedAt: MARCH, categories: [ended] });
  });

  test('what stands already is not stated anew: a case from before the code had days is still classified and corrected', () => {
    const way = received(MARCH);
    way.state = { ...way.case, desc: { ...way.case.desc, categories: [begun as 'other'] } };
    expect(way.when(of(begun, 'treatment')).types()).toContain('CaseClassified');
    expect(way.when(of('treatment', future)).lacks()).toEqual(['ClassifyCase.categories']);
    expect(way.when(correct({ receivedAt: '2025-03-30T08:00:00.000Z' })).types()).toContain('CaseCorrected');
  });
});

describe('Anything else is stated by the codes of today', () => {
  const confirm = { type: 'GiveFeedback', what: 'confirmation', method: added.method.code } as const;

  test('a code that begins later is refused until its day, also in a case from after it', () => {
    const way = new Scenario(MARCH).report().when(confirm);
    expect(way.refusal?.missing).toEqual([
      { field: 'GiveFeedback.method', text: '”Videosamtal” kan väljas från och med den 1 april 2025. Välj ett alternativ som gäller i dag' },
    ]);
    way.now = APRIL;
    expect(way.when(confirm).types()).toContain('FeedbackGiven');
  });

  test('it is said together with everything else that is wrong', () => {
    const way = new Scenario(MARCH).report().when({ ...confirm, at: MAY });
    expect(way.lacks().toSorted()).toEqual(['GiveFeedback.at', 'GiveFeedback.method']);
  });

  test('also where it follows a report in the same transaction, of whatever day the report is', () => {
    const letter = { type: 'RecordAuthorityRequest', from: added.authority.code, letterOn: '2025-03-28' };
    const reported = (now: string) => new Scenario(now).report({ receivedAt: MARCH, followedBy: [letter] }, registrar);
    expect(reported(MARCH).lacks()).toEqual(['RecordAuthorityRequest.from']);
    expect(reported(MAY).types()).toContain('AuthorityAsked');
  });

  test('on a record too: a code that has ended is taken until its last day', () => {
    const risk = { unit: 'afs-norra', activity: 'Ta emot', description: 'Hanteras inte', probability: '4', consequence: '3', nextReview: '2025-06-01' };
    const way = new RecordScenario(riskType, MARCH).create(risk, manager);
    const close = { type: 'CloseRisk', reason: added.reason.code, reasons: 'Skäl.' } as const;
    expect(way.at(APRIL).when(manager, close).refusal?.missing).toEqual([
      { field: 'CloseRisk.reason', text: '”Delad i flera” kan väljas till och med den 31 mars 2025. Välj ett alternativ som gäller i dag' },
    ]);
    expect(way.at(MARCH).does(manager, close).types()).toContain('RiskClosed');
  });
});

describe('What a form offers', () => {
  const classify = commandNamed.ClassifyCase;
  const offered = (state: Scenario['case'], inForm: readonly string[] = []) =>
    (codesOffered(classify, 'categories', null, { state, today: MAY.slice(0, 10), inForm }) ?? []).filter((code) =>
      [begun, ended, future].includes(code as typeof begun),
    );

  test('are the codes of the day, those that stand in the case, and those that somebody has chosen in the form', () => {
    expect(offered(received(MARCH).case)).toEqual([ended]);
    expect(offered(received(APRIL).case)).toEqual([begun]);
    expect(offered(received(MARCH).case, [future])).toEqual([ended, future]);
    const stands = received(MARCH).case;
    expect(offered({ ...stands, desc: { ...stands.desc, categories: [begun as 'other'] } })).toEqual([begun, ended]);
  });

  test('of the choices of the situation only those that hold', () => {
    const state = received(MARCH).case;
    const some = codesOffered(commandNamed.GiveFeedback, 'method', ['phone', added.method.code], { state, today: MARCH.slice(0, 10), inForm: [] });
    expect(some).toEqual(['phone']);
    expect(codesOffered(commandNamed.GiveFeedback, 'method', ['phone', added.method.code], { state, today: TURN, inForm: [] })).toHaveLength(2);
  });
});

test('an event that is stored is read with every code of all times', () => {
  for (const code of [begun, ended, future]) expect(caseEvents.CaseClassified.open.safeParse({ categories: [code] }).error).toBeUndefined();
});
