import { people, Scenario } from '../../../../../test/support/scenario.js';
import { endOfDay, stockholmDate } from '../../law/calendar.js';
import { agenda } from '../agenda.js';

const { manager, divisionHead, registrar, carer } = people;
const atOnce = { handledAtOnce: true, immediateActions: 'Vi bytte tid samma dag.', categories: ['accessibility'] };
const close = { type: 'CloseAtOnce', toldOnTheSpot: true, categories: ['accessibility'], whatWasDone: 'Vi bytte tid.' } as const;
const passed = (way: Scenario) => way.case.progress.notApplicable.map((row) => `${row.stage}:${row.reason}`);
const nothingLeft = (way: Scenario) => {
  expect(way.case.stage).toBe('closed');
  expect(way.case.duties.filter((duty) => duty.closed === null)).toEqual([]);
  expect(agenda(way.case)).toEqual([]);
};

describe('Åtgärdat direkt (R-027)', () => {
  test('AC-09 in one step a report is registered, categorised, its remedy noted and the case closed; the stages passed by are named', () => {
    const way = new Scenario().report(atOnce, carer);
    nothingLeft(way);
    expect(way.case.end?.reason).toBe('handledAtOnce');
    expect(passed(way)).toEqual([
      'investigating:handledAtOnce',
      'assessing:handledAtOnce',
      'ivoDecision:handledAtOnce',
      'feedback:toldOnTheSpot',
      'followUp:noActions',
    ]);
    expect(way.ended('LOK-KLAG-SVAR')?.as).toBe('met');
  });

  test('a case that is already registered is closed the same way', () => {
    const way = new Scenario().report({ answer: { by: 'phone', to: '08-1' } }, people.anonymous).does(manager, close);
    nothingLeft(way);
    expect(way.case.desc.categories).toEqual(['accessibility']);
  });

  test('only who is logged in puts right at once', () => {
    expect(new Scenario().report(atOnce, people.anonymous).said()).toContain('Bara den som är inloggad kan åtgärda direkt');
  });

  test('one who can be told is told; one who can’t is named as such', () => {
    const untold = { ...close, toldOnTheSpot: false } as const;
    expect(
      new Scenario()
        .report({ answer: { by: 'phone', to: '08-1' } })
        .when(untold)
        .lacks(),
    ).toEqual(['CloseAtOnce.toldOnTheSpot']);
    expect(new Scenario().report().when(untold).lacks()).toEqual(['ExplainNoFeedback.reason']);
    const unknown = new Scenario().report({ source: 'otherOrUnknown' }).does(manager, untold);
    expect(unknown.case.contact.feedback).toMatchObject([{ given: false, code: 'senderUnknown' }]);
    expect(passed(unknown)).toContain('feedback:noWayBack');
    const unwilling = new Scenario().report({ answer: { by: 'none' } }).does(manager, untold);
    expect(unwilling.case.contact.feedback).toMatchObject([{ given: false, code: 'declined' }]);
    const answered = new Scenario()
      .report({ answer: { by: 'phone', to: '08-1' } })
      .does(manager, { type: 'GiveFeedback', what: 'answer', method: 'phone' }, untold);
    nothingLeft(answered);
  });

  test.each([
    [{ irregularity: 'yes', careInjury: 'no', danger: 'no' }],
    [{ irregularity: 'no', careInjury: 'unsure', danger: 'no' }],
    [{ irregularity: 'no', careInjury: 'no', danger: 'yes' }],
  ] as const)('what may be grave is never closed on the spot: %j', (answers) => {
    const way = new Scenario().report().does(manager, { type: 'AnswerTriage', ...answers });
    expect(way.when(close).said()[1]).toMatch(/^Åtgärdat direkt går bara när/);
  });

  test('it is done at receipt, not later; and a complaint has a category', () => {
    expect(new Scenario().report().advanceTo('investigating').when(close).refusal?.code).toBe('notInThisStage');
    expect(
      new Scenario()
        .report()
        .when({ ...close, categories: null })
        .lacks(),
    ).toEqual(['ClassifyCase.categories']);
  });

  test('AC-41 nor where an action is planned whose effect nobody has judged', () => {
    const way = new Scenario()
      .report()
      .does(manager, { type: 'PlanAction', area: 'training', horizon: 'longTerm', dueAt: '2026-09-01T08:00:00Z', what: 'Utbildning', howJudged: 'Enkät' });
    expect(way.when(close).lacks()).toEqual(['JudgeEffect.effect']);
  });
});

