import { organisation, people, Scenario } from '../../../../test/support/scenario.js';
import { Refusal } from '../errors.js';
import type { Actor } from '../org/actor.js';
import type { CaseCommand, CommandType } from './commands.schema.js';
import { commandSchemas } from './commands.schema.js';
import { may, maySeeWords } from './policy.js';
import { processOf } from './processes/index.js';

const { carer, manager, otherManager, divisionHead, operationsHead, director, mas, sas, controller, registrar, investigator, anonymous, system } = people;
const nobody: Actor = { id: 'person:x', person: 'b0c1f7a0-7a51-5a3e-9d3b-0c5d8f4f2a11', posts: [] };
/** In the order of the table's columns. */
const columns = {
  carer,
  manager,
  otherManager,
  divisionHead,
  operationsHead,
  director,
  registrar,
  handler: investigator,
  mas,
  sas,
  controller,
  nobody,
  anonymous,
  system,
};

/** A complaint under HSL and SoL both reported by the carer, handled by one from another unit. */
const way = new Scenario()
  .report({}, carer)
  .advanceTo('investigating')
  .does(manager, { type: 'ClassifyCase', lawAreas: ['HSL', 'SoL'] }, { type: 'AssignCase', person: investigator.person, as: 'medarbetare' });
const answered = (actor: Actor, command: object, state = way.case): number => {
  try {
    may(actor, command as CaseCommand, state, processOf('complaint@1'), organisation, '2026-03-02');
    return 200;
  } catch (error) {
    return (error as Refusal).status;
  }
};

/*
 * Who may do what to one complaint of Hemtjänst Norra under investigation. + may · - sees the case but may not (403) · . does not see it (404).
 * The columns: carer who reported it, manager of the unit, manager of another, avdelningschef, verksamhetschef, socialchef, registrator,
 * handler from another division, MAS, SAS, controller, one without a post, the public, the system.
 */
