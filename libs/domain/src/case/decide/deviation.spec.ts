import { byWhoMay, goTo, type Mends } from '../../../../../test/support/lawful.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { routeOf } from '../commands/assess-risk.js';
import { processOf } from '../processes/index.js';
import { lacksToAdvance } from './stages.js';

type Command = Parameters<Scenario['when']>[0];
const { carer, manager, operationsHead, divisionHead, mas, registrar, director } = people;
const reported = (body: Record<string, unknown> = {}, actor = carer) =>
  new Scenario().report({ kind: 'deviation', lawAreas: ['SoL'], deviationType: 'other', what: 'Kvällsbesöket glömdes.', ...body }, actor);
const care = (body: Record<string, unknown> = {}) => reported({ lawAreas: ['HSL'], deviationType: 'medication', ...body });
const lacking = (way: Scenario) => lacksToAdvance(way.case, processOf(way.case.desc.process)).map(({ text }) => text);
const risk = (severity: number, probability: number): Mends => ({
  'AssessRisk.severity': () => ({ type: 'AssessRisk', severity: String(severity), probability: String(probability) }),
});
const judged = (hslOutcome: string, injury: boolean, serious: boolean, avoidable: string | null = 'yes') =>
  ({ type: 'DecideOutcome', hslOutcome, injury, serious, avoidable, reasons: 'x' }) as Command;
const triage = (irregularity: string, careInjury = 'no', more: object = {}) =>
  ({ type: 'AnswerTriage', irregularity, careInjury, danger: 'no', reasons: 'x', ...more }) as Command;
describe('A deviation is reported (docs/law/deviations.md#social-services)', () => {
  test('R-017 by a colleague, who has a receipt; assessed within five days, its investigation begun within ten', () => {
    const way = reported();
    expect(way.case.contact.feedback).toMatchObject([{ to: 'reporter', what: 'confirmation' }]);
    expect(['LOK-AVV-BEDOM', 'LOK-AVV-UTRED', 'LOK-AVV-KLAR'].map((rule) => way.duty(rule)?.dueAt?.slice(0, 10))).toEqual([
      '2026-03-07',
      '2026-03-12',
      '2026-04-01',
    ]);
    expect(way.duty('HSL-UTRED')).toBeNull();
    expect(care().duty('HSL-UTRED')).toMatchObject({ type: 'dutyNoTime', dueAt: null });
    expect(way.does(manager, { type: 'AssessRisk', severity: '2', probability: '2' }).ended('LOK-AVV-BEDOM')).toMatchObject({ as: 'met' });
  });

  test('AC-13 R-057 what only hit the staff is referred to IA, and is no deviation; what also hit the one cared for is', () => {
    expect(reported({ hit: ['staff'] }).refusal).toMatchObject({ code: 'kindNotReportedHere', status: 422 });
    expect(
      reported({ hit: ['staff'] })
        .said()
        .join(' '),
    ).toContain('IA');
    expect(reported({ hit: ['staff', 'serviceUser'] }).refusal).toBeNull();
  });

  test('AC-33 R-045 R-111 HSL and SoL at once are two cases of one event, each with its own law, and each knows the other', () => {
    const way = reported({ lawAreas: ['HSL', 'SoL'] });
    const [sibling] = way.children;
    expect([way.case.desc.lawAreas, sibling?.desc.lawAreas]).toEqual([['HSL'], ['SoL']]);
    expect(sibling).toMatchObject({ lineage: { link: 'sibling', origin: { id: way.case.id } }, desc: { incidentId: way.case.desc.incidentId } });
    expect(way.log.find((event) => event.type === 'IncidentLinked')?.open).toMatchObject({ link: 'sibling', caseId: sibling?.id });
    expect(way.when({ type: 'ClassifyCase', lawAreas: ['HSL', 'SoL'] }, director).said()).toContain(
      'Vård (HSL) och omsorg bedöms i varsitt ärende. Gör ett ärende till för den andra lagen',
    );
  });
});

