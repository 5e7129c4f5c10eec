import { people, Scenario } from '../../../../../test/support/scenario.js';

const { manager } = people;
type Move = 'investigating' | 'assessing' | 'ivoDecision' | 'feedback' | 'followUp' | 'closed';
const at = (stage: Move) => new Scenario().report({ answer: { by: 'letter', to: 'Sändlista' } }).advanceTo(stage);
const opens = (way: Scenario) => way.case.duties.filter((duty) => duty.closed === null).map((duty) => duty.rule);

describe('Each step forward demands what the routine demands, and says so (R-060, docs/law/complaints.md#steps)', () => {
  test('from received: unit, category, law, the two questions, confirmation, a handler without a conflict of interest', () => {
    const way = new Scenario().report({ unit: null }).when({ type: 'AdvanceCase', to: 'investigating' }, people.director);
    expect(way.refusal?.status).toBe(422);
    expect(way.said()).toEqual([
      'Det här saknas',
      'Ange vilken enhet saken gäller',
      'Välj minst en kategori',
      'Ange vilken lag saken gäller',
      'Svara på frågorna om missförhållande och vårdskada',
      'Bekräfta för den som hörde av sig att ärendet är mottaget, eller ange varför det inte går',
      'Utse vem som handlägger',
      'Handläggaren ska svara på frågan om jäv',
    ]);
  });

  test('from investigating: a fact, the investigation completed, a cause or “ingen brist”', () => {
    const way = at('investigating').when({ type: 'AdvanceCase', to: 'assessing' });
    expect(way.said().slice(1)).toEqual([
      'För in minst en faktauppgift i utredningen',
      'Markera att utredningen är klar',
      'Ange minst en orsak, eller att ingen brist har funnits',
    ]);
    way.does(
      manager,
      { type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'Besöket gjordes i tid.' },
      { type: 'CompleteInvestigation', noDeficiency: true },
      { type: 'AdvanceCase', to: 'assessing' },
    );
    expect(way.case.stage).toBe('assessing');
  });

  test('a judgement is not a fact, and an entry that was replaced is none either', () => {
    const way = at('investigating').does(
      manager,
      { type: 'MakeEntry', nature: 'judgement', by: 'staff', text: 'Troligen stress.' },
      { type: 'FindCause', area: 'routines', level: 'unit', text: 'Rutin saknas.' },
      { type: 'CompleteInvestigation' },
    );
    expect(way.when({ type: 'AdvanceCase', to: 'assessing' }).lacks()).toEqual(['MakeEntry.text']);
  });

  test('a cause that was taken back no longer answers why', () => {
    const way = at('investigating').does(
      manager,
      { type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'X' },
      { type: 'FindCause', area: 'routines', level: 'unit', text: 'Y' },
      { type: 'CompleteInvestigation' },
    );
    way.does(manager, { type: 'WithdrawCause', causeId: way.case.investigation.causes[0]?.causeId as string, text: 'Stämde inte.' });
    expect(way.when({ type: 'AdvanceCase', to: 'assessing' }).lacks()).toEqual(['FindCause']);
  });

  test('R-068 R-215 from assessing: an outcome, and an action or the reason why none is needed', () => {
    const way = at('assessing').when({ type: 'AdvanceCase', to: 'ivoDecision' });
    expect(way.said().slice(1)).toEqual(['Bedöm om det fanns en brist', 'Planera en åtgärd, eller motivera varför ingen behövs']);
    way.does(
      manager,
      { type: 'DecideOutcome', complaintOutcome: 'partly', reasons: 'Delvis.' },
      { type: 'DecideNoAction', text: 'Redan ordnat.' },
      { type: 'AdvanceCase', to: 'ivoDecision' },
    );
  });

  test('nobody is left unsure: what may be a missförhållande is answered yes or no before the outcome leaves the unit', () => {
    const way = at('assessing').does(
      manager,
      { type: 'AnswerTriage', irregularity: 'unsure', careInjury: 'no', danger: 'no' },
      { type: 'DecideOutcome', complaintOutcome: 'none', reasons: 'Ingen.' },
    );
    expect(way.when({ type: 'AdvanceCase', to: 'ivoDecision' }).lacks()).toEqual(['AnswerTriage']);
  });

  test.each([
    ['both laws', { irregularity: 'yes', careInjury: 'yes' }],
    ['the law of care', { irregularity: 'no', careInjury: 'yes' }],
  ])('what may be serious under %s becomes the case that it may be before its outcome is judged, since nobody may judge it lower here', (_, suspected) => {
    const way = at('assessing').does(manager, { type: 'AnswerTriage', ...suspected, danger: 'no', serious: 'yes' });
    expect(way.when({ type: 'AdvanceCase', to: 'ivoDecision' }).lacks()[0]).toBe('ConvertCase.to');
    for (const decider of [people.director, people.notifier])
      expect(way.when({ type: 'DecideOutcome', complaintOutcome: 'none', reasons: 'Ingen.' }, decider).refusal).not.toBeNull();
  });

  test('a complaint is not notified itself: yes and no are turned down with the way out', () => {
    const way = at('ivoDecision');
    for (const notify of ['yes', 'no'] as const) expect(way.when({ type: 'DecideIvo', notify, reasons: 'Allvarligt.' }).said()[1]).toMatch(/eget ärende/);
  });

  test('R-202 from feedback: the one who complained has the answer', () => {
    expect(at('feedback').when({ type: 'AdvanceCase', to: 'followUp' }).said()[1]).toBe('Lämna svar till den som klagade, eller ange varför det inte går');
  });

  test('what belongs to another stage is done there', () => {
    const way = at('investigating');
    expect(way.when({ type: 'DecideOutcome', complaintOutcome: 'none', reasons: 'x' }).refusal?.code).toBe('notInThisStage');
    expect(way.when({ type: 'DecideIvo', notify: 'notApplicable', reasons: 'x' }).refusal?.code).toBe('notInThisStage');
    expect(at('assessing').when({ type: 'CompleteInvestigation' }).refusal?.code).toBe('notInThisStage');
  });

  test('forward is forward: to the same stage, to one behind or to “makulerad” is turned down', () => {
    for (const to of ['assessing', 'received', 'cancelled'] as const)
      expect(at('assessing').when({ type: 'AdvanceCase', to }).refusal?.code).toBe('notInThisStage');
  });
});

