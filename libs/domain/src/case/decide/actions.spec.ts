import { people, Scenario } from '../../../../../test/support/scenario.js';

const { manager } = people;
const plan = {
  type: 'PlanAction',
  area: 'routines',
  horizon: 'longTerm',
  dueAt: '2026-06-01T08:00:00Z',
  what: 'Ny rutin.',
  howJudged: 'Räkna uteblivna besök.',
} as const;
const assessed = () =>
  new Scenario().report().advanceTo('assessing').does(manager, { type: 'DecideOutcome', complaintOutcome: 'deficiency', reasons: 'Brist.' });
const idOf = (way: Scenario, n = 0) => way.case.remedy.actions[n]?.actionId as string;
/** In follow-up with one action whose effect is asked for in half a year. */
const following = () =>
  assessed().does(
    manager,
    { ...plan, effectDueAt: '2026-09-01T08:00:00Z' },
    { type: 'AdvanceCase', to: 'ivoDecision' },
    { type: 'DecideIvo', notify: 'notApplicable', reasons: 'Nej.' },
    { type: 'AdvanceCase', to: 'feedback' },
    { type: 'GiveFeedback', what: 'answer', method: 'phone' },
    { type: 'AdvanceCase', to: 'followUp' },
  );

describe('An action has an owner, a day and a question of effect (R-211, R-213)', () => {
  test('the question is a duty from the start: three months after the action’s day, or the day decided', () => {
    const way = assessed().does(manager, plan);
    expect(way.duty('LOK-ATGARD-EFFEKT')).toMatchObject({
      subject: idOf(way),
      startedAt: '2026-06-01T08:00:00.000Z',
      dueAt: '2026-09-01T21:59:59.000Z',
      basis: 'local',
    });
    expect(
      assessed()
        .does(manager, { ...plan, effectDueAt: '2026-12-14T10:00:00Z' })
        .duty('LOK-ATGARD-EFFEKT')?.dueAt,
    ).toBe('2026-12-14T22:59:59.000Z');
  });

  test('an effect can’t be judged before the action is done, a cause must be one of the case’s', () => {
    expect(
      assessed()
        .when({ ...plan, effectDueAt: '2026-05-01T08:00:00Z' })
        .said(),
    ).toContain('Effekten kan inte bedömas innan åtgärden är klar');
    expect(
      assessed()
        .when({ ...plan, causes: ['3f1c1f7a-7a51-5a3e-9d3b-0c5d8f4f2a11'] })
        .said(),
    ).toContain('Orsaken finns inte i ärendet');
    const way = assessed();
    expect(way.when({ ...plan, causes: [way.case.investigation.causes[0]?.causeId as string] }).refusal).toBeNull();
  });

  test('a new day for the action moves the question, by an event that says so', () => {
    const way = assessed().does(manager, plan);
    way.does(manager, { type: 'ChangeAction', actionId: idOf(way), status: 'ongoing', dueAt: '2026-07-01T08:00:00Z' });
    expect(way.types()).toEqual(['ActionChanged', 'DeadlineRecalculated']);
    expect(way.duty('LOK-ATGARD-EFFEKT')?.dueAt).toBe('2026-10-01T21:59:59.000Z');
    way.does(manager, { type: 'ChangeAction', actionId: idOf(way), status: 'ongoing', effectDueAt: '2026-11-02T08:00:00Z' });
    expect(way.duty('LOK-ATGARD-EFFEKT')?.dueAt).toBe('2026-11-02T22:59:59.000Z');
    expect(way.does(manager, { type: 'ChangeAction', actionId: idOf(way), status: 'ongoing' }).types()).toEqual(['ActionChanged']);
  });

  test('R-090 one action is taken in the case, another in the operation, and each keeps which', () => {
    const way = assessed().does(manager, { ...plan, plane: 'inCase' }, { ...plan, plane: 'inOperation' });
    expect(way.case.remedy.actions.map(({ plane }) => plane)).toEqual(['inCase', 'inOperation']);
  });

  test('R-212 status: planned, ongoing, done, dropped with a reason; judged is done', () => {
    const way = assessed().does(manager, plan);
    expect(way.case.remedy.actions[0]?.status).toBe('planned');
    expect(way.when({ type: 'ChangeAction', actionId: idOf(way), status: 'dropped' }).said()).toContain('Skriv varför åtgärden avförs');
    way.does(manager, { type: 'ChangeAction', actionId: idOf(way), status: 'done' });
    expect(way.case.remedy.actions[0]).toMatchObject({ status: 'done', doneAt: way.now });
    const judged = assessed().does(manager, plan);
    judged.does(manager, { type: 'JudgeEffect', actionId: idOf(judged), effect: 'yes', evidence: 'Inga nya.' });
    expect(judged.case.remedy.actions[0]).toMatchObject({ status: 'done', effect: { effect: 'yes' } });
  });

  test('what is dropped or judged is finished: another action is planned instead', () => {
    const way = assessed().does(manager, plan, plan);
    way.does(
      manager,
      { type: 'ChangeAction', actionId: idOf(way), status: 'dropped', text: 'Ersatt.' },
      { type: 'JudgeEffect', actionId: idOf(way, 1), effect: 'yes', evidence: 'Ja.' },
    );
    expect(way.duty('LOK-ATGARD-EFFEKT')).toBeNull();
    expect(way.when({ type: 'ChangeAction', actionId: idOf(way), status: 'ongoing' }).said()).toContain('Det finns ingen åtgärd som väntar. Planera en ny');
    way.does(manager, plan);
    expect(way.when({ type: 'ChangeAction', actionId: idOf(way), status: 'ongoing' }).said()).toContain('Åtgärden är avförd. Planera en ny');
    expect(way.when({ type: 'ChangeAction', actionId: idOf(way, 1), status: 'ongoing' }).said()).toContain(
      'Åtgärdens effekt är redan bedömd. Planera en ny åtgärd',
    );
    expect(way.when({ type: 'JudgeEffect', actionId: idOf(way), effect: 'yes', evidence: 'x' }).said()).toContain('Åtgärden är avförd');
    expect(way.when({ type: 'JudgeEffect', actionId: '3f1c1f7a-7a51-5a3e-9d3b-0c5d8f4f2a11', effect: 'yes', evidence: 'x' }).refusal?.code).toBe(
      'unknownReference',
    );
  });
});

