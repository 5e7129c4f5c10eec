import { goTo } from '../../../../../test/support/lawful.js';
import { organisation, people, Scenario } from '../../../../../test/support/scenario.js';
import { agenda } from '../agenda.js';
import { overrideConflict } from '../commands/override-conflict.js';
import { maySeeWords } from '../policy.js';
import { secondsAwaited } from '../seconds.js';
import { seenOf, sees, visible } from '../visible.js';
import { foldNew } from './foresee.js';

const { manager, otherManager, divisionHead, director, registrar, carer, investigator, controller, irregularityInvestigator, sas } = people;
const x = 'En mening.';
const cancel = (second = manager) => ({ type: 'CancelCase', reason: 'wronglyRegistered', second: second.person as string, text: x }) as const;
const awaited = (way: Scenario) => secondsAwaited(way.case).at(-1)?.request as string;
const confirm = (way: Scenario) => ({ type: 'ConfirmSecond', request: awaited(way) }) as const;
const refusing = (way: Scenario) => ({ type: 'RefuseSecond', request: awaited(way), reasons: x }) as const;
const asked = () => new Scenario().report().does(registrar, cancel());
const investigated = () => goTo(new Scenario().report({ kind: 'lexSarah', lawAreas: ['SoL'], what: x }, carer), 'assessing');
const override = {
  type: 'OverrideConflict',
  person: irregularityInvestigator.person as string,
  ground: 'investigated',
  second: divisionHead.person as string,
  reasons: x,
} as const;

describe('What takes two persons takes effect when the second has confirmed by their own log-in', () => {
  test('asked, it has no effect but the question: who asks, of whom, what and when; and a duty of two working days for the one who is asked', () => {
    const way = asked();
    expect(way.types()).toEqual(['SecondAsked', 'DutyOpened']);
    expect(way.case).toMatchObject({ end: null, stage: 'received' });
    expect(secondsAwaited(way.case)).toMatchObject([{ of: 'cancel', by: registrar.person, second: manager.person, reason: 'wronglyRegistered', at: way.now }]);
    expect(way.duty('LOK-ANDRA-PERSON')).toMatchObject({ owner: 'enhetschef@afs-norra', basis: 'local', dueAt: '2026-03-04T22:59:59.000Z' });
    expect(agenda(way.case).some(({ rule }) => rule === 'LOK-ANDRA-PERSON')).toBe(true);
  });

  test('confirmed, it takes effect in the second person’s name, and the duty is met', () => {
    const way = asked().later(1).does(divisionHead, confirm(asked()));
    expect(way.types().slice(0, 2)).toEqual(['SecondAnswered', 'DutyClosed']);
    expect(way.log.at(-1)).toMatchObject({ type: 'CaseCancelled', open: { reason: 'wronglyRegistered', second: divisionHead.person } });
    expect([way.case.stage, way.ended('LOK-ANDRA-PERSON')?.as, agenda(way.case)]).toEqual(['cancelled', 'met', []]);
  });

  test('refused, or taken back by the one who asked, nothing happens and it may be asked again', () => {
    for (const [by, answer] of [
      [manager, 'refused'],
      [registrar, 'takenBack'],
    ] as const) {
      const way = asked();
      way.does(by, refusing(way));
      expect([way.case.end, way.case.seconds.at(-1)?.answer, way.duty('LOK-ANDRA-PERSON')]).toEqual([null, answer, null]);
      expect(way.when(cancel(), registrar).refusal).toBeNull();
    }
  });

  test('the one who asked never confirms, whatever they hold', () => {
    const both = { ...registrar, posts: [...registrar.posts, { role: 'socialchef', unit: 'namnd' }] } as typeof registrar;
    const way = new Scenario().report().does(both, cancel());
    expect(way.when(confirm(way), both).refusal?.code).toBe('notYours');
    expect(way.case.end).toBeNull();
  });

  test('nor where there is something else that they may answer', () => {
    const way = new Scenario().report();
    const barred = { type: 'AnswerConflict', answer: 'conflict', ground: 'named', person: manager.person as string } as const;
    const except = { type: 'OverrideConflict', person: manager.person as string, step: 'planAction', ground: 'named', reasons: x } as const;
    way.does(divisionHead, barred, { ...except, second: registrar.person as string }).does(registrar, cancel(divisionHead));
    const [theirs, own] = secondsAwaited(way.case);
    expect(way.when({ type: 'ConfirmSecond', request: own?.request as string }, registrar).said()).toContain(
      'Den som bad om bekräftelsen kan inte själv ge den',
    );
    way.does(registrar, { type: 'ConfirmSecond', request: theirs?.request as string });
    expect([way.case.end, way.case.conflict.exceptions.length]).toEqual([null, 1]);
  });

  test.each([
    ['the one who asked', registrar, 403],
    ['a chief of another unit', otherManager, 404],
    ['a controller', controller, 403],
    ['one without a post over the unit', investigator, 404],
    ['SAS', sas, 403],
  ] as const)('nor does %s', (_, by, status) => {
    const way = asked();
    for (const command of [confirm(way), ...(by === registrar ? [] : [refusing(way)])]) expect(way.when(command, by).refusal?.status).toBe(status);
  });

  test('nor one with a conflict of interest, who does not even see it; such a person is not asked either', () => {
    const way = asked().does(divisionHead, { type: 'AnswerConflict', answer: 'conflict', ground: 'named', person: manager.person as string });
    expect(way.when(confirm(way), manager).refusal?.status).toBe(404);
    way.does(registrar, refusing(way));
    expect(way.when(cancel(manager), registrar).lacks()).toEqual(['CancelCase.second']);
  });

  test('the same is asked once at a time, and an answered question is not answered again', () => {
    const way = asked();
    expect(way.when(cancel(divisionHead), registrar).lacks()).toEqual(['CancelCase.second']);
    const first = confirm(way);
    way.does(registrar, refusing(way));
    expect(way.when(first, manager).refusal).not.toBeNull();
    expect(way.does(registrar, cancel()).when(first, manager).refusal?.code).toBe('unknownReference');
  });

  test('what has come in the way since it was asked is in the way of the confirmation', () => {
    const way = asked().does(manager, { type: 'AnswerTriage', irregularity: 'yes', careInjury: 'no', danger: 'no' });
    // A complaint that was none may be cancelled by a chief's word; a deviation with a suspicion may not.
    const deviation = new Scenario().report({ kind: 'deviation', lawAreas: ['SoL'], deviationType: 'other', what: x }, carer).does(registrar, cancel());
    deviation.does(manager, { type: 'AnswerTriage', irregularity: 'yes', careInjury: 'no', danger: 'no' });
    expect(deviation.when(confirm(deviation), divisionHead).refusal?.code).toBe('statutoryDutyOpen');
    expect([way.case.end, deviation.case.end]).toEqual([null, null]);
  });

  test('that one who has investigated decides is confirmed in the same way', () => {
    const way = investigated().does(registrar, override);
    expect(way.case.conflict.found.filter(({ overridden }) => overridden)).toEqual([]);
    way.does(director, confirm(way));
    expect(way.last.find(({ type }) => type === 'ConflictOverridden')).toMatchObject({ open: { as: 'registrator', second: director.person } });
    expect(way.case.conflict.found).toMatchObject([{ person: irregularityInvestigator.person, overridden: true }]);
  });

  test('an event from before names its second person, and means what it meant', () => {
    const way = investigated();
    const { person, ground } = override;
    const old = { type: 'ConflictOverridden', open: { person, as: 'registrator', ground, second: divisionHead.person as string } } as const;
    expect(new Scenario().report().when(cancel(), registrar).case.seconds).toHaveLength(1);
    expect(foldNew(way.case, [old], way.now).conflict.found).toMatchObject([{ person, overridden: true }]);
    expect(foldNew(way.case, [{ type: 'CaseCancelled', open: { reason: 'test', second: null } }], way.now).end?.as).toBe('cancelled');
  });
});

