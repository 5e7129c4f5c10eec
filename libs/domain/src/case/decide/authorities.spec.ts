import { goTo } from '../../../../../test/support/lawful.js';
import { wide } from '../../../../../test/support/municipalities.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { citationOf, wordingOf } from '../../law/regulation.js';
import { processOf } from '../processes/index.js';
import { lacksToAdvance } from './stages.js';

type Command = Parameters<Scenario['when']>[0];
const { carer, director, manager, mas, registrar, sas } = people;
const complaint = (more: object = {}) => new Scenario().report({ source: 'serviceUserOrGuardian', lawAreas: ['HSL'], ...more }, registrar);
const viaCommittee = () => complaint({ channel: 'viaPatientsCommittee' });
const asked = (from: 'ivo' | 'patientsCommittee', more: object = {}): Command =>
  ({ type: 'RecordAuthorityRequest', from, letterOn: '2026-03-02', ...more }) as Command;
const lawOf = (way: Scenario, rule: string) => {
  const duty = way.duty(rule);
  const wording = duty === null ? undefined : wordingOf(duty.rule, duty.ruleVersion);
  return wording === undefined ? null : citationOf(wording);
};
const open = (way: Scenario, rule: string) =>
  way.case.duties.filter((duty) => duty.rule === rule && duty.closed === null).map((duty) => duty.dueAt?.slice(0, 10) ?? null);
const lacks = (way: Scenario) => lacksToAdvance(way.case, processOf(way.case.desc.process)).map(({ field }) => field);

describe('A complaint by way of the patientnämnd or IVO (PSL 3 kap. 8 d §, 7 kap. 10–18 §§)', () => {
  test('the letter’s day, number and date for an answer are written down; the duty is law’s, and its day the letter’s', () => {
    const way = viaCommittee();
    expect([lawOf(way, 'PN-BISTA'), open(way, 'PN-BISTA'), way.duty('PN-BISTA')?.targetAt?.slice(0, 10)]).toEqual([
      'PSL 3 kap. 8 d §; lag (2017:372) 2 §',
      [null],
      '2026-03-30',
    ]);
    const before = way.duty('PN-BISTA')?.id;
    way.does(registrar, asked('patientsCommittee', { theirNumber: 'PN 2026/123', dueOn: '2026-03-20' }));
    expect([way.duty('PN-BISTA')?.id, open(way, 'PN-BISTA'), way.duty('PN-BISTA')?.basis]).toEqual([before, ['2026-03-20'], 'authority']);
    expect(way.last[0]?.open).toMatchObject({ from: 'patientsCommittee', letterOn: '2026-03-02', theirNumber: 'PN 2026/123' });
  });

  test('IVO’s request cites PSL’s chapter on complaints for care, and its supervision for social services', () => {
    expect(lawOf(complaint().does(manager, asked('ivo', { dueOn: '2026-03-20' })), 'IVO-KLAG-YTTRANDE')).toBe('PSL 7 kap. 10–18 §§');
    expect(lawOf(complaint({ lawAreas: ['LSS'] }).does(manager, asked('ivo')), 'IVO-KLAG-YTTRANDE')).toBe('LSS 26 c §');
    expect(lawOf(complaint({ lawAreas: ['SoL'] }).does(manager, asked('ivo')), 'IVO-KLAG-YTTRANDE')).toBe('SoL (2025:400) 28 kap. 5 §');
  });

  test('more than one request may come, each answered for itself, the oldest first', () => {
    const way = viaCommittee().does(registrar, asked('patientsCommittee', { dueOn: '2026-03-20' }), asked('ivo', { dueOn: '2026-03-25' }));
    way.does(registrar, { type: 'AnswerAuthority' });
    expect([open(way, 'PN-BISTA'), open(way, 'IVO-KLAG-YTTRANDE')]).toEqual([[], ['2026-03-25']]);
    way.does(registrar, { type: 'AnswerAuthority' }, asked('patientsCommittee', { letterOn: '2026-03-02', dueOn: '2026-04-02' }));
    expect([open(way, 'PN-BISTA'), open(way, 'IVO-KLAG-YTTRANDE')]).toEqual([['2026-04-02'], []]);
    way.does(registrar, { type: 'AnswerAuthority' });
    expect(way.case.outside.authorities.requests.every((row) => row.sentAt !== null)).toBe(true);
    expect(way.when({ type: 'AnswerAuthority' }, registrar).lacks()).toEqual(['RecordAuthorityRequest.from']);
  });

  test('the case does not close while an authority waits: not in the ordinary way, not by passing follow-up, not at once', () => {
    const way = goTo(viaCommittee(), 'followUp');
    expect(lacks(way)).toContain('AnswerAuthority.at');
    const passed = goTo(viaCommittee(), 'feedback').when({ type: 'AdvanceCase', to: 'closed', notApplicable: [{ stage: 'followUp', reason: 'noActions' }] });
    expect(passed.lacks()).toContain('AnswerAuthority.at');
    const once = viaCommittee().when({ type: 'CloseAtOnce', toldOnTheSpot: true, whatWasDone: 'x', categories: ['treatment'] });
    expect(once.lacks()).toContain('AnswerAuthority.at');
    way.does(registrar, asked('patientsCommittee'), { type: 'AnswerAuthority' });
    expect([lacks(way).includes('AnswerAuthority.at'), way.ended('PN-BISTA')?.as]).toEqual([false, 'met']);
  });

  test('a day in the future, an answer before the letter, and a case of another kind are refused', () => {
    expect(
      complaint()
        .when(asked('ivo', { letterOn: '2026-03-03' }), registrar)
        .lacks(),
    ).toEqual(['RecordAuthorityRequest.letterOn']);
    expect(
      complaint()
        .when(asked('ivo', { dueOn: '2026-03-01' }), registrar)
        .lacks(),
    ).toEqual(['RecordAuthorityRequest.dueOn']);
    expect(complaint().does(registrar, asked('ivo')).when({ type: 'AnswerAuthority', at: '2026-02-27T10:00:00Z' }, registrar).lacks()).toEqual([
      'AnswerAuthority.at',
    ]);
    const lexSarah = new Scenario().report({ kind: 'lexSarah', lawAreas: ['SoL'] }, carer);
    expect(lexSarah.when(asked('ivo'), registrar).refusal?.code).toBe('notYours');
  });
});