describe('AC-41 the case stays in follow-up until the effect is judged or the action replaced (R-071, R-188)', () => {
  test('it is not closed while an effect waits', () => {
    expect(following().when({ type: 'AdvanceCase', to: 'closed' }).lacks()).toEqual(['JudgeEffect.effect']);
  });

  test('the action’s day is the clock: the stage’s own three months begin when no effect waits', () => {
    const way = following();
    expect(way.duty('LOK-KLAG-FOLJUPP')).toBeNull();
    way.passUntil('2026-09-02T12:00:00.000Z');
    expect(way.log.filter((event) => event.type === 'EffectAsked')).toHaveLength(1);
    way.does(manager, { type: 'JudgeEffect', actionId: idOf(way), effect: 'partly', evidence: 'Färre.' });
    expect(way.duty('LOK-KLAG-FOLJUPP')?.startedAt).toBe(way.now);
    way.does(manager, { ...plan, dueAt: '2026-10-01T08:00:00Z' });
    expect(way.duty('LOK-KLAG-FOLJUPP')).toBeNull();
  });

  test('an action that did not help is followed by another, or by the reason why no more is done', () => {
    const judged = () => {
      const way = following();
      return way.does(manager, { type: 'JudgeEffect', actionId: idOf(way), effect: 'no', evidence: 'Lika många.' });
    };
    expect(judged().when({ type: 'AdvanceCase', to: 'closed' }).said()).toContain('Åtgärden hjälpte inte. Planera en ny, eller motivera varför inget mer görs');
    expect(judged().does(manager, plan).when({ type: 'AdvanceCase', to: 'closed' }).lacks()).toEqual(['JudgeEffect.effect']);
    expect(judged().later(1).does(manager, { type: 'DecideNoAction', text: 'Ny utförare tar över.' }, { type: 'AdvanceCase', to: 'closed' }).case.stage).toBe(
      'closed',
    );
  });

  test('a dropped action frees the case, and its question is withdrawn', () => {
    const way = following();
    way.does(manager, { type: 'ChangeAction', actionId: idOf(way), status: 'dropped', text: 'Enheten läggs ned.' });
    expect(way.ended('LOK-ATGARD-EFFEKT')).toMatchObject({ as: 'withdrawn', reason: 'actionDropped' });
    expect(way.does(manager, { type: 'AdvanceCase', to: 'closed' }).case.end?.reason).toBe('noActionNeeded');
  });
});