describe('A stage that does not apply is passed by saying so, never in silence (docs/law/practice.md#stages)', () => {
  const ready = () => at('assessing').does(manager, { type: 'DecideOutcome', complaintOutcome: 'none', reasons: 'Ingen brist.' });

  test('the decision on IVO may be passed with “ingen grund för anmälan”, which stays with the case', () => {
    const way = ready().does(manager, { type: 'AdvanceCase', to: 'feedback', notApplicable: [{ stage: 'ivoDecision', reason: 'noGround' }] });
    expect(way.case.progress.notApplicable).toEqual([{ stage: 'ivoDecision', reason: 'noGround' }]);
  });

  test('but not where the first assessment says that it may be a missförhållande', () => {
    const way = ready().does(manager, { type: 'AnswerTriage', irregularity: 'yes', careInjury: 'no', danger: 'no' });
    expect(way.when({ type: 'AdvanceCase', to: 'feedback', notApplicable: [{ stage: 'ivoDecision', reason: 'noGround' }] }).lacks()).toEqual([
      'DecideIvo.notify',
    ]);
  });

  test('feedback is never passed, and no other reason passes a stage than its own', () => {
    const way = at('ivoDecision').does(manager, { type: 'DecideIvo', notify: 'notApplicable', reasons: 'Nej.' });
    expect(way.when({ type: 'AdvanceCase', to: 'followUp', notApplicable: [{ stage: 'feedback', reason: 'toldOnTheSpot' }] }).said()).toContain(
      'Skedet Återkoppling får inte passeras av det skälet',
    );
    expect(ready().when({ type: 'AdvanceCase', to: 'feedback', notApplicable: [{ stage: 'ivoDecision', reason: 'praise' }] }).refusal?.code).toBe(
      'mayNotBeSkipped',
    );
  });

  test('AC-41 follow-up is passed only where no action waits for its effect', () => {
    const way = at('feedback').does(manager, { type: 'GiveFeedback', what: 'answer', method: 'phone' });
    const pass = { type: 'AdvanceCase', to: 'closed', notApplicable: [{ stage: 'followUp', reason: 'noActions' }] } as const;
    expect(way.when(pass).lacks()).toEqual(['JudgeEffect.effect']);
    way.does(manager, { type: 'ChangeAction', actionId: way.case.remedy.actions[0]?.actionId as string, status: 'dropped', text: 'Ersatt av ny rutin.' }, pass);
    expect(way.case.end?.reason).toBe('noActionNeeded');
  });

  test('“utreds i ett annat ärende” names that case', () => {
    const way = new Scenario()
      .report()
      .does(
        manager,
        { type: 'ClassifyCase', categories: ['treatment'], lawAreas: ['SoL'] },
        { type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no' },
        { type: 'GiveFeedback', what: 'confirmation', method: 'phone' },
        { type: 'AssignCase', person: manager.person },
        { type: 'AnswerConflict', answer: 'none' },
      );
    const pass = { type: 'AdvanceCase', to: 'assessing', notApplicable: [{ stage: 'investigating', reason: 'elsewhere' }] } as const;
    expect(way.when(pass).lacks()).toEqual(['AdvanceCase.elsewhere']);
    way.does(manager, { ...pass, elsewhere: '3f1c1f7a-7a51-5a3e-9d3b-0c5d8f4f2a11' });
    expect(way.last.find((event) => event.type === 'StageEntered')?.open).toMatchObject({ elsewhere: '3f1c1f7a-7a51-5a3e-9d3b-0c5d8f4f2a11' });
  });
});

describe('A case goes back with reasons, and what was concluded is concluded anew (docs/law/practice.md#stages)', () => {
  test.each(['assessing', 'feedback', 'followUp'] as const)(
    'from %s to investigating: the stage’s duty is withdrawn, the investigation’s opens again',
    (from) => {
      const way = at(from).does(manager, { type: 'SendBack', to: 'investigating', reasons: 'Nya uppgifter.' });
      expect(way.case).toMatchObject({
        stage: 'investigating',
        investigation: { completed: null },
        assessment: { outcome: null },
        ivo: null,
        progress: { notApplicable: [] },
      });
      expect(opens(way).filter((rule) => rule === 'LOK-KLAG-UTRED')).toHaveLength(1);
      expect(opens(way)).toContain('LOK-KLAG-SVAR');
      expect(way.case.duties.filter((duty) => duty.rule === 'LOK-KLAG-UTRED')).toHaveLength(2);
      expect(new Set(way.case.duties.map((duty) => duty.id)).size).toBe(way.case.duties.length);
    },
  );

  test('what the left stage owed ends as withdrawn, not as met', () => {
    expect(at('assessing').does(manager, { type: 'SendBack', to: 'investigating', reasons: 'Komplettera.' }).ended('LOK-KLAG-BEDOM')).toMatchObject({
      as: 'withdrawn',
      reason: 'sentBack',
    });
  });

  test('an answer that was given on the old conclusion is owed again, from now', () => {
    const way = at('followUp');
    expect(way.duty('LOK-KLAG-SVAR')).toBeNull();
    way.later(30).does(manager, { type: 'SendBack', to: 'investigating', reasons: 'Åtgärden hjälpte inte.' });
    expect(way.duty('LOK-KLAG-SVAR')?.startedAt).toBe(way.now);
    way.advanceTo('feedback');
    expect(way.when({ type: 'AdvanceCase', to: 'followUp' }).lacks()).toEqual(['GiveFeedback.what']);
  });

  test('there is no other way back than the process’s own', () => {
    for (const from of ['investigating', 'ivoDecision'] as const)
      expect(at(from).when({ type: 'SendBack', to: 'investigating', reasons: 'x' }).refusal?.code).toBe('notInThisStage');
    expect(at('assessing').when({ type: 'SendBack', to: 'received', reasons: 'x' }).said()[1]).toBe(
      'Ärendet kan inte skickas tillbaka dit från det här skedet',
    );
  });
});
