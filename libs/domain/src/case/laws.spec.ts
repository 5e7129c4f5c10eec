import fc from 'fast-check';
import { people, Scenario } from '../../../../test/support/scenario.js';
import { processes, processOf } from '../process/index.js';
import { type Process, stageAfter, type WorkStage } from '../process/process.js';
import type { Actor } from './actor.js';
import { agenda } from './agenda.js';
import { type CaseState, type ExistingCase, noCase } from './case.js';
import { asStored } from './decide/foresee.js';
import { lacksToAdvance } from './decide/stages.js';
import { type CaseEvent, caseEvents, type NewCaseEvent } from './events.schema.js';
import { evolve, fold } from './evolve.js';
import { factChanges, facts } from './facts.js';

type Command = Parameters<Scenario['when']>[0];
const who = Object.values(people) as readonly Actor[];
const RUNS = 40;

/** A step of a story: a command by someone, or time that passes. References are chosen by number among what the case has. */
type Step = { readonly days: number } | { readonly by: number; readonly make: (state: ExistingCase) => Command };
const nth = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(list.length, 1)];
const MISSING = '3f1c1f7a-7a51-5a3e-9d3b-0c5d8f4f2a11';
const stagesOf = ['received', 'investigating', 'assessing', 'ivoDecision', 'feedback', 'followUp', 'closed', 'cancelled'] as const;
const reasons = ['praise', 'handledAtOnce', 'toldOnTheSpot', 'noGround', 'noActions', 'noWayBack', 'elsewhere', 'handedOver'] as const;