const table: Record<string, string> = {
  //                          rap ech ech avd ver soc reg han mas sas con nob pub sys
  AddToCase: /*            */ '+   +   .   +   +   +   +   +   +   +   -   .   .   .',
  CorrectCase: /*          */ '-   +   .   +   +   +   +   +   -   -   -   .   .   .',
  MoveToUnit: /*           */ '-   +   .   +   +   +   +   +   -   -   -   .   .   .',
  ClassifyCase: /*         */ '-   +   .   +   +   +   +   +   -   -   -   .   .   .',
  AnswerTriage: /*         */ '-   +   .   +   +   +   -   +   +   +   -   .   .   .',
  Diarise: /*              */ '-   +   .   +   +   +   +   -   -   -   -   .   .   .',
  AssignCase: /*           */ '-   +   .   +   +   +   +   -   -   -   -   .   .   .',
  AnswerConflict: /*       */ '+   +   .   +   +   +   +   +   +   +   -   .   .   .',
  AdvanceCase: /*          */ '-   +   .   +   +   +   -   +   -   -   -   .   .   .',
  SendBack: /*             */ '-   +   .   +   +   +   -   -   -   -   -   .   .   .',
  MakeEntry: /*            */ '-   +   .   +   +   +   -   +   -   -   -   .   .   .',
  HearParty: /*            */ '-   +   .   +   +   +   -   +   -   -   -   .   .   .',
  FindCause: /*            */ '-   +   .   +   +   +   -   +   -   -   -   .   .   .',
  WithdrawCause: /*        */ '-   +   .   +   +   +   -   +   -   -   -   .   .   .',
  CompleteInvestigation: /**/ '-   +   .   +   +   +   -   +   -   -   -   .   .   .',
  DecideOutcome: /*        */ '-   +   .   +   +   +   -   -   -   -   -   .   .   .',
  DecideIvo: /*            */ '-   +   .   +   +   +   -   -   -   -   -   .   .   .',
  GiveFeedback: /*         */ '-   +   .   +   +   +   +   +   -   -   -   .   .   .',
  ExplainNoFeedback: /*    */ '-   +   .   +   +   +   +   +   -   -   -   .   .   .',
  SendMessage: /*          */ '-   +   .   +   +   +   +   +   -   -   -   .   .   .',
  PlanAction: /*           */ '-   +   .   +   +   +   -   +   -   -   -   .   .   .',
  ChangeAction: /*         */ '-   +   .   +   +   +   -   +   -   -   -   .   .   .',
  JudgeEffect: /*          */ '-   +   .   +   +   +   -   -   -   -   -   .   .   .',
  DecideNoAction: /*       */ '-   +   .   +   +   +   -   -   -   -   -   .   .   .',
  HandOverCase: /*         */ '-   +   .   +   +   +   +   +   -   -   -   .   .   .',
  CloseAtOnce: /*          */ '+   +   .   +   +   +   +   +   -   -   -   .   .   .',
  ReopenCase: /*           */ '-   -   .   +   +   +   -   -   +   +   -   .   .   .',
  CancelCase: /*           */ '-   -   .   -   -   -   +   -   -   -   -   .   .   .',
  // Nobody has been asked to stand for anything here.
  ConfirmSecond: /*        */ '-   -   .   -   -   -   -   -   -   -   -   .   .   .',
  RefuseSecond: /*         */ '-   -   .   -   -   -   -   -   -   -   -   .   .   .',
  AssessRisk: /*           */ '-   +   .   +   +   +   -   +   -   -   -   .   .   .',
  ConvertCase: /*          */ '-   +   .   +   +   +   -   +   +   +   -   .   .   .',
  WriteNote: /*            */ '-   +   .   +   +   +   +   +   +   +   -   .   .   .',
  TitleCase: /*            */ '-   +   .   +   +   +   +   +   +   +   -   .   .   .',
  // Between two cases that the person sees.
  LinkCase: /*             */ '-   +   .   +   +   +   +   +   +   +   -   .   .   .',
  UnlinkCase: /*           */ '-   +   .   +   +   +   +   +   +   +   -   .   .   .',
  OverrideConflict: /*     */ '-   +   .   +   +   +   +   -   -   -   -   .   .   .',
  OpenInvestigation: /*    */ '-   +   .   +   +   +   -   +   -   -   -   .   .   .',
  ProposeOutcome: /*       */ '-   +   .   +   +   +   -   +   -   -   -   .   .   .',
  // A complaint is never notified itself: nobody sends it to IVO.
  NotifyIvo: /*            */ '-   -   .   -   -   -   -   -   -   -   -   .   .   .',
  SendToIvo: /*            */ '-   -   .   -   -   -   -   -   -   -   -   .   .   .',
  RecordIvoNumber: /*      */ '-   -   .   -   -   -   -   -   -   -   -   .   .   .',
  RecordIvoRequest: /*     */ '-   -   .   -   -   -   -   -   -   -   -   .   .   .',
  RecordIvoDecision: /*    */ '-   -   .   -   -   -   -   -   -   -   -   .   .   .',
  CloseIvoMatter: /*       */ '-   -   .   -   -   -   -   -   -   -   -   .   .   .',
  RecordAuthorityRequest: /**/ '-   +   .   +   +   +   +   +   +   -   -   .   .   .',
  AnswerAuthority: /*      */ '-   +   .   +   +   +   +   +   +   -   -   .   .   .',
  // Beside a lex Sarah of a provider, and a case of care; a complaint has neither.
  DecideOwnNotification: /**/ '-   -   .   -   -   -   -   -   -   -   -   .   .   .',
  SendOwnNotification: /*  */ '-   -   .   -   -   -   -   -   -   -   -   .   .   .',
  RecordOtherWay: /*       */ '-   +   .   +   +   +   +   +   -   -   -   .   .   .',
  InformPatient: /*        */ '-   +   .   +   +   +   -   +   -   -   -   .   .   .',
  ReplyAsReporter: /*      */ '+   -   .   -   -   -   -   -   -   -   -   .   .   .',
};

