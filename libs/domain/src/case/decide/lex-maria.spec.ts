import { goTo, type Mends } from '../../../../../test/support/lawful.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { processOf } from '../processes/index.js';
import { takenIn } from './report.js';
import { lacksToAdvance } from './stages.js';

type Command = Parameters<Scenario['when']>[0];
const { carer, manager, operationsHead, mas, careHead, analyst, notifier, director, registrar } = people;
const deviation = () =>
  new Scenario().report({ kind: 'deviation', lawAreas: ['HSL'], deviationType: 'fall', what: 'Fall i natt.', noticedAt: '2026-03-02T06:00:00Z' }, carer);
const raised = (way = deviation()) => way.does(mas, { type: 'ConvertCase', to: 'lexMaria', reasons: 'x' }).inChild();
const lacking = (way: Scenario) => lacksToAdvance(way.case, processOf(way.case.desc.process)).map(({ text }) => text);
const judged = (hslOutcome: string, injury: boolean, serious: boolean, avoidable = 'yes'): Command =>
  ({ type: 'DecideOutcome', hslOutcome, injury, serious, avoidable, reasons: 'x' }) as Command;
const notify = (position: string, more: object = {}) => ({ type: 'DecideIvo', notify: position, presenter: analyst.person, reasons: 'x', ...more }) as Command;
const grave: Mends = {
  AnswerTriage: () => ({ type: 'AnswerTriage', irregularity: 'no', careInjury: 'yes', danger: 'no', serious: 'yes' }),
  'DecideOutcome.hslOutcome': () => judged('seriousCareInjury', true, true),
  'DecideIvo.notify': () => notify('yes'),
};
const free = { type: 'AnswerConflict', answer: 'none' } as const;