const passing = fc.array(fc.record({ stage: fc.constantFrom(...stagesOf), reason: fc.constantFrom(...reasons) }), { maxLength: 5 });
const command = fc.oneof<fc.Arbitrary<(state: ExistingCase) => Command>[]>(
  fc.tuple(fc.nat(3), passing, fc.boolean()).map(([skip, notApplicable, named]) => (state) => ({
    type: 'AdvanceCase',
    to: nth(stagesOf, stagesOf.indexOf(state.stage) + 1 + (skip === 3 ? 1 : 0)) ?? 'closed',
    notApplicable,
    elsewhere: named ? MISSING : null,
  })),
  fc.constantFrom('investigating', 'received', 'assessing').map((to) => () => ({ type: 'SendBack', to, reasons: 'x' })),
  fc
    .tuple(
      fc.constantFrom(['treatment'], ['other'], [], ['information', 'equipment']),
      fc.constantFrom(['SoL'], ['HSL'], null),
      fc.constantFrom(null, 'local-x', 'bad'),
    )
    .map(([categories, lawAreas, categoryOther]) => () => ({ type: 'ClassifyCase', categories, lawAreas, categoryOther })),
  fc.tuple(fc.constantFrom('no', 'no', 'no', 'yes', 'unsure'), fc.constantFrom('no', 'no', 'yes')).map(([irregularity, danger]) => () => ({
    type: 'AnswerTriage',
    irregularity,
    careInjury: 'no',
    danger,
  })),
  fc.nat(40).map((n) => () => ({ type: 'AssignCase', person: nth(who, n)?.person ?? null })),
  fc.tuple(fc.constantFrom('none', 'none', 'none', 'conflict'), fc.constantFrom(null, null, 0, 1, 2)).map(([answer, n]) => () => ({
    type: 'AnswerConflict',
    answer,
    person: n === null ? null : (nth(who, n)?.person ?? null),
  })),
  fc.constant(() => ({ type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'x' })),
  fc.constant(() => ({ type: 'FindCause', area: 'routines', level: 'unit', text: 'x' })),
  fc.nat(5).map((n) => (state) => ({ type: 'WithdrawCause', causeId: nth(state.causes, n)?.causeId ?? MISSING, text: 'x' })),
  fc.boolean().map((noDeficiency) => () => ({ type: 'CompleteInvestigation', noDeficiency })),
  fc.constantFrom('deficiency', 'partly', 'none').map((complaintOutcome) => () => ({ type: 'DecideOutcome', complaintOutcome, reasons: 'x' })),
  fc.constant(() => ({ type: 'DecideIvo', notify: 'notApplicable', reasons: 'x' })),
  fc.constantFrom('confirmation', 'answer', 'interim').map((what) => () => ({ type: 'GiveFeedback', what, method: 'phone', parts: ['explanation'] })),
  fc.tuple(fc.constantFrom('confirmation', 'answer'), fc.constantFrom('senderUnknown', 'declined', 'unreachable')).map(([what, reason]) => () => ({
    type: 'ExplainNoFeedback',
    what,
    reason,
    reasons: 'x',
  })),
  fc.nat(200).map((days) => (state) => ({
    type: 'PlanAction',
    area: 'routines',
    horizon: 'longTerm',
    dueAt: new Date(Date.parse(state.since) + days * 86_400_000).toISOString(),
    what: 'x',
    howJudged: 'y',
  })),
  fc.tuple(fc.nat(5), fc.constantFrom('ongoing', 'done', 'dropped')).map(([n, status]) => (state) => ({
    type: 'ChangeAction',
    actionId: nth(state.actions, n)?.actionId ?? MISSING,
    status,
    text: 'x',
  })),
  fc.tuple(fc.nat(5), fc.constantFrom('yes', 'yes', 'partly', 'no')).map(([n, effect]) => (state) => ({
    type: 'JudgeEffect',
    actionId: nth(state.actions, n)?.actionId ?? MISSING,
    effect,
    evidence: 'x',
  })),
  fc.constant(() => ({ type: 'DecideNoAction', text: 'x' })),
  fc
    .constantFrom('afs-norra', 'afs-sodra', 'iof-barn')
    .chain((unit) =>
      fc.constantFrom('wrongUnit', 'disputeSettled', 'takenOver', 'reorganisation').map((why) => () => ({ type: 'MoveToUnit', unit, why, reasons: 'x' })),
    ),
  fc
    .constantFrom<object>(
      { opinionType: 'praise' },
      { opinionType: 'complaint' },
      { source: 'serviceUserOrGuardian' },
      { source: 'resident' },
      { receivedAt: '2026-02-20T08:00:00Z' },
      { receivedAt: '2011-05-02T08:00:00Z' },
      { unit: 'afs-sodra' },
      { unit: null },
    )
    .map((set) => () => ({ type: 'CorrectCase', set, why: 'wrongFromStart', reasons: 'x' })),
  fc.boolean().map((told) => () => ({ type: 'HandOverCase', to: 'region', told, reasons: 'x' })),
  fc.boolean().map((toldOnTheSpot) => () => ({ type: 'CloseAtOnce', toldOnTheSpot, categories: ['treatment'], whatWasDone: 'x' })),
  fc.constantFrom('investigating', 'received').map((to) => () => ({ type: 'ReopenCase', to, reason: 'newFacts', text: 'x' })),
  fc.nat(40).map((n) => () => ({ type: 'CancelCase', reason: 'test', second: nth(who, n)?.person ?? MISSING, text: 'x' })),
  fc.constant((state) => ({ type: 'ConfirmSecond', request: state.seconds.at(-1)?.request ?? MISSING })),
  fc.nat(8).map((n) => (state) => ({ type: 'PerformAgendaItem', item: nth(agenda(state), n)?.id ?? MISSING })),
) as fc.Arbitrary<(state: ExistingCase) => Command>;
// The manager and those above act most; anybody may try.
const actor = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(who.indexOf(people.manager), who.indexOf(people.divisionHead)) },
  { weight: 1, arbitrary: fc.nat(who.length - 1) },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ days: fc.nat(40) }) },
  { weight: 9, arbitrary: fc.record({ by: actor, make: command }) },
);
const body = fc.record({
  opinionType: fc.constantFrom('complaint', 'complaint', 'praise'),
  unit: fc.constantFrom('afs-norra', 'afs-norra', null),
  answer: fc.constantFrom({ by: 'none' }, { by: 'code' }, { by: 'email', to: 'a@example.org' }, undefined),
  handledAtOnce: fc.constantFrom(false, false, false, true),
  categories: fc.constant(['treatment']),
  immediateActions: fc.constant('x'),
});
/** Half of the stories begin on their way, else few would come far. */
const start = fc.record({ body, way: fc.constantFrom(null, null, 'investigating', 'assessing', 'feedback', 'followUp', 'closed'), public: fc.boolean() });
const story = fc.record({ start, steps: fc.array(step, { minLength: 1, maxLength: 40 }) });
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

interface Told {
  readonly before: ExistingCase;
  readonly after: ExistingCase;
  readonly step: Step;
  readonly events: readonly NewCaseEvent[];
  readonly refused: boolean;
  readonly said: readonly string[];
}
/** A story told to its end, and what each of its steps did. */
interface Trail {
  readonly scenario: Scenario;
  readonly steps: readonly Told[];
}