describe('Risk routes and never judges (docs/law/deviations.md#risk; R-049, R-069)', () => {
  test.each([
    [1, 2, 'enhetschef', 'enhetschef'],
    [2, 3, 'enhetschef', 'mas'],
    [3, 1, 'enhetschef', 'mas'],
    [2, 4, 'verksamhetschef', 'mas'],
    [3, 3, 'lexSarahUtredare', 'mas'],
    [4, 4, 'lexSarahUtredare', 'mas'],
  ])('%i × %i goes to %s in social services, to %s in care', (severity, probability, social, inCare) => {
    expect([routeOf(severity, probability, false), routeOf(severity, probability, true)]).toEqual([social, inCare]);
  });

  test('AC-26 what is grave is decided, notified and taken on by those above, not by the unit’s manager', () => {
    const way = goTo(reported(), 'assessing', risk(4, 3));
    byWhoMay(way, { type: 'AssessRisk', severity: '4', probability: '3' }).does(manager, { type: 'DecideNoAction', text: 'x' });
    expect(way.when({ type: 'AdvanceCase', to: 'ivoDecision' }, manager).refusal?.code).toBe('notYours');
    way.does(operationsHead, { type: 'AdvanceCase', to: 'ivoDecision' });
    expect(way.when({ type: 'DecideIvo', notify: 'notApplicable', reasons: 'x' }, manager).refusal?.code).toBe('notYours');
    way.does(operationsHead, { type: 'DecideIvo', notify: 'notApplicable', reasons: 'x' }, { type: 'AdvanceCase', to: 'feedback' });
    goTo(way, 'followUp');
    expect(way.when({ type: 'AdvanceCase', to: 'closed' }, manager).refusal?.code).toBe('notYours');
  });

  test('AC-26 nor does the unit’s manager take a grave case back by calling it small', () => {
    const way = goTo(care(), 'assessing', risk(3, 2));
    expect(way.when(judged('careInjury', true, false), manager).refusal?.code).toBe('notYours');
    expect(way.when({ type: 'AssessRisk', severity: '1', probability: '1' }, manager).refusal?.code).toBe('notYours');
    way.does(mas, { type: 'AssessRisk', severity: '1', probability: '1', reasons: 'x' });
    expect(way.when(judged('couldHaveCausedCareInjury', false, false), manager).refusal).toBeNull();
  });

  test('it is assessed anew when the investigation is done, and once more after another round', () => {
    const way = goTo(reported(), 'assessing');
    expect(lacking(way)).toContain('Bedöm allvarlighet och sannolikhet på nytt, nu när utredningen är klar');
    way.does(manager, { type: 'AssessRisk', severity: '2', probability: '1' });
    expect(way.case.assessment.risk).toMatchObject({ severity: 1, probability: 2, severityFinal: 2, probabilityFinal: 1 });
    goTo(way.does(manager, { type: 'SendBack', to: 'investigating', reasons: 'x' }), 'assessing');
    expect(lacking(way)).toContain('Bedöm allvarlighet och sannolikhet på nytt, nu när utredningen är klar');
  });
});

describe('What may be a missförhållande is a lex Sarah the same day (docs/law/deviations.md#social-services)', () => {
  test.each(['yes', 'unsure'])('answered %s: a duty of the day, and no way on but that, or the answer taken back', (answer) => {
    const way = reported().does(manager, triage(answer));
    expect(way.duty('LOK-AVV-SAMMADAG')?.dueAt?.slice(0, 10)).toBe('2026-03-02');
    expect(lacking(way)).toContain(
      'Det kan vara ett missförhållande. Gör först ärendet till lex Sarah (SoL 27 kap. 5 §, LSS 24 e §), eller låt SAS, utredaren eller den som beslutar ändra svaret med skäl',
    );
    expect(way.when({ type: 'CloseAtOnce', toldOnTheSpot: true, whatWasDone: 'x' }).lacks()).toContain('AnswerTriage');
    expect(way.later(1).does(manager, triage('yes')).duty('LOK-AVV-SAMMADAG')?.dueAt?.slice(0, 10)).toBe('2026-03-02');
    const raised = way.when({ type: 'ConvertCase', to: 'lexSarah', reasons: 'x' }, manager);
    expect([raised.said(), raised.case.stage, raised.ended('LOK-AVV-SAMMADAG')?.as]).toEqual([[], 'feedback', 'met']);
    const back = reported().does(manager, triage(answer));
    expect([back.when(triage('no', 'no', { reasons: 'x' }), manager).refusal?.code, back.case.assessment.triage?.irregularity]).toEqual([
      'statutoryDutyOpen',
      answer,
    ]);
    back.does(people.sas, triage('no', 'no', { reasons: 'Det var en utebliven dusch.' }));
    expect([back.ended('LOK-AVV-SAMMADAG')?.as, lacking(back)[0]]).toEqual(['withdrawn', 'Bedöm allvarlighet och sannolikhet']);
  });

  test('no decision on IVO is passed by as “ingen grund” while the suspicion or the outcome says otherwise', () => {
    const skip = { type: 'AdvanceCase', to: 'feedback', notApplicable: [{ stage: 'ivoDecision', reason: 'noGround' }] } as const;
    const way = goTo(care(), 'assessing').does(mas, { type: 'AssessRisk', severity: '1', probability: '1' }, judged('seriousCareInjury', true, true));
    way.does(mas, { type: 'DecideNoAction', text: 'x' });
    expect(way.when(skip, mas).said()).toContain('Saken ska anmälas till IVO. Skedet kan inte passeras');
  });
});