describe('The municipality’s own notification about a contracted provider (SoL 27 kap. 7 §, LSS 15 § 11)', () => {
  const mirror = (lawAreas: readonly string[] = ['SoL']) =>
    goTo(new Scenario('2026-03-02T08:00:00.000Z', wide).report({ kind: 'lexSarah', lawAreas, unit: 'afs-vast', what: 'x' }, registrar), 'ivoDecision', {
      'DecideOutcome.outcome': () => ({ type: 'DecideOutcome', outcome: 'seriousIrregularity', reasons: 'x' }),
      'DecideIvo.notify': () => ({ type: 'DecideIvo', notify: 'otherIsObliged', other: 'privateProvider', toldAt: '2026-03-02T08:00:00Z', reasons: 'x' }),
    });
  const decide = (notify: boolean): Command => ({ type: 'DecideOwnNotification', about: 'providerShortcomings', notify, reasons: 'x' }) as Command;

  test('what the provider finds grave is a duty to decide, by the one whose decision on IVO it is; the law is the case’s', () => {
    expect([lawOf(mirror(), 'KOMMUN-ANMALAN'), lawOf(mirror(['LSS']), 'KOMMUN-ANMALAN')]).toEqual(['SoL (2025:400) 27 kap. 7 §', 'LSS 15 § 11']);
    expect(lacks(mirror())).toContain('DecideOwnNotification.notify');
    expect(mirror().when(decide(true), sas).refusal?.code).toBe('notYours');
    expect(mirror().when(decide(true), registrar).refusal?.code).toBe('notYours');
  });

  test('yes is sent before the case ends, no ends the duty with reasons; both are recorded', () => {
    const yes = mirror().does(director, decide(true));
    expect(yes.duty('KOMMUN-ANMALAN')).not.toBeNull();
    yes.does(registrar, { type: 'SendOwnNotification', about: 'providerShortcomings', theirNumber: '3.1-1/2026' });
    expect([yes.ended('KOMMUN-ANMALAN')?.as, yes.case.outside.authorities.own[0]?.sentAt]).toEqual(['met', yes.now]);
    const no = mirror().does(director, decide(false));
    expect([no.ended('KOMMUN-ANMALAN')?.as, no.ended('KOMMUN-ANMALAN')?.reason, lacks(no).includes('DecideOwnNotification.notify')]).toEqual([
      'notApplicable',
      'decidedNot',
      false,
    ]);
    expect(mirror().when({ type: 'SendOwnNotification', about: 'providerShortcomings' }, registrar).lacks()).toEqual(['DecideOwnNotification.notify']);
  });
});

describe('A licensed person who may be a danger to patients (PSL 3 kap. 7 §)', () => {
  const care = () => new Scenario().report({ kind: 'deviation', lawAreas: ['HSL'], deviationType: 'medication', what: 'x' }, carer);
  const decide = (notify: boolean): Command => ({ type: 'DecideOwnNotification', about: 'dangerousProfessional', notify, reasons: 'x' }) as Command;

  test('is decided by those who answer for care, owed snarast, and sent apart from lex Maria', () => {
    expect(care().when(decide(true), manager).refusal?.code).toBe('notYours');
    const way = care().does(mas, decide(true));
    expect([lawOf(way, 'LEG-FARA'), way.duty('LEG-FARA')?.dueAt, way.duty('LEG-FARA')?.type]).toEqual(['PSL 3 kap. 7 §', null, 'promptness']);
    expect(lacks(goTo(way, 'followUp'))).toContain('SendOwnNotification.about');
    way.does(mas, { type: 'SendOwnNotification', about: 'dangerousProfessional' });
    expect([way.ended('LEG-FARA')?.as, way.case.ivoTrack.sent]).toEqual(['met', null]);
  });

  test('is no matter of social services, nor is a provider’s permit one of care', () => {
    const social = new Scenario().report({ kind: 'deviation', lawAreas: ['SoL'], what: 'x' }, carer);
    expect(social.when(decide(true), director).lacks()).toEqual(['DecideOwnNotification.about']);
    expect(
      care()
        .when({ ...decide(true), about: 'providerShortcomings' } as Command, mas)
        .lacks(),
    ).toEqual(['DecideOwnNotification.about']);
  });
});