function walk(told: Story): Trail {
  const { body: given, way, public: open } = told.start;
  const scenario =
    way === null
      ? new Scenario().report({ ...given, ...(open ? { handledAtOnce: false } : {}) }, open ? people.anonymous : people.registrar)
      : new Scenario().report().advanceTo(way);
  if (scenario.refusal !== null) throw scenario.refusal;
  return { scenario, steps: told.steps.map((step) => take(scenario, step)) };
}

function take(scenario: Scenario, step: Step): Told {
  const before = scenario.case;
  const from = scenario.log.length;
  if ('days' in step) scenario.passUntil(scenario.later(step.days).now);
  else scenario.when(step.make(before), who[step.by] as Actor);
  return {
    before,
    after: scenario.case,
    step,
    events: scenario.log.slice(from),
    refused: !('days' in step) && scenario.refusal !== null,
    said: scenario.said(),
  };
}

/** One seed for all laws, so that each story is told once and held against every law; only what fails is told anew, ever shorter. */
const [seed] = fc.sample(fc.integer(), 1) as [number];
const trails: Trail[] = [];
function holds(check: (trail: Trail) => unknown, { fresh = false, numRuns = RUNS } = {}): void {
  let n = 0;
  let failing = fresh;
  const law = (told: Story) => {
    if (!failing) trails[n] ??= walk(told);
    const trail = failing ? walk(told) : (trails[n] as Trail);
    n += 1;
    try {
      check(trail);
    } catch (broken) {
      failing = true;
      throw broken;
    }
  };
  fc.assert(fc.property(story, law), { numRuns, seed });
}
const eachStep = (check: (told: Told) => unknown) => holds((trail) => trail.steps.forEach(check));

/** The log as the store would hold it. */
const stored = (scenario: Scenario): CaseEvent[] => scenario.log.map((event, n) => asStored(event, '2026-03-02T08:00:00.000Z', n + 1));

describe('Whatever people do, in whatever order (R-060)', () => {
  test('a case moves only as its process lets it: one step forward, its own ways back, passed stages named', () => {
    eachStep(({ before, after, events }) => {
      const process = processOf(after.desc.process);
      for (const event of events) {
        if (event.type !== 'StageEntered') continue;
        const { stage, from, direction, notApplicable = [] } = event.open;
        expect(from).toBe(before.stage);
        if (direction === 'back') expect(process.back.some((move) => move.from === from && move.to === stage)).toBe(true);
        else expect(named(process, from as WorkStage, stage)).toEqual(notApplicable.map((row) => row.stage));
      }
      if (before.stage === 'cancelled') expect(after.stage).toBe('cancelled');
    });
  });

  test('stage and end never contradict each other, and no duty or question of time is left on a case that has ended', () => {
    eachStep(({ after }) => {
      expect(after.stage === 'cancelled').toBe(after.cancelled !== null);
      if (after.cancelled === null) expect(after.stage === 'closed').toBe(after.closed !== null);
      if (after.stage !== 'closed' && after.stage !== 'cancelled') return;
      expect(after.duties.filter((duty) => duty.closed === null)).toEqual([]);
      expect(agenda(after)).toEqual([]);
    });
  });

  test('R-071 AC-41 nothing is closed while an effect is unjudged, unless it is handed over', () => {
    eachStep(({ after }) => {
      if (after.stage === 'closed' && after.closed?.reason !== 'handedOver')
        expect(after.actions.filter((action) => action.status !== 'dropped' && action.effect === null)).toEqual([]);
    });
  });

  test('nobody barred is ever handler, and a barred person’s command is never let through', () => {
    eachStep(({ before, after, step: told, events }) => {
      if (after.handler !== null) expect(after.barred).not.toContain(after.handler.person);
      if ('by' in told && before.barred.includes(who[told.by]?.person ?? '-')) expect(events).toEqual([]);
    });
  });

  test('R-150 open duties are the case’s own: one a rule, owned where the case is, ids and agenda items unique', () => {
    eachStep(({ after }) => {
      const open = after.duties.filter((duty) => duty.closed === null);
      const rules = open.filter((duty) => duty.subject === null).map((duty) => duty.rule);
      expect(new Set(rules).size).toBe(rules.length);
      expect(open.every((duty) => duty.owner.endsWith(`@${after.desc.unit ?? 'none'}`))).toBe(true);
      expect(new Set(after.duties.map((duty) => duty.id)).size).toBe(after.duties.length);
      const items = agenda(after).map((item) => item.id);
      expect(new Set(items).size).toBe(items.length);
    });
  });

  test('every duty is one that its process gives this case: praise stands under none of complaints’, a patient’s answer under PSL', () => {
    eachStep(({ after }) => {
      const { duties: rows, alongside } = processOf(after.desc.process);
      for (const duty of after.duties.filter((row) => row.closed === null && row.subject === null)) {
        const owed = alongside
          .find((row) => row.rule === duty.rule)
          ?.owed(after)
          .some(({ metAt }) => metAt === null);
        expect([duty.rule, rows.find((row) => row.rule === duty.rule)?.applies(after) ?? owed]).toEqual([duty.rule, true]);
      }
    });
  });

  test('a refusal stores nothing and says something in Swedish; what is refused stays as it was', () => {
    eachStep(({ before, after, events, refused, said }) => {
      if (!refused) return;
      expect([after === before, events]).toEqual([true, []]);
      expect(said.length > 0 && said.every((text) => /^[A-ZÅÄÖ”]/.test(text))).toBe(true);
    });
  });

  test('every open case has a way forward: what is missing can be mended, and then it goes all the way', () => {
    holds(
      ({ scenario }) => {
        if (scenario.case.stage === 'closed' || scenario.case.stage === 'cancelled') return;
        for (let tries = 0; scenario.case.closed === null && tries < 60; tries += 1) mendOne(scenario);
        expect(scenario.case.stage).toBe('closed');
      },
      { fresh: true, numRuns: RUNS / 2 },
    );
  });
});

