import { goTo } from '../../../../../test/support/lawful.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { lexSarahOutcomes } from '../../codes/lex-sarah.js';
import { shallBeNotified } from '../../law/notifiable.js';

const { carer, manager, director, sas, irregularityInvestigator: investigator, registrar, operationsHead } = people;
const reported = (body: Record<string, unknown> = {}, actor = carer, now?: string) =>
  new Scenario(now).report({ kind: 'lexSarah', lawAreas: ['SoL'], noticedAt: '2026-03-01T20:00:00Z', what: 'Han låg kvar på golvet.', ...body }, actor);
const notify = (position: string, more: object = {}) =>
  ({ type: 'DecideIvo', notify: position, presenter: investigator.person, reasons: 'x', ...more }) as Parameters<Scenario['when']>[0];
const free = { type: 'AnswerConflict', answer: 'none' } as const;
const decide = (code: string) => ({ type: 'DecideOutcome', outcome: code, reasons: 'x' }) as const;
describe('The decision (R-070, R-128, R-183)', () => {
  test('who proposed never decides, handler or not; another does, and both stay visible', () => {
    const way = goTo(reported(), 'ivoDecision', { ProposeOutcome: () => ({ type: 'ProposeOutcome', outcome: 'tangibleRiskOfIrregularity', reasons: 'x' }) });
    expect(way.when(decide('irregularity'), investigator).refusal?.code).toBe('notYours');
    way.does(director, decide('irregularity'));
    expect([way.case.assessment.proposed?.outcome, way.case.assessment.outcome]).toMatchObject([
      'tangibleRiskOfIrregularity',
      { outcome: 'irregularity', byRole: 'socialchef' },
    ]);
    const own = goTo(reported(), 'assessing').does(director, { type: 'AnswerConflict', answer: 'none' });
    own.state = { ...own.case, assessment: { ...own.case.assessment, proposed: null } };
    own.does(sas, { type: 'ProposeOutcome', outcome: 'irregularity', reasons: 'x' });
    expect(own.case.investigation.investigators).toContain(sas.person);
  });

  test('the decider who has answered no question of conflict, or names nobody who presented the case, decides nothing', () => {
    const way = goTo(reported(), 'ivoDecision');
    expect(way.when(decide('irregularity'), director).lacks()).toEqual(['AnswerConflict.answer']);
    expect(way.when({ type: 'DecideIvo', notify: 'no', reasons: 'x' }, director).lacks()).toEqual([
      'DecideOutcome.outcome',
      'AnswerConflict.answer',
      'DecideIvo.presenter',
    ]);
    way.does(director, free, decide('irregularity'));
    expect(way.does(director, free, notify('no')).case.ivo).toMatchObject({ notify: 'no', byRole: 'socialchef', presenter: investigator.person });
    expect(way.log.filter(({ type }) => type === 'IvoDecided').at(-1)?.sealed).toEqual({ reasons: 'x' });
  });

  test.each(lexSarahOutcomes.map(({ code }) => code))('AC-29 R-100 %s: an outcome that shall be notified has no “no”', (code) => {
    const way = goTo(reported(), 'ivoDecision', { ProposeOutcome: () => ({ type: 'ProposeOutcome', outcome: code, reasons: 'x' }) }).does(
      director,
      free,
      decide(code),
    );
    expect(way.when({ type: 'AdvanceCase', to: 'feedback' }, director).lacks()).toContain('DecideIvo.notify');
    way.when(notify('no'), director);
    if (shallBeNotified({ outcome: code })) {
      expect(way.said()).toContain('Den här bedömningen ska anmälas till IVO. Den som är av annan mening beslutar en annan bedömning, med skäl');
      expect(way.duty('LS-ANMALAN-SOL')).not.toBeNull();
    } else {
      expect(way.case.ivo?.notify).toBe('no');
      expect(way.duty('LS-ANMALAN-SOL')).toBeNull();
    }
    expect(way.when(notify('notApplicable'), director).refusal).not.toBeNull();
  });

  test('a “no” does not outlive an outcome that is then decided as serious', () => {
    const way = goTo(reported(), 'ivoDecision').does(director, free, decide('irregularity'), notify('no'), decide('seriousIrregularity'));
    expect(way.case.ivo).toBeNull();
    expect(way.when({ type: 'AdvanceCase', to: 'feedback' }, director).lacks()).toEqual(['DecideIvo.notify']);
  });

  test('what shall be notified is passed by for no reason: not as investigated elsewhere, not by cancelling', () => {
    const way = goTo(reported(), 'assessing').does(director, free, notify('yes', { urgent: true }));
    const elsewhere = [{ stage: 'ivoDecision', reason: 'elsewhere' }];
    const other = '3f1c1f7a-7a51-5a3e-9d3b-0c5d8f4f2a11';
    way.does(investigator, { type: 'ProposeOutcome', outcome: 'irregularity', reasons: 'x' }, { type: 'DecideNoAction', text: 'x' });
    expect(way.when({ type: 'AdvanceCase', to: 'feedback', notApplicable: elsewhere, elsewhere: other }, investigator).said()).toContain(
      'Saken ska anmälas till IVO. Skedet kan inte passeras',
    );
    way.does(registrar, { type: 'NotifyIvo', way: 'eService', investigationAttached: true });
    const cancel = { type: 'CancelCase', reason: 'wronglyRegistered', second: operationsHead.person, text: 'x' } as const;
    expect(way.when(cancel, registrar).said()).toContain('Ärendet är anmält till IVO och kan inte makuleras');
  });

  test('annan är anmälningsskyldig is a state: who, and told when (docs/law/lex-sarah.md#notified-early)', () => {
    const way = goTo(reported(), 'ivoDecision').does(director, free, decide('seriousIrregularity'));
    expect(way.when(notify('otherIsObliged'), director).lacks()).toEqual(['DecideIvo.other', 'DecideIvo.toldAt']);
    way.does(director, notify('otherIsObliged', { other: 'otherMunicipality', toldAt: '2026-03-02T07:00:00Z' }), { type: 'AdvanceCase', to: 'feedback' });
    expect(way.case).toMatchObject({ stage: 'feedback', ivo: { notify: 'otherIsObliged', other: 'otherMunicipality' } });
    expect(way.ended('LS-ANMALAN-SOL')).toMatchObject({ as: 'withdrawn' });
  });

  test('a serious suspicion is taken back by the one who decides on notification alone, with reasons; said again it does not get a new day', () => {
    const triage = (serious: string) => ({ type: 'AnswerTriage', irregularity: 'yes', careInjury: 'no', danger: 'no', serious, reasons: 'x' }) as const;
    const way = reported().does(sas, triage('yes'));
    const since = way.duty('LS-ANMALAN-SOL')?.startedAt;
    expect(way.later(1).does(sas, triage('yes')).duty('LS-ANMALAN-SOL')?.startedAt).toBe(since);
    for (const serious of ['no', 'unsure', null]) expect(way.when({ ...triage('no'), serious }, sas).refusal?.code).toBe('statutoryDutyOpen');
    expect(way.when({ ...triage('no'), reasons: '' }, director).lacks()).toContain('AnswerTriage.reasons');
    expect(way.does(director, triage('no')).duty('LS-ANMALAN-SOL')).toBeNull();
  });

  test('sending the case back does not undo a decision to notify', () => {
    const way = goTo(reported(), 'assessing').does(director, free, notify('yes', { urgent: true }));
    expect(way.does(investigator, { type: 'SendBack', to: 'investigating', reasons: 'x' }).case.ivo?.notify).toBe('yes');
  });
});