describe('The investigation (R-040, R-076; RiR 2023:4)', () => {
  test('says what happened, why, and whether it has happened before', () => {
    expect(lacking(goTo(reported(), 'investigating'))).toEqual([
      'För in minst en faktauppgift i utredningen',
      'Markera att utredningen är klar',
      'Svara på om något liknande har hänt förut',
      'Ange minst en orsak, eller att ingen brist har funnits',
    ]);
  });

  test('what is grave in care is analysed as an incident', () => {
    for (const [severity, probability] of [
      [2, 4],
      [3, 1],
    ] as const) {
      const way = goTo(care(), 'investigating', risk(severity, probability));
      expect(lacking(way)).toContain('Gör en händelseanalys: risken är 8 eller mer, eller allvarligheten 3–4');
      expect(lacking(goTo(reported(), 'investigating', risk(severity, probability)))).not.toContain(
        'Gör en händelseanalys: risken är 8 eller mer, eller allvarligheten 3–4',
      );
    }
  });

  test('an action answers a cause; one that was done the last time is no answer in a case opened again', () => {
    const way = goTo(reported(), 'closed').does(divisionHead, { type: 'ReopenCase', reason: 'happenedAgain', text: 'x' });
    goTo(way, 'assessing');
    expect(lacking(way)).toContain('Planera en åtgärd, eller motivera varför ingen behövs');
  });
});

describe('The answer and the end (R-061, R-200, R-201)', () => {
  test('AC-39 the one who reported, the one concerned and the staff are told', () => {
    const way = goTo(reported(), 'feedback');
    expect(lacking(way)).toEqual([
      'Återkoppla till den som rapporterade',
      'Berätta för den enskilde eller närstående vad som kom fram, eller ange varför det inte går',
      'Återkoppla till personalgruppen',
    ]);
    expect(lacking(goTo(reported({ affects: 'notLinkedToPerson' }), 'feedback'))).toHaveLength(2);
  });

  test('R-063 R-071 all the way: closed with its action judged', () => {
    for (const way of [reported(), care()]) {
      expect(goTo(way, 'closed').case).toMatchObject({
        end: { as: 'closed', reason: 'actionsDoneAndEffectFollowed' },
        duties: expect.not.arrayContaining([{ closed: null }]),
      });
    }
  });
});

describe('The short path (AC-09, R-027)', () => {
  const done = { handledAtOnce: true, immediateActions: 'Vi gick dit genast.' };
  const close = { type: 'CloseAtOnce', toldOnTheSpot: true, whatWasDone: 'Vi gick dit genast.' } as const;

  test('a small deviation is reported, remedied, told and closed in one step, and every stage passed is named', () => {
    const way = reported(done);
    expect(way.case).toMatchObject({ stage: 'closed', end: { as: 'closed', reason: 'handledAtOnce' } });
    expect(way.log.filter((event) => event.type === 'StageEntered').at(-1)?.open).toMatchObject({ stage: 'closed' });
    expect(reported().does(manager, triage('no'), { type: 'AssessRisk', severity: '1', probability: '2' }, close).case.stage).toBe('closed');
  });

  test('its limits: more than 2 of 16, a suspicion, a harm in care', () => {
    expect(reported().does(manager, { type: 'AssessRisk', severity: '1', probability: '3' }).when(close).said()).toContain(
      'Åtgärdat direkt går bara när risken är 1 eller 2. Utred ärendet',
    );
    expect(
      reported()
        .does(manager, triage('no', 'no', { danger: 'yes' }))
        .when(close)
        .lacks(),
    ).toContain('AnswerTriage');
    const harm = 'En negativ händelse i vården ska utredas, och kan inte avslutas direkt';
    expect(care({ ...done, eventClass: 'adverseEvent' }).said()).toContain(harm);
    expect(care({ eventClass: 'adverseEvent' }).when(close).said()).toContain(harm);
    // A near miss in care could have harmed: somebody says first that it could not (PSL 3 kap. 3 §).
    expect(care({ ...done, eventClass: 'nearMiss' }).refusal?.code).toBe('statutoryDutyOpen');
    const judgedNo = care({ eventClass: 'nearMiss' }).does(mas, triage('no', 'no')).does(manager, close);
    expect([judgedNo.case.stage, judgedNo.ended('HSL-UTRED')]).toMatchObject(['closed', { as: 'notApplicable', reason: 'noCareInjury' }]);
  });

  test('the one who reported is told before it closes', () => {
    expect(
      reported()
        .when({ ...close, toldOnTheSpot: false })
        .said(),
    ).toContain('Berätta för den som rapporterade vad som gjordes innan ärendet avslutas');
    expect(reported({}, registrar).refusal).toBeNull();
  });
});