describe('One whom the matter concerns takes no part, but for a step that nobody else can take without undue delay (KL 6 kap. 30 §, FL 18 §)', () => {
  const except = {
    type: 'OverrideConflict',
    person: manager.person as string,
    step: 'planAction',
    ground: 'managerOfTheAct',
    second: divisionHead.person as string,
    reasons: x,
  } as const;
  const accused = () =>
    new Scenario().report().does(divisionHead, { type: 'AnswerConflict', answer: 'conflict', ground: 'managerOfTheAct', person: manager.person as string });
  const plan = { type: 'PlanAction', area: 'routines', horizon: 'shortTerm', dueAt: '2026-04-01T10:00:00Z', what: x, howJudged: x } as const;
  const given = () => accused().does(registrar, except).confirms(divisionHead);
  const seesIt = (way: Scenario) => sees(visible(manager, organisation, '2026-03-02'), seenOf(way.case));

  test('the exception is for the one step, once, and the bar stands: before, for all else, and after', () => {
    const way = accused().does(registrar, except);
    expect([seesIt(way), way.when(plan, manager).refusal?.status]).toEqual([false, 404]);
    way.confirms(divisionHead);
    expect(way.case.conflict.barred).toEqual([manager.person]);
    expect([seesIt(way), maySeeWords(manager, way.case, organisation, '2026-03-02')]).toEqual([true, false]);
    for (const other of [
      { type: 'MakeEntry', nature: 'fact', by: 'staff', text: x },
      { type: 'DecideOutcome', complaintOutcome: 'none', reasons: x },
      { type: 'AssignCase', person: divisionHead.person },
      { type: 'AnswerConflict', answer: 'none' },
    ] as const)
      expect([other.type, way.when(other, manager).refusal?.status]).toEqual([other.type, 403]);
    way.does(manager, plan);
    expect(way.types()).toContain('ExceptedStepTaken');
    expect(way.case.conflict.exceptions).toMatchObject([{ step: 'planAction', takenAt: way.now }]);
    expect([seesIt(way), way.when(plan, manager).refusal?.status]).toEqual([false, 404]);
  });

  test('it decides nothing: no outcome, notification, transfer or closing can be excepted', () => {
    for (const step of ['decideOutcome', 'decideIvo', 'answerTriage', 'closeAtOnce', 'cancelCase', 'convertCase'])
      expect(() => accused().when({ ...except, step }, registrar)).toThrow();
  });

  test('it is given by another with a second, never by the one it is for, and only to one with a conflict', () => {
    expect(accused().when(except, manager).refusal?.status).toBe(404);
    expect(
      accused()
        .when({ ...except, second: manager.person as string }, registrar)
        .lacks(),
    ).toContain('OverrideConflict.second');
    expect(new Scenario().report().when(except, registrar).said()).toContain('Personen är inte jävig och behöver inget undantag');
    expect(
      given()
        .when({ ...except, step: 'changeAction' }, registrar)
        .said(),
    ).toContain('Personen har redan ett undantag som inte är använt');
  });

  const closing = { type: 'CloseAtOnce', toldOnTheSpot: true, whatWasDone: x, categories: ['treatment'] } as const;
  const anew = { type: 'AnswerConflict', answer: 'conflict', ground: 'named', person: manager.person as string } as const;

  test.each([
    ['a chief takes it back by a new answer on the conflict', (way: Scenario) => way.does(divisionHead, anew)],
    ['the case is closed', (way: Scenario) => way.does(divisionHead, closing).does(divisionHead, { type: 'ReopenCase', reason: 'newFacts', text: x })],
    ['the case is cancelled', (way: Scenario) => way.does(registrar, cancel(divisionHead)).confirms(divisionHead)],
  ] as const)('one that is not used ends when %s, and does not come back', (_, end) => {
    const way = end(given());
    expect(way.case.conflict.exceptions).toMatchObject([{ step: 'planAction', takenAt: null, lapsedAt: way.now }]);
    expect([seesIt(way), way.when(plan, manager).refusal?.status]).toEqual([false, 404]);
  });

  test('one that has ended may be given anew', () => {
    const way = given().does(divisionHead, anew).does(registrar, except).confirms(divisionHead);
    expect(way.does(manager, plan).case.conflict.exceptions).toMatchObject([{ takenAt: null }, { takenAt: way.now, lapsedAt: null }]);
  });

  test('another person’s new answer leaves it as it is', () => {
    const way = given().does(divisionHead, { type: 'AnswerConflict', answer: 'none' });
    expect(way.case.conflict.exceptions).toMatchObject([{ takenAt: null, lapsedAt: null }]);
    expect(seesIt(way)).toBe(true);
  });

  test('only a step that the case can come to is offered and given: a patient is told in care alone, IVO written to where the municipality decides on it', () => {
    const offered = (way: Scenario) => overrideConflict.form?.step?.choices?.(way.case);
    expect(offered(accused())).toEqual(['planAction', 'changeAction']);
    for (const step of ['informPatient', 'notifyIvo', 'sendToIvo'] as const)
      expect(
        accused()
          .when({ ...except, step }, registrar)
          .lacks(),
      ).toEqual(['OverrideConflict.step']);
    // What else is wrong is said in the same refusal.
    expect(
      accused()
        .when({ ...except, step: 'informPatient', second: registrar.person as string }, registrar)
        .lacks(),
    ).toEqual(expect.arrayContaining(['OverrideConflict.step', 'OverrideConflict.second']));
    const deviation = (law: string) => new Scenario().report({ kind: 'deviation', lawAreas: [law], deviationType: 'other' });
    expect(offered(deviation('SoL'))).not.toContain('informPatient');
    expect(offered(deviation('HSL'))).toContain('informPatient');
    expect(offered(new Scenario().report({ kind: 'lexSarah', lawAreas: ['SoL'] }))).toEqual(['planAction', 'changeAction', 'notifyIvo', 'sendToIvo']);
  });

  test('a step that is refused for what it lacks does not use it up', () => {
    const way = given();
    expect(way.when({ ...plan, causes: ['3f1c1f7a-7a51-4a3e-9d3b-0c5d8f4f2a11'] }, manager).refusal).not.toBeNull();
    expect(way.case.conflict.exceptions).toMatchObject([{ takenAt: null }]);
    way.does(manager, plan);
  });
});

describe('A lex Sarah is not cancelled because its reporter took it back (SoL 27 kap. 5 §, LSS 24 e §)', () => {
  test.each(['received', 'investigating', 'assessing', 'ivoDecision', 'feedback', 'followUp', 'closed'] as const)('at %s', (stage) => {
    const way = goTo(new Scenario().report({ kind: 'lexSarah', lawAreas: ['SoL'], what: x }, carer), stage);
    way.when(
      { type: 'CancelCase', reason: 'wronglyRegistered', second: director.person as string, text: 'Rapportören har tagit tillbaka sin rapport.' },
      registrar,
    );
    expect([way.refusal?.status, way.case.end?.as === 'cancelled', way.case.seconds]).toEqual([422, false, []]);
  });
});
