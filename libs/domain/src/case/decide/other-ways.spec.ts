import { goTo } from '../../../../../test/support/lawful.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { otherWays } from '../../codes/other-ways.js';
import { citationOf, wordingOf } from '../../law/regulation.js';

type Command = Parameters<Scenario['when']>[0];
const { carer, divisionHead, manager, mas, registrar, sas } = people;
const x = 'En mening.';
const complaint = (more: object = {}) => new Scenario().report({ lawAreas: ['SoL'], categories: ['caseHandling'], ...more }, registrar);
const say = (step: string, more: object = {}): Command => ({ type: 'RecordOtherWay', way: 'appeal', step, ...more }) as Command;
const handedOn = say('passedOn', { to: 'decidingAuthority' });
const law = (way: Scenario, rule: string) => {
  const duty = way.duty(rule);
  const wording = duty === null ? undefined : wordingOf(duty.rule, duty.ruleVersion);
  return wording === undefined ? null : [citationOf(wording), wording.type, duty?.dueAt ?? null, duty?.targetAt?.slice(0, 10)];
};

describe('An appeal that came in as a complaint (R-028; FL 43–46 §§)', () => {
  test('is a duty of law without a number from the day it came in, beside the municipality’s own target, until it is passed on', () => {
    const way = complaint()
      .later(2)
      .does(manager, say('found', { cameInOn: '2026-03-03' }));
    expect(law(way, 'FL-OVERLAMNA')).toEqual(['FL 43–46 §§', 'promptness', null, '2026-03-04']);
    way.does(registrar, handedOn);
    expect([way.duty('FL-OVERLAMNA'), way.ended('FL-OVERLAMNA')?.as]).toEqual([null, 'met']);
    expect(way.case.outside.otherWays).toEqual([expect.objectContaining({ way: 'appeal', cameInOn: '2026-03-03', passedOn: true, to: 'decidingAuthority' })]);
  });

  test.each<readonly [string, (way: Scenario) => Scenario]>([
    ['in the ordinary way', (way) => goTo(way, 'followUp', { 'RecordOtherWay.step': () => say('found') }).when({ type: 'AdvanceCase', to: 'closed' })],
    ['at once', (way) => way.when({ type: 'CloseAtOnce', toldOnTheSpot: true, whatWasDone: x, categories: ['treatment'] })],
    ['by handing it over', (way) => way.when({ type: 'HandOverCase', to: 'otherBoard', told: true, reasons: x }, registrar)],
    ['by cancelling it', (way) => way.when({ type: 'CancelCase', reason: 'wronglyRegistered', second: manager.person, text: x }, registrar)],
    [
      'when another case carries it on',
      (way) =>
        goTo(way.does(manager, { type: 'ConvertCase', to: 'deviation', lawAreas: ['SoL'], deviationType: 'other', reasons: x }), 'followUp').when({
          type: 'AdvanceCase',
          to: 'closed',
        }),
    ],
  ])('does not end with the complaint %s', (_, end) => {
    const way = end(complaint().does(manager, say('found')));
    expect(way.lacks()).toContain('RecordOtherWay.step');
    expect(way.said().join()).toContain('FL 43–46 §§');
    expect(way.duty('FL-OVERLAMNA')).not.toBeNull();
  });

  test('is not met by telling the one who wrote where to turn, nor passed on to nobody, nor before it was here', () => {
    const way = complaint().does(manager, say('found'));
    expect(way.when(say('told')).said().join()).toContain('Det räcker inte att berätta');
    expect(way.when(say('passedOn')).lacks()).toEqual(['RecordOtherWay.to']);
    expect(way.when({ ...handedOn, at: '2026-03-01T08:00:00.000Z' } as Command).lacks()).toEqual(['RecordOtherWay.at']);
    expect(way.when(say('found', { cameInOn: '2026-03-03' })).lacks()).toEqual(['RecordOtherWay.cameInOn']);
    expect(way.duty('FL-OVERLAMNA')).not.toBeNull();
  });

  test('was none after all by the decision of one who answers for the complaint, with reasons and without a conflict of interest', () => {
    const way = complaint().does(manager, say('found'));
    expect(way.when(say('mistaken')).lacks()).toEqual(['RecordOtherWay.reasons']);
    expect(way.when(say('mistaken', { reasons: x }), registrar).refusal?.code).toBe('statutoryDutyOpen');
    way.does(divisionHead, say('mistaken', { reasons: x }));
    expect([way.duty('FL-OVERLAMNA'), way.ended('FL-OVERLAMNA')?.as]).toEqual([null, 'notApplicable']);
    way.does(manager, say('found'));
    expect(way.duty('FL-OVERLAMNA')).not.toBeNull();
  });

  test('said twice is said once; a day that was not known is added', () => {
    const way = complaint().does(manager, say('found'), say('found'));
    expect(way.last).toEqual([]);
    way.does(manager, say('found', { cameInOn: '2026-03-02' }));
    expect([way.types()[0], way.case.outside.otherWays.length]).toEqual(['OtherWayRecorded', 1]);
  });
});

