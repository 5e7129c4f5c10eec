import { people, Scenario } from '../../../../../test/support/scenario.js';
import type { ExistingCase } from '../case.js';
import { seenOf, sees, visible } from '../visible.js';

const { manager, otherManager, registrar, sas, carer, operationsHead, mas } = people;
const why = 'Samma kväll, samma besök.';
const complaint = (more: Record<string, unknown> = {}, now?: string) =>
  new Scenario(now).report({ kind: 'complaint', lawAreas: ['SoL'], answer: { by: 'email', to: 'a@example.org' }, ...more });

/** A case that came in on 2 March, beside another of the same day or later. */
function beside(later: Scenario, first: Scenario): Scenario {
  later.others = [first.case];
  return later;
}
const first = (more = {}) => complaint(more, '2026-03-02T08:00:00.000Z');
const second = (more = {}) => {
  const way = complaint(more, '2026-03-04T08:00:00.000Z');
  // Ids are made of the number of the command: another scenario's first command has the same.
  return way;
};
const link = (way: Scenario, relation: string, actor = manager) =>
  way.when({ type: 'LinkCase', other: way.others[0]?.id as string, relation, reasons: why } as never, actor);
const other = (way: Scenario) => way.others[0] as ExistingCase;

/** Two complaints of the same unit, one of which came two days after the other. */
function two(more: Record<string, unknown> = {}): Scenario {
  const early = first(more);
  const state = { ...early.case, id: '0e2b6b1c-0000-4000-8000-000000000001', number: 'KLA-2026-0900' };
  const way = beside(second(more), early);
  way.others = [state];
  return way;
}
const taken = (way: Scenario) =>
  way.when({ type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no' }, manager).when({ type: 'AnswerConflict', answer: 'none' }, manager);

describe('Cases that belong together', () => {
  test('a link stands in both cases, the reasons only where they were given', () => {
    const way = link(two(), 'samePerson', registrar);
    expect(way.said()).toEqual([]);
    expect(way.last).toMatchObject([{ type: 'CaseLinked', open: { caseId: other(way).id, relation: 'samePerson' }, sealed: { reasons: why } }]);
    expect(way.case.links).toMatchObject([{ caseId: other(way).id, relation: 'samePerson' }]);
    expect(other(way).links).toMatchObject([{ caseId: way.case.id, relation: 'samePerson' }]);
  });

  test('a link that is taken back is gone from both; the same two are linked once', () => {
    const way = link(two(), 'sameEvent');
    expect(link(way, 'samePerson').said()).toContain('Ärendena är redan kopplade. Ta först bort den koppling som finns');
    way.when({ type: 'UnlinkCase', other: other(way).id, reasons: 'Fel ärende.' }, manager);
    expect([way.case.links, other(way).links]).toEqual([[], []]);
    expect(way.when({ type: 'UnlinkCase', other: other(way).id, reasons: 'Fel ärende.' }, manager).refusal?.code).toBe('unknownReference');
  });

  test('a case that the person does not see is refused in the words of one that does not exist', () => {
    const elsewhere = two({ unit: 'afs-sodra' });
    const way = two();
    way.others = elsewhere.others;
    const unseen = link(way, 'sameEvent', manager).refusal;
    way.others = [];
    const unknown = way.when({ type: 'LinkCase', other: '0e2b6b1c-0000-4000-8000-000000000009', relation: 'sameEvent', reasons: why }, manager).refusal;
    expect(unseen).toMatchObject({ code: 'unknownReference' });
    expect([unknown?.code, unknown?.missing]).toEqual([unseen?.code, unseen?.missing]);
    way.others = elsewhere.others;
    expect(link(way, 'sameEvent', operationsHead).said()).toEqual([]);
  });

  test('a person with a conflict of interest in the other case can link to it as little as to none', () => {
    const way = two();
    way.others = [{ ...other(way), ...barred(other(way), manager.person as string) }];
    expect(link(way, 'sameEvent').refusal?.code).toBe('unknownReference');
  });

  test('a cancelled case is not linked to, nor a case to itself', () => {
    const way = two();
    expect(way.when({ type: 'LinkCase', other: way.case.id, relation: 'sameEvent', reasons: why }, manager).refusal).not.toBeNull();
  });
});

const barred = ({ conflict }: ExistingCase, person: string) => ({
  conflict: { ...conflict, barred: [person], found: [{ person, ground: 'named', computed: true, overridden: false }] },
});

describe('A duplicate is investigated and counted in the case that came first', () => {
  const duplicate = (more: Record<string, unknown> = {}) => link(taken(two(more)), 'duplicateOf');

  test('it goes to the answer, since whoever spoke up in it is answered there; the rest is the other’s', () => {
    const way = duplicate();
    expect(way.said()).toEqual([]);
    expect(way.case.stage).toBe('feedback');
    expect(way.ended('RAPPORTER-UTRED')).toMatchObject({ as: 'notApplicable', reason: 'elsewhere' });
    expect(way.duty('LOK-KLAG-SVAR')).not.toBeNull();
    expect(way.case.progress.notApplicable.every(({ reason }) => reason === 'elsewhere')).toBe(true);
    expect(other(way).links).toMatchObject([{ caseId: way.case.id, relation: 'hasDuplicate' }]);
    expect(other(way).stage).toBe('received');
  });

  test('a patient’s right to an answer stays in it (PSL 3 kap. 8 b §)', () => {
    const way = duplicate({ lawAreas: ['HSL'], source: 'relative' });
    expect(way.said()).toEqual([]);
    expect(way.duty('HSL-KLAG-SVAR')).toMatchObject({ basis: 'law', closed: null });
  });

  test('answered, it ends as a duplicate of the other', () => {
    const way = duplicate().does(manager, { type: 'GiveFeedback', what: 'answer', method: 'letter', text: 'Vi utreder det i ett annat ärende.' });
    way.does(manager, { type: 'AdvanceCase', to: 'closed', notApplicable: [{ stage: 'followUp', reason: 'noActions' }] });
    expect(way.case.end).toMatchObject({ reason: 'duplicate' });
    expect(way.last.find(({ type }) => type === 'CaseClosed')?.open).toMatchObject({ duplicateOf: other(way).id });
  });

  test('it ends at once where nobody can be answered', () => {
    const way = duplicate({ answer: { by: 'none' } });
    expect(way.case.end).toMatchObject({ reason: 'duplicate' });
    expect(way.case.contact.feedback).toMatchObject([{ given: false, code: 'declined' }]);
  });

  test.each([
    ['registrar', registrar],
    ['a handler who is no chief', carer],
  ] as const)('%s does not decide it', (_, actor) => {
    const way = taken(two());
    if (actor === carer) way.does(manager, { type: 'AssignCase', person: carer.person as string, as: 'medarbetare' });
    way.when({ type: 'AnswerConflict', answer: 'none' }, actor);
    way.others = way.others.map((one) => ({ ...one, handler: { person: carer.person as string, as: 'medarbetare', unit: 'afs-norra' } }));
    expect(link(way, 'duplicateOf', actor).said().join()).toContain('beslutar en chef');
  });

  test.each([
    ['another kind', { kind: 'deviation', deviationType: 'other', lawAreas: ['SoL'] }, 'En dubblett är av samma slag'],
    ['another law', { lawAreas: ['HSL'] }, 'En dubblett är av samma slag'],
  ])('a case of %s is no duplicate', (_, body, text) => {
    const way = taken(two());
    way.others = two(body).others;
    expect(link(way, 'duplicateOf', operationsHead).said().join()).toContain(text);
  });

  test('the one that came first is not the duplicate of a later one; nor is one the duplicate of a duplicate', () => {
    const way = taken(two());
    way.others = way.others.map((one) => ({ ...one, desc: { ...one.desc, receivedAt: '2026-03-09T08:00:00.000Z' } }));
    expect(link(way, 'duplicateOf').said().join()).toContain('kom in först');
    const chain = taken(two());
    chain.others = chain.others.map((one) => ({
      ...one,
      links: [{ caseId: way.case.id, relation: 'duplicateOf', at: one.progress.since, stage: 'received' }],
    }));
    expect(link(chain, 'duplicateOf').said().join()).toContain('självt en dubblett');
  });

  test('a suspicion is not left to a case in which nobody has said it, and what may be serious is handled for itself', () => {
    const way = two();
    way.does(manager, { type: 'AnswerTriage', irregularity: 'yes', careInjury: 'no', danger: 'no' });
    const said = link(way, 'duplicateOf').said().join();
    expect(said).toContain('allvarligare här');
    expect(said).toContain('Gör först ärendet till lex Sarah');
  });

  test('a lex Sarah is let go by those who answer for lex Sarah, never by the unit’s manager', () => {
    const lexSarah = { kind: 'lexSarah', lawAreas: ['SoL'], answer: undefined, source: undefined };
    const report = (now: string) => new Scenario(now).report({ what: 'x', immediateActions: 'y', reporter: { name: 'n', title: 't' }, ...lexSarah }, carer);
    const early = report('2026-03-02T08:00:00.000Z').case;
    const way = report('2026-03-04T08:00:00.000Z');
    const mild = { irregularity: 'yes', careInjury: 'no', danger: 'no', serious: 'no' } as const;
    way.does(sas, { type: 'AnswerTriage', ...mild });
    way.others = [{ ...early, id: '0e2b6b1c-0000-4000-8000-000000000001', assessment: { ...early.assessment, triage: way.case.assessment.triage } }];
    way.when({ type: 'AnswerConflict', answer: 'none' }, operationsHead);
    expect(link(way, 'duplicateOf', operationsHead).said().join()).toContain('den som svarar för lex Sarah');
    expect(way.case.stage).toBe('received');
    way.when({ type: 'AnswerConflict', answer: 'none' }, sas);
    expect(link(way, 'duplicateOf', sas).said()).toEqual([]);
    expect(way.case).toMatchObject({ stage: 'feedback', assessment: { outcome: null }, ivo: null });
  });

  test('who is barred from the one is barred from both', () => {
    const way = taken(two());
    way.others = way.others.map((one) => ({ ...one, ...barred(one, mas.person as string) }));
    link(way, 'duplicateOf');
    expect(way.case.conflict.barred).toContain(mas.person);
  });

  test('whoever sees the case that goes on reads the duplicate; nobody else sees more than before', () => {
    const way = duplicate();
    const sight = visible(otherManager, way.units, '2026-03-04');
    expect(sees(sight, seenOf(way.case, [other(way)]))).toBe(false);
    expect(sees(sight, seenOf(way.case, [{ ...other(way), desc: { ...other(way).desc, unit: 'afs-sodra' } }]))).toBe(true);
  });

  test('it is not opened again, sent back or made into another while it is a duplicate', () => {
    const way = duplicate();
    expect(way.when({ type: 'SendBack', to: 'investigating', reasons: 'x' }, manager).said().join()).toContain('Ta först bort kopplingen');
    expect(way.when({ type: 'ConvertCase', to: 'deviation', reasons: 'x' }, manager).said().join()).toContain('Ta först bort kopplingen');
    const ended = duplicate({ answer: { by: 'none' } });
    expect(ended.when({ type: 'ReopenCase', reason: 'newFacts', text: 'x' }, operationsHead).said().join()).toContain('Ta först bort kopplingen');
  });

  test('the case that goes on is not cancelled while it has a duplicate', () => {
    const way = duplicate();
    const main = new Scenario(way.now);
    main.state = other(way);
    expect(
      main
        .when({ type: 'CancelCase', reason: 'wronglyRegistered', second: manager.person as string, text: 'x' }, registrar)
        .said()
        .join(),
    ).toContain('Ett annat ärende är en dubblett av det här');
  });

  describe('taken back, it is a case of its own again', () => {
    const back = (way: Scenario) => way.later(1).when({ type: 'UnlinkCase', other: other(way).id, reasons: 'Två olika kvällar.' }, manager);

    test('in the stage where it was, with the duties that the other had taken over, from the day on which they began', () => {
      const before = taken(two());
      const owed = before.case.duties.filter(({ closed }) => closed === null).map(({ rule, dueAt, startedAt }) => [rule, dueAt, startedAt]);
      const way = back(link(before, 'duplicateOf'));
      expect(way.said()).toEqual([]);
      expect(way.case).toMatchObject({ stage: 'received', links: [], progress: { notApplicable: [] } });
      expect(
        way.case.duties
          .filter(({ closed }) => closed === null)
          .map(({ rule, dueAt, startedAt }) => [rule, dueAt, startedAt])
          .sort(),
      ).toEqual(owed.sort());
      expect(other(way).links).toEqual([]);
    });

    test('also where it had ended, and from the other case', () => {
      const way = duplicate({ answer: { by: 'none' } }).later(1);
      const main = new Scenario(way.now);
      [main.state, main.others] = [other(way), [way.case]];
      main.when({ type: 'UnlinkCase', other: way.case.id, reasons: 'Två olika kvällar.' }, manager);
      expect(main.said()).toEqual([]);
      expect(main.others[0]).toMatchObject({ stage: 'received', end: null, links: [], progress: { reopenings: [{}] } });
      expect(main.others[0]?.duties.find(({ rule, closed }) => rule === 'RAPPORTER-UTRED' && closed === null)?.startedAt).toBe('2026-03-04T08:00:00.000Z');
    });

    test('an answer that was given as a duplicate no longer stands', () => {
      const way = duplicate().does(manager, { type: 'GiveFeedback', what: 'answer', method: 'letter', text: 'Vi utreder det i ett annat ärende.' });
      expect(back(way).duty('LOK-KLAG-SVAR')).not.toBeNull();
      expect(way.case.contact.feedback.some(({ what }) => what === 'answer')).toBe(false);
    });
  });
});