describe('A lex Sarah that was none (docs/law/lex-sarah.md#who-decides)', () => {
  const small = { type: 'AnswerTriage', irregularity: 'yes', careInjury: 'no', danger: 'no', serious: 'no' } as const;
  const down = { type: 'ConvertCase', to: 'deviation', why: 'downgraded', deviationType: 'other', reasons: 'Det var en utebliven dusch.' } as const;

  test('is put down by SAS, investigator or decider, in writing; the report stays with its position, and a deviation carries on', () => {
    for (const by of [sas, investigator, director]) {
      const way = reported().does(sas, small).does(by, down);
      expect(way.case).toMatchObject({
        stage: 'feedback',
        assessment: { outcome: { outcome: 'noIrregularity' } },
        ivo: { notify: 'no' },
        receipt: { reporter: carer.person },
      });
      expect(way.case.assessment.outcome?.byRole).toBe(by.posts[0]?.role);
      expect(way.inChild().case).toMatchObject({ desc: { kind: 'deviation', lawAreas: ['SoL'], receivedAt: way.case.desc.receivedAt } });
      expect(goTo(way, 'closed').case.end?.reason).toBe('continuedInOther');
    }
    expect(reported().when(down, manager).refusal?.code).toBe('notYours');
    expect(reported().when(down, investigator).lacks()).toEqual(['AnswerTriage.serious', 'AnswerConflict.answer']);
  });

  test.each(['yes', 'unsure'])('R-130 serious %s: the investigator and SAS put nothing down, the decider who has answered on jäv does', (serious) => {
    const way = reported().does(sas, { ...small, serious });
    for (const by of [investigator, sas]) {
      way.does(by, free);
      expect([way.when(down, by).refusal?.code, way.case.assessment.outcome, way.case.ivo]).toEqual(['statutoryDutyOpen', null, null]);
    }
    expect(way.when(down, director).lacks()).toEqual(['AnswerConflict.answer']);
    expect(way.does(director, free, down).case).toMatchObject({
      assessment: { outcome: { byRole: 'socialchef' } },
      ivo: { notify: 'no', byRole: 'socialchef' },
    });
  });

  test('what the decider has decided is not undone that way', () => {
    const way = goTo(reported(), 'ivoDecision').does(director, free, decide('seriousIrregularity'));
    expect(way.when(down, sas).said()).toContain('Bedömningen är redan beslutad. Den som är av annan mening beslutar en annan bedömning, med skäl');
    const early = reported().does(director, free, notify('yes', { urgent: true }));
    expect(early.when(down, sas).said()).toContain('Saken är beslutad att anmälas till IVO. Den som beslutar får ändra det, med skäl');
    const judged = goTo(reported(), 'ivoDecision').does(director, free, decide('noIrregularity')).does(sas, down);
    expect(judged.case.assessment.outcome?.byRole).toBe('socialchef');
  });
});