describe('Time', () => {
  test('each item becomes one event, at most and at least once; performed again it changes nothing; and time runs dry', () => {
    holds(
      ({ scenario }) => {
        scenario.passUntil('2029-01-01T00:00:00.000Z');
        expect(agenda(scenario.case).filter((item) => item.at < '2029')).toEqual([]);
        const items = scenario.log.flatMap((event) => ('item' in event.open ? [event.open.item] : []));
        expect(new Set(items).size).toBe(items.length);
        for (const item of items) expect(scenario.when({ type: 'PerformAgendaItem', item }, people.system).last).toEqual([]);
      },
      { fresh: true, numRuns: RUNS / 4 },
    );
  });
});

describe('The fold', () => {
  test('of any beginning of any log is a case', () => {
    holds(({ scenario }) => {
      let state: CaseState = noCase(scenario.case.id);
      for (const event of stored(scenario)) {
        state = evolve(state, event);
        expect(state.exists && facts(state).length > 0).toBe(true);
      }
      expect(fold(noCase(scenario.case.id), stored(scenario)).version).toBe(scenario.log.length);
    });
  });

  test('of events in any order, with some lost, doubled or of an unknown kind, is total; so are agenda and facts of it', () => {
    const mixed = fc.record({ of: fc.nat(), swaps: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }) });
    holds(() => undefined);
    fc.assert(
      fc.property(mixed, ({ of, swaps }) => {
        const log: CaseEvent[] = stored((trails[of % trails.length] as Trail).scenario);
        for (const [a, b] of swaps) log[a % log.length] = log[b % log.length] as CaseEvent;
        log.splice(log.length >> 1, 0, { ...(log[0] as CaseEvent), type: 'FromALaterRelease', open: { anything: 1 } } as never);
        const state = fold(noCase('x'), log);
        if (state.exists) expect([agenda(state).length, facts(state).length].every((n) => n >= 0)).toBe(true);
      }),
      { numRuns: RUNS * 2 },
    );
  });

  test('the rows of the whole case are the rows of its changes, one event after another', () => {
    holds(({ scenario }) => {
      const rows = new Map<string, unknown>();
      let state: CaseState = noCase(scenario.case.id);
      for (const event of stored(scenario)) {
        const before = state.exists ? state : null;
        state = evolve(state, event);
        const { closed, opened } = factChanges(before, state as ExistingCase);
        for (const row of closed) expect(rows.delete(`${row.table} ${row.key}`)).toBe(true);
        for (const row of opened) rows.set(`${row.table} ${row.key}`, row.values);
      }
      expect(rows).toEqual(new Map(facts(state as ExistingCase).map((row) => [`${row.table} ${row.key}`, row.values])));
    });
  });

  test('every event decided is one that the store would take: its open part parses to itself', () => {
    holds(({ scenario }) => {
      for (const event of scenario.log) {
        const { open } = caseEvents[event.type];
        const once = open.parse(event.open);
        expect(open.parse(once)).toEqual(once);
      }
    });
  });
});