describe('The law’s other ways (docs/law/complaints.md#steps)', () => {
  test('the first assessment asks once: each that is ticked is noted by itself, none twice, and not answering takes none away', () => {
    const way = complaint();
    const triage = (ways?: readonly string[]): Command =>
      ({ type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no', ...(ways === undefined ? {} : { otherWays: ways }) }) as Command;
    way.does(manager, triage(['appeal', 'police']));
    expect(way.case.outside.otherWays.map((row) => [row.way, row.doneAt])).toEqual([
      ['appeal', null],
      ['police', null],
    ]);
    way.does(manager, triage(['police']), triage());
    expect(way.case.outside.otherWays).toHaveLength(2);
    expect(way.last.filter(({ type }) => type === 'OtherWayRecorded')).toEqual([]);
  });

  test('concern for a child is notified at once under the law of the day (SoL 19 kap. 1 §), in every kind of case', () => {
    const now: Command = { type: 'RecordOtherWay', way: 'concernForChild', step: 'found' };
    expect(law(complaint().does(manager, now), 'OROSANMALAN')).toEqual(['SoL (2025:400) 19 kap. 1 §', 'promptness', null, '2026-03-02']);
    const deviation = new Scenario().report({ kind: 'deviation', lawAreas: ['HSL'], deviationType: 'other', what: x }, carer).does(manager, now);
    expect(deviation.duty('OROSANMALAN')?.owner).toBe('enhetschef@afs-norra');
    const lexSarah = new Scenario().report({ kind: 'lexSarah', lawAreas: ['SoL'], what: x }, carer).does(sas, now);
    expect(lexSarah.duty('OROSANMALAN')?.owner).toBe('sas@afs-norra');
    const lexMaria = new Scenario()
      .report({ kind: 'deviation', lawAreas: ['HSL'], deviationType: 'other', what: x }, carer)
      .does(mas, { type: 'ConvertCase', to: 'lexMaria', reasons: x })
      .inChild()
      .does(mas, now);
    expect(lexMaria.duty('OROSANMALAN')?.owner).toBe('mas@afs-norra');
    lexMaria.does(mas, { type: 'RecordOtherWay', way: 'concernForChild', step: 'passedOn', to: 'socialServices' });
    expect(lexMaria.ended('OROSANMALAN')?.as).toBe('met');
  });

  test('what came in before the law was this one is owed from the law’s first day, and no earlier law is cited', () => {
    const old = new Scenario('2025-06-20T08:00:00.000Z').report({ lawAreas: ['SoL'] }, registrar).later(30);
    old.does(manager, { type: 'RecordOtherWay', way: 'concernForChild', step: 'found' });
    expect([law(old, 'OROSANMALAN')?.[0], old.duty('OROSANMALAN')?.startedAt]).toEqual(['SoL (2025:400) 19 kap. 1 §', '2025-06-30T22:00:00.000Z']);
  });

  test('what no law times is pointed to and recorded without a duty, and told where one may', () => {
    for (const { code } of otherWays.filter(({ code }) => code !== 'appeal' && code !== 'concernForChild')) {
      const way = complaint().does(manager, { type: 'RecordOtherWay', way: code, step: 'found' });
      expect([code, way.case.duties.some(({ rule }) => /OVERLAMNA|OROSANMALAN/.test(rule))]).toEqual([code, false]);
    }
    const told = complaint().does(manager, { type: 'RecordOtherWay', way: 'damages', step: 'told' });
    expect(told.case.outside.otherWays).toEqual([expect.objectContaining({ way: 'damages', passedOn: false, to: 'sender' })]);
  });

  test('none of them holds a person’s words or name in the open', () => {
    const way = complaint().does(manager, say('found', { reasons: 'Anna vill överklaga.' }));
    expect([JSON.stringify(way.last[0]?.open).includes('Anna'), way.last[0]?.sealed]).toEqual([false, { reasons: 'Anna vill överklaga.' }]);
  });
});
