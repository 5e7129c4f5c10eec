import { organisation, people, Scenario } from '../../../../../test/support/scenario.js';
import { seenOf, sees, visible } from '../visible.js';

const { manager, divisionHead, registrar, carer, investigator } = people;
const assign = (person: string | null) => ({ type: 'AssignCase', person }) as const;
const mine = { type: 'AnswerConflict', answer: 'conflict', ground: 'named' } as const;
const seenBy = (way: Scenario, actor: typeof manager) => sees(visible(actor, organisation, '2026-03-02'), seenOf(way.case));

describe('Nobody handles a case about themselves (KL 6 kap. 28–30 §§; R-130)', () => {
  test('a handler who says so loses the case, does not see it again and can’t be given it', () => {
    const way = new Scenario().report().does(manager, assign(manager.person), mine);
    expect(way.case).toMatchObject({ handler: null, conflict: { barred: [manager.person] } });
    expect(seenBy(way, manager)).toBe(false);
    expect(way.when({ type: 'AddToCase', by: 'staff', text: 'x' }, manager).refusal?.code).toBe('notFound');
    expect(way.when(assign(manager.person), divisionHead).said()).toContain('Personen är jävig och kan inte handlägga ärendet');
    expect(way.does(divisionHead, assign(divisionHead.person)).case.handler?.person).toBe(divisionHead.person);
  });

  test('a chief above or the registrar says it of a manager who does not, so that the accused never reads the report', () => {
    for (const by of [divisionHead, registrar])
      expect(seenBy(new Scenario().report({}, people.anonymous).does(by, { ...mine, person: manager.person as string }), manager)).toBe(false);
    const way = new Scenario().report({}, carer);
    expect(way.when({ ...mine, person: manager.person as string }, carer).refusal?.code).toBe('notYours');
  });

  test('and lifts it when there was no ground; nobody else answers in a person’s place', () => {
    const way = new Scenario().report().does(divisionHead, { ...mine, person: manager.person as string });
    expect(way.when({ type: 'AnswerConflict', answer: 'none', person: people.otherManager.person as string }, divisionHead).said()).toContain(
      'Var och en svarar själv på om det finns jäv',
    );
    way.does(divisionHead, { type: 'AnswerConflict', answer: 'none', person: manager.person as string, reasons: 'Det gällde en annan enhet.' });
    expect(seenBy(way, manager)).toBe(true);
  });

  test('a barred reporter doesn’t see even their own report', () => {
    const way = new Scenario().report({}, carer);
    expect(seenBy(way, carer)).toBe(true);
    expect(seenBy(way.does(divisionHead, { ...mine, person: carer.person as string }), carer)).toBe(false);
  });

  test('a new handler in the middle of the investigation answers the question too', () => {
    const way = new Scenario().report().advanceTo('investigating').does(manager, assign(investigator.person));
    expect(way.when({ type: 'AdvanceCase', to: 'assessing' }).lacks()).toContain('AnswerConflict.answer');
    way.does(investigator, { type: 'AnswerConflict', answer: 'none' });
    expect(way.when({ type: 'AdvanceCase', to: 'assessing' }).lacks()).not.toContain('AnswerConflict.answer');
  });
});

describe('Who has the case', () => {
  test('one from another unit who is made handler sees it, works on it, and decides nothing that is a manager’s', () => {
    const way = new Scenario().report().advanceTo('investigating');
    expect(seenBy(way, investigator)).toBe(false);
    way
      .does(manager, assign(investigator.person))
      .does(
        investigator,
        { type: 'AnswerConflict', answer: 'none' },
        { type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'x' },
        { type: 'CompleteInvestigation', noDeficiency: true },
        { type: 'AdvanceCase', to: 'assessing' },
      );
    expect(way.when({ type: 'DecideOutcome', complaintOutcome: 'none', reasons: 'x' }, investigator).refusal?.code).toBe('notYours');
  });

  test('R-139 a verksamhetschef takes a complaint the whole way, and the decision says by which role', () => {
    const { operationsHead } = people;
    const way = new Scenario()
      .report()
      .does(
        operationsHead,
        { type: 'ClassifyCase', categories: ['treatment'], lawAreas: ['SoL'] },
        { type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no' },
        { type: 'GiveFeedback', what: 'confirmation', method: 'phone' },
        { type: 'AssignCase', person: operationsHead.person, as: 'verksamhetschef' },
        { type: 'AnswerConflict', answer: 'none' },
        { type: 'AdvanceCase', to: 'investigating' },
        { type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'x' },
        { type: 'CompleteInvestigation', noDeficiency: true },
        { type: 'AdvanceCase', to: 'assessing' },
        { type: 'DecideOutcome', complaintOutcome: 'none', reasons: 'x' },
      );
    expect(way.case.assessment.outcome?.byRole).toBe('verksamhetschef');
    way.does(
      operationsHead,
      { type: 'AdvanceCase', to: 'ivoDecision' },
      { type: 'DecideIvo', notify: 'notApplicable', reasons: 'x' },
      { type: 'AdvanceCase', to: 'feedback' },
      { type: 'GiveFeedback', what: 'answer', method: 'phone' },
      { type: 'AdvanceCase', to: 'followUp' },
      { type: 'AdvanceCase', to: 'closed' },
    );
    expect(way.case.stage).toBe('closed');
  });

  test('one who is both carer and manager decides as manager', () => {
    const both = { ...manager, posts: [{ role: 'medarbetare', unit: 'afs-norra' }, ...manager.posts] } as const;
    const way = new Scenario().report().advanceTo('assessing').does(both, { type: 'DecideOutcome', complaintOutcome: 'none', reasons: 'x' });
    expect(way.case.assessment.outcome?.byRole).toBe('enhetschef');
  });

  test('the same handler again is no event, and nobody from nobody neither', () => {
    const way = new Scenario().report();
    expect(way.does(manager, assign(null)).last).toEqual([]);
    expect(way.does(manager, assign(manager.person), assign(manager.person)).last).toEqual([]);
    expect(way.does(manager, assign(null)).case.handler).toBeNull();
  });
});