describe('Praise (R-016)', () => {
  const praise = (body = {}) =>
    new Scenario('2026-05-12T13:00:00.000Z').report({ opinionType: 'praise', source: 'serviceUserOrGuardian', channel: 'spoken', ...body }, carer);

  test('AC-10 EX-03 praise stands under no complaint’s duty and nobody is reminded of it', () => {
    expect(praise().case.duties).toEqual([]);
    expect(agenda(praise().case)).toEqual([]);
  });

  test('it ends shortly, without a category, and the stages are passed as praise', () => {
    const way = praise().does(manager, { type: 'CloseAtOnce', toldOnTheSpot: true, whatWasDone: 'Delat på arbetsplatsträffen.' });
    nothingLeft(way);
    expect(passed(way)).toContain('investigating:praise');
    expect(praise({ handledAtOnce: true, immediateActions: 'Delat med gruppen.' }).case.stage).toBe('closed');
  });

  test('praise that turns out to hold a complaint comes under the duties of complaints, from the day it was received', () => {
    const way = praise()
      .later(2)
      .does(manager, { type: 'CorrectCase', set: { opinionType: 'complaint' }, why: 'newFacts', reasons: 'Brevet innehöll också klagomål.' });
    expect(way.case.duties.map((duty) => duty.rule).sort()).toEqual(['LOK-KLAG-BEKRAFTA', 'LOK-KLAG-SVAR', 'RAPPORTER-UTRED']);
    expect(new Set(way.case.duties.map((duty) => duty.startedAt))).toEqual(new Set(['2026-05-12T13:00:00.000Z']));
  });
});

describe('Handing over to another who is responsible (PSL 3 kap. 8 e §)', () => {
  const handOver = (told: boolean) => ({ type: 'HandOverCase', to: 'region', told, reasons: 'Regionens vårdcentral.' }) as const;

  test('the one who spoke up is told, the stages passed by are named, and the case is closed as handed over', () => {
    const way = new Scenario().report({ answer: { by: 'email', to: 'a@example.org' } });
    expect(way.when(handOver(false)).said()).toContain('Berätta för den som hörde av sig att ärendet lämnas över');
    way.does(manager, handOver(true));
    nothingLeft(way);
    expect(way.case.end?.reason).toBe('handedOver');
    expect(passed(way)).toEqual(['investigating', 'assessing', 'ivoDecision', 'feedback', 'followUp'].map((stage) => `${stage}:handedOver`));
  });

  test('it may be found out during the investigation, not after', () => {
    nothingLeft(new Scenario().report().advanceTo('investigating').does(manager, handOver(true)));
    expect(new Scenario().report().advanceTo('assessing').when(handOver(true)).refusal?.code).toBe('notInThisStage');
  });
});

describe('Opening a closed case again (docs/law/practice.md#stages)', () => {
  const again = { type: 'ReopenCase', reason: 'newFacts', text: 'Nya uppgifter.' } as const;
  const closed = () => new Scenario().report().advanceTo('closed');

  test('the manager above opens it, with reasons; the unit’s own manager does not', () => {
    expect(closed().when(again, manager).refusal?.code).toBe('notYours');
    for (const chief of [divisionHead, people.operationsHead, people.director, people.sas])
      expect(closed().does(chief, again).case.stage).toBe('investigating');
  });

  test('its answer is owed anew from now, and its outcome, its position on IVO and its investigation are made anew', () => {
    const way = closed().later(60).does(divisionHead, again);
    expect(way.case).toMatchObject({
      end: null,
      assessment: { outcome: null },
      ivo: null,
      investigation: { completed: null },
      progress: { notApplicable: [], reopenings: [{}] },
    });
    expect(way.duty('LOK-KLAG-SVAR')?.startedAt).toBe(way.now);
    expect(way.duty('LOK-KLAG-UTRED')?.startedAt).toBe(way.now);
  });

  test('the effect of an action that the ending left unjudged is asked for again: on its day, or at once where that has passed', () => {
    const planned = (way: Scenario) => {
      const at = (days: number) => new Date(Date.parse(way.now) + days * 86_400_000).toISOString();
      return way
        .does(manager, {
          type: 'PlanAction',
          area: 'routines',
          horizon: 'shortTerm',
          dueAt: at(5),
          effectDueAt: at(40),
          what: 'Ny rutin.',
          howJudged: 'Frågas.',
        })
        .does(manager, { type: 'HandOverCase', to: 'region', told: true, reasons: 'Regionens vårdcentral.' });
    };
    const effect = (way: Scenario) => way.case.duties.filter(({ rule, closed: ending }) => rule === 'LOK-ATGARD-EFFEKT' && ending === null);
    const soon = planned(new Scenario().report({ answer: { by: 'email', to: 'a@example.org' } }).advanceTo('investigating'));
    const set = soon.case.duties.find(({ rule }) => rule === 'LOK-ATGARD-EFFEKT');
    expect(effect(soon)).toEqual([]);
    soon.later(2).does(divisionHead, again);
    expect(effect(soon)).toMatchObject([{ subject: set?.subject, owner: set?.owner, dueAt: set?.dueAt }]);
    const late = planned(new Scenario().report({ answer: { by: 'email', to: 'a@example.org' } }).advanceTo('investigating')).later(200);
    late.does(divisionHead, again);
    expect(effect(late)).toMatchObject([{ dueAt: endOfDay(stockholmDate(late.now)) }]);
  });

  test('one who wants no answer is owed none the second time either', () => {
    const way = new Scenario()
      .report({ answer: { by: 'none' } })
      .does(manager, { ...close, toldOnTheSpot: false })
      .does(divisionHead, again);
    expect(way.duty('LOK-KLAG-SVAR')).toBeNull();
  });

  test('the actions of the last time are no answer to what comes up now (R-068)', () => {
    const way = closed()
      .does(divisionHead, again)
      .advanceTo('assessing')
      .does(manager, { type: 'DecideOutcome', complaintOutcome: 'deficiency', reasons: 'Igen.' });
    expect(way.when({ type: 'AdvanceCase', to: 'ivoDecision' }).lacks()).toEqual(['PlanAction']);
  });

  test('a case that was closed at once is asked everything it was never asked', () => {
    const way = new Scenario().report({ ...atOnce, unit: null }, carer).does(people.director, again);
    expect(way.case.investigation.opened).not.toBeNull();
    expect(way.when({ type: 'AdvanceCase', to: 'assessing' }, people.director).lacks()).toEqual(
      expect.arrayContaining(['MoveToUnit.unit', 'ClassifyCase.lawAreas', 'AnswerTriage', 'AssignCase.person']),
    );
  });

  test('only a closed case is opened again, and only to be investigated', () => {
    expect(new Scenario().report().when(again, divisionHead).refusal?.code).toBe('notClosed');
    expect(closed().when({ ...again, to: 'feedback' }, divisionHead).refusal?.code).toBe('notInThisStage');
  });
});