describe('Who may do what (docs/law/access.md#roles; AC-60, R-307): default deny', () => {
  test('every command stands in the table', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(commandSchemas).sort());
  });

  test.each(Object.entries(table))('%s', (type, row) => {
    const cells = row.trim().split(/\s+/);
    const got = Object.values(columns).map((actor) => ({ 200: '+', 403: '-', 404: '.' })[answered(actor, { type, to: 'investigating' })]);
    expect(got).toEqual(cells);
  });

  test('time’s own commands are the system’s, a message by the code is the code’s', () => {
    for (const [name, actor] of Object.entries(columns)) {
      expect([name, answered(actor, { type: 'PerformAgendaItem' satisfies CommandType })]).toEqual([name, name === 'system' ? 200 : 403]);
      expect([name, answered(actor, { type: 'ReceiveMessage' satisfies CommandType })]).toEqual([name, name === 'anonymous' ? 200 : 403]);
      expect([name, answered(actor, { type: 'ReplyByCode' satisfies CommandType })]).toEqual([name, name === 'anonymous' ? 200 : 403]);
    }
  });
});

describe('Who may add a picture or a document', () => {
  test('whoever may add a word, and the one with the code', () => {
    for (const [name, actor] of Object.entries(columns)) {
      const word = name === 'anonymous' ? 200 : answered(actor, { type: 'AddToCase' });
      expect([name, answered(actor, { type: 'AddAttachment' satisfies CommandType })]).toEqual([name, word]);
    }
  });
});

describe('Who takes a case on depends on its stage', () => {
  const forward: Record<string, string> = {
    //                  rap ech avd reg han
    received: /*     */ '-   +   +   -   +',
    investigating: /**/ '-   +   +   -   +',
    assessing: /*    */ '-   +   +   -   -',
    ivoDecision: /*  */ '-   +   +   -   -',
    feedback: /*     */ '-   +   +   -   +',
    followUp: /*     */ '-   +   +   -   -',
  };
  test.each(Object.entries(forward))('from %s', (stage, row) => {
    const state = { ...way.case, stage: stage as 'received' };
    const got = [carer, manager, divisionHead, registrar, investigator].map((actor) => (answered(actor, { type: 'AdvanceCase' }, state) === 200 ? '+' : '-'));
    expect(got).toEqual(row.trim().split(/\s+/));
  });

  test('the handler sends back what lacks from feedback, not from the manager’s assessment', () => {
    const back = (stage: string) => answered(investigator, { type: 'SendBack', to: 'investigating' }, { ...way.case, stage: stage as 'received' });
    expect([back('assessing'), back('feedback'), back('followUp')]).toEqual([403, 200, 200]);
  });
});

describe('What one does not see does not exist: 404, and 403 only for what one sees', () => {
  test('a case of no unit is the board’s: its registrar, its director, its controller', () => {
    const state = new Scenario().report({ unit: null }).case;
    const sees = Object.entries(columns).filter(([, actor]) => answered(actor, { type: 'CancelCase' }, state) !== 404);
    expect(sees.map(([name]) => name)).toEqual(['director', 'registrar', 'controller']);
  });

  test('SAS reads what is under SoL or LSS, and what no law is stated for; never what is under HSL alone (OSL 25:1, PDL 4:1)', () => {
    const under = (lawAreas: readonly ('SoL' | 'LSS' | 'HSL')[] | null) => new Scenario().report({ lawAreas }).case;
    const sees = (lawAreas: Parameters<typeof under>[0]) => maySeeWords(columns.sas, under(lawAreas), organisation, '2026-03-02');
    expect([sees(['SoL']), sees(['LSS']), sees(['HSL', 'LSS']), sees(null), sees(['HSL'])]).toEqual([true, true, true, true, false]);
  });

  test('MAS sees what is under HSL and not what is under SoL', () => {
    expect(answered(mas, { type: 'AddToCase' })).toBe(200);
    expect(answered(mas, { type: 'AddToCase' }, { ...way.case, desc: { ...way.case.desc, lawAreas: ['SoL'] } })).toBe(404);
  });

  test('a command on a case that never was is answered as one on a case that is not yours to see', () => {
    const refusal = new Scenario().when({ type: 'AddToCase', by: 'staff', text: 'x' }).refusal;
    expect([refusal?.code, refusal?.status]).toEqual(['notFound', 404]);
  });

  test('words are read by those who work with the case, figures by the controller (docs/law/access.md#roles)', () => {
    const reads = Object.entries(columns).filter(([, actor]) => maySeeWords(actor, way.case, organisation, '2026-03-02'));
    expect(reads.map(([name]) => name)).toEqual(['carer', 'manager', 'divisionHead', 'operationsHead', 'director', 'registrar', 'handler', 'mas', 'sas']);
  });
});