describe('Lex Maria (R-102, R-105–R-108; PSL 3 kap., docs/law/lex-maria.md)', () => {
  test('comes of a deviation under HSL alone, and keeps its number beside its own', () => {
    expect(() => takenIn({ kind: 'lexMaria', what: 'x', unit: null, handledAtOnce: false }, carer)).toThrow(
      expect.objectContaining({ code: 'kindNotReportedHere', status: 422 }),
    );
    const parent = deviation();
    const way = raised(parent);
    expect(way.case).toMatchObject({
      lineage: { origin: { id: parent.case.id, kind: 'deviation' } },
      desc: { kind: 'lexMaria', lawAreas: ['HSL'], process: 'lexMaria@1' },
    });
    expect(parent.case.number).not.toBe(way.case.number);
  });

  test('snarast is the law’s word and five working days the municipality’s own; two months are local for the investigation', () => {
    const way = raised();
    expect(way.duty('LM-ANMALAN')).toMatchObject({ basis: 'law', type: 'promptness', dueAt: null, targetAt: '2026-03-09T22:59:59.000Z' });
    expect(way.duty('LOK-LM-UTRED')).toMatchObject({ basis: 'local' });
    expect(way.duty('HSL-UTRED')).toMatchObject({ type: 'dutyNoTime', dueAt: null, targetAt: null });
  });

  test('the notification is owed from the day the event was noticed, not from the day it was reported or became a lex Maria (PSL 3:5)', () => {
    const early = new Scenario('2026-03-09T08:00:00.000Z').report(
      { kind: 'deviation', lawAreas: ['HSL'], deviationType: 'fall', what: 'Fall.', noticedAt: '2026-03-02T06:00:00Z', receivedAt: '2026-03-06T08:00:00Z' },
      carer,
    );
    expect(raised(early).duty('LM-ANMALAN')).toMatchObject({ startedAt: '2026-03-02T06:00:00.000Z', targetAt: '2026-03-09T22:59:59.000Z' });
  });

  test('AC-35 R-107 from its first day MAS is to see that the nämnd is told', () => {
    expect(raised().duty('LOK-HSL-NAMND')).toMatchObject({ owner: 'mas@afs-norra' });
  });

  test('the assignment: an incident analysis with a leader, the patient invited to take part, causes behind it (PSL 3 kap. 4 §)', () => {
    const way = goTo(raised(), 'investigating');
    expect(lacking(way)).toEqual([
      'Utse analysledare och gör en händelseanalys',
      'Ge patienten eller närstående möjlighet att delta',
      'För in minst en faktauppgift i utredningen',
      'Ange minst en orsak',
      'Markera att utredningen är klar',
      'Svara på om något liknande har hänt förut',
    ]);
    const nobody = goTo(raised(), 'investigating').does(registrar, {
      type: 'CorrectCase',
      set: { affects: 'notLinkedToPerson' },
      why: 'newFacts',
      reasons: 'x',
    });
    expect(lacking(nobody)).not.toContain('Ge patienten eller närstående möjlighet att delta');
  });

  test('the notification may be decided on the first day, by the one appointed and never by the socialchef or the one who analysed', () => {
    const way = raised();
    expect(way.when(notify('yes', { urgent: true }), director).refusal?.code).toBe('notYours');
    way.does(notifier, free, notify('yes', { urgent: true })).does(registrar, { type: 'NotifyIvo', way: 'eService' });
    expect(way.case).toMatchObject({ stage: 'received', ivo: { byRole: 'anmalningsansvarig', urgent: true } });
    expect([way.ended('LM-ANMALAN')?.as, way.duty('LM-UTREDNING')]).toMatchObject([
      'met',
      { type: 'promptness', dueAt: null, targetAt: '2026-05-02T21:59:59.000Z' },
    ]);
    const own = goTo(raised(), 'ivoDecision', { 'AssignCase.person': () => ({ type: 'AssignCase', person: mas.person, as: 'mas' }) });
    expect(own.when(notify('no'), mas).refusal?.code).toBe('notYours');
  });

  test.each([
    ['couldHaveCausedSeriousCareInjury', false, 'unsure'],
    ['couldHaveCausedSeriousCareInjury', false, 'yes'],
    ['seriousCareInjury', true, 'unsure'],
  ] as const)(
    '%s with avoidable %s, %s: what could have harmed counts as what did, and doubt stops nothing (docs/law/lex-maria.md#what-is-notified)',
    (outcome, injury, avoidable) => {
      const way = goTo(raised(), 'ivoDecision', { ...grave, 'DecideOutcome.hslOutcome': () => judged(outcome, injury, true, avoidable) });
      way.does(notifier, free);
      expect(way.when(notify('no'), notifier).said().join(' ')).toContain('ska anmälas till IVO');
      way.does(notifier, notify('yes')).does(registrar, { type: 'NotifyIvo', way: 'eService', investigationAttached: true });
      expect(way.does(mas, { type: 'AdvanceCase', to: 'feedback' }).case.stage).toBe('feedback');
    },
  );

  test('not notified after all is another outcome with reasons; the deviation it came of stands', () => {
    const way = goTo(raised(), 'ivoDecision').does(notifier, free, notify('no'));
    expect([way.case.ivo?.notify, way.duty('LM-ANMALAN')]).toEqual(['no', null]);
    expect(goTo(way, 'closed').case.end?.as).toBe('closed');
  });

  test('an actual harm is told to the patient, whatever was notified; the nämnd and the staff are told too', () => {
    const way = goTo(raised(), 'feedback', grave);
    expect(lacking(way)).toEqual([
      'Informera patienten eller närstående om vårdskadan, sex punkter, eller ange det lagliga skälet till att det inte går (PSL 3 kap. 8 §)',
      'Återkoppla till den som rapporterade',
      'Återkoppla till personalgruppen',
      'Anmäl ärendet till nämnden för kännedom',
    ]);
  });

  test('AC-41 it ends when IVO is done and each effect judged, and can’t be emptied of its law on the way', () => {
    const way = goTo(raised(), 'followUp', grave);
    expect(lacking(way)).toEqual(expect.arrayContaining(['IVO har inte avslutat sitt ärende', 'Bedöm om åtgärderna har haft effekt']));
    expect(goTo(way, 'closed', grave).case.end?.reason).toBe('actionsDoneAndEffectFollowed');
    const bare = goTo(raised(), 'assessing').does(registrar, { type: 'CorrectCase', set: { lawAreas: null }, why: 'wrongFromStart', reasons: 'x' });
    expect(lacking(bare)).toContain('Bedöm utfallet: var det en vårdskada?');
  });

  test('R-109 it is never handled at once and not handed over; the head of health care decides, the unit’s manager and another verksamhetschef do not', () => {
    const way = goTo(raised(), 'assessing');
    expect(way.when({ type: 'CloseAtOnce', toldOnTheSpot: true, whatWasDone: 'x' }, mas).refusal).not.toBeNull();
    expect(way.when(judged('noCareInjury', false, false), manager).refusal?.code).toBe('notYours');
    expect(way.when(judged('noCareInjury', false, false), operationsHead).refusal?.code).toBe('notYours');
    expect(way.does(careHead, judged('noCareInjury', false, false)).refusal).toBeNull();
    expect(way.when({ type: 'HandOverCase', to: 'region', told: true, reasons: 'x' }, mas).refusal).not.toBeNull();
  });
});