describe('Cancelling what should never have been a case (docs/law/practice.md#stages)', () => {
  const cancel = { type: 'CancelCase', reason: 'wronglyRegistered', second: manager.person as string, text: 'Dubbel inmatning.' } as const;

  test('the registrar cancels, another person stands behind it, the number stays and nothing waits', () => {
    const way = new Scenario().report();
    expect(way.when(cancel, manager).refusal?.code).toBe('notYours');
    expect(way.when({ ...cancel, second: registrar.person as string }, registrar).said()).toContain('Makulering kräver en andra person, en chef över enheten');
    way.does(registrar, cancel).confirms(manager);
    expect(way.case).toMatchObject({ stage: 'cancelled', number: 'KLA-2026-0001' });
    expect(way.case.duties.filter((duty) => duty.closed === null)).toEqual([]);
    expect(agenda(way.case)).toEqual([]);
  });

  test.each([
    [{ type: 'AdvanceCase', to: 'investigating' }],
    [{ type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'x' }],
    [close],
    [cancel],
    [{ type: 'ClassifyCase', categories: ['treatment'] }],
    [{ type: 'ReopenCase', reason: 'newFacts', text: 'x' }],
  ] as Parameters<Scenario['when']>[])('a cancelled case takes no %j, whoever asks', (command) => {
    const way = new Scenario().report().advanceTo('closed').does(registrar, cancel).confirms(manager);
    const by = command.type === 'ReopenCase' ? divisionHead : command.type === 'CancelCase' ? registrar : manager;
    expect(way.when(command, by).refusal?.title).toBe('Ärendet är makulerat');
  });
});

describe('A closed case rests', () => {
  test('work is turned down, a word may still be added', () => {
    const way = new Scenario().report().advanceTo('closed');
    expect(way.when({ type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'x' }).refusal?.code).toBe('alreadyClosed');
    expect(way.when({ type: 'AdvanceCase', to: 'closed' }).refusal?.code).toBe('alreadyClosed');
    expect(way.does(manager, { type: 'AddToCase', by: 'staff', text: 'Ett tack kom.' }).types()).toEqual(['AddendumMade']);
  });

  test.each([
    ['deficiency', 'actionsDoneAndEffectFollowed'],
    ['none', 'noDeficiency'],
  ] as const)('outcome %s closes as %s', (complaintOutcome, reason) => {
    const way = new Scenario().report().advanceTo('assessing').does(manager, { type: 'DecideOutcome', complaintOutcome, reasons: 'x' });
    if (complaintOutcome !== 'none')
      way.does(manager, { type: 'PlanAction', area: 'routines', horizon: 'shortTerm', dueAt: '2026-04-01T08:00:00Z', what: 'x', howJudged: 'y' });
    way.does(manager, { type: 'AdvanceCase', to: 'ivoDecision' }).advanceTo('closed');
    expect(way.case.end?.reason).toBe(reason);
  });
});