/** The stages between, which a step forward must name. */
function named(process: Process, from: WorkStage, to: string): readonly string[] {
  const stages: string[] = [];
  for (let next = stageAfter(process, from); next !== to && next !== 'closed'; next = stageAfter(process, next)) stages.push(next);
  return stages;
}

/** What each lack names is done, by one who may: the law that a gate's lack disappears when its command is done. */
function mendOne(scenario: Scenario): void {
  const state = scenario.case;
  const process = processes.find((row) => row.id === state.desc.process) as (typeof processes)[number];
  // The two highest see every unit and nobody can bar them both away here: whoever is free of conflict acts.
  const act = (command: Command) => {
    for (const by of [people.director, people.divisionHead, people.manager, people.operationsHead, people.registrar]) {
      scenario.when(command, by);
      if (scenario.lacks().includes('AnswerConflict.answer')) scenario.when({ type: 'AnswerConflict', answer: 'none' }, by).when(command, by);
      if (scenario.refusal === null) return;
    }
    throw new Error(`nobody can ${JSON.stringify(command)}: ${scenario.said().join(' / ')}`);
  };
  const free = [people.director, people.divisionHead, people.manager].find((one) => !state.barred.includes(one.person as string)) as Actor;
  const lack = lacksToAdvance(state, process)[0];
  if (lack === undefined) {
    act({ type: 'AdvanceCase', to: stageAfter(process, state.stage as WorkStage) });
    return;
  }
  const mend: Record<string, () => unknown> = {
    'MoveToUnit.unit': () => act({ type: 'MoveToUnit', unit: 'afs-norra', why: 'wrongUnit', reasons: 'x' }),
    'ClassifyCase.categories': () => act({ type: 'ClassifyCase', categories: ['treatment'] }),
    'ClassifyCase.categoryOther': () => act({ type: 'ClassifyCase', categoryOther: 'local-x' }),
    'ClassifyCase.lawAreas': () => act({ type: 'ClassifyCase', lawAreas: ['SoL'] }),
    AnswerTriage: () => act({ type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no', reasons: 'x' }),
    'ConvertCase.to': () => act({ type: 'ConvertCase', to: 'lexSarah', way: 'raisedFrom', lawAreas: ['SoL'], reasons: 'x' }),
    'PlanAction.horizon': () => act({ type: 'PlanAction', area: 'routines', horizon: 'immediate', dueAt: '2026-09-01T08:00:00Z', what: 'x', howJudged: 'y' }),
    'GiveFeedback.what': () =>
      act({ type: 'GiveFeedback', what: state.stage === 'received' ? 'confirmation' : 'answer', method: 'phone', parts: ['explanation'] }),
    'AssignCase.person': () => act({ type: 'AssignCase', person: free.person }),
    'AnswerConflict.answer': () => {
      const handler = who.find((one) => one.person === state.handler?.person);
      scenario.when({ type: 'AnswerConflict', answer: 'none' }, handler as Actor);
      if (scenario.refusal === null) return;
      act({ type: 'AssignCase', person: free.person });
      scenario.when({ type: 'AnswerConflict', answer: 'none' }, free);
    },
    'MakeEntry.text': () => act({ type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'x' }),
    FindCause: () => act({ type: 'FindCause', area: 'routines', level: 'unit', text: 'x' }),
    CompleteInvestigation: () => act({ type: 'CompleteInvestigation' }),
    'DecideOutcome.complaintOutcome': () => act({ type: 'DecideOutcome', complaintOutcome: 'deficiency', reasons: 'x' }),
    PlanAction: () =>
      state.stage === 'followUp'
        ? act({ type: 'DecideNoAction', text: 'x' })
        : act({ type: 'PlanAction', area: 'routines', horizon: 'shortTerm', dueAt: '2026-09-01T08:00:00Z', what: 'x', howJudged: 'y' }),
    'DecideIvo.notify': () => act({ type: 'DecideIvo', notify: 'notApplicable', reasons: 'x' }),
    'JudgeEffect.effect': () =>
      state.actions
        .filter((row) => row.status !== 'dropped' && row.effect === null)
        .forEach(({ actionId }) => act({ type: 'JudgeEffect', actionId, effect: 'yes', evidence: 'x' })),
  };
  const how = mend[lack.field];
  if (how === undefined) throw new Error(`no command mends ${lack.field}`);
  how();
  expect(lacksToAdvance(scenario.case, process).map(({ field, text }) => field + text)).not.toContain(lack.field + lack.text);
}
