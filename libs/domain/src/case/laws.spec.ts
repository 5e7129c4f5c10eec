import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { lacksNow, stepOn } from '../../../../test/support/lawful.js';
import { openNow, owedNow } from '../../../../test/support/owed-now.js';
import { people, Scenario } from '../../../../test/support/scenario.js';
import { type Step, type Story, story, who } from '../../../../test/support/stories.js';
import type { Actor } from '../org/actor.js';
import { agenda } from './agenda.js';
import { type CaseState, closedOf, type ExistingCase, noCase } from './case.js';
import { asStored } from './decide/foresee.js';
import { type CaseEvent, caseEvents, type NewCaseEvent } from './events.schema.js';
import { evolve, fold } from './evolve.js';
import { factChanges, facts, stepRows } from './facts.js';
import { processOf } from './processes/index.js';
import { type Process, stageAfter, type WorkStage } from './processes/process.js';

const RUNS = 40;

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
const seed = randomInt(2 ** 31);
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
      expect(after.stage === 'cancelled').toBe(after.end?.as === 'cancelled');
      if (after.end?.as !== 'cancelled') expect(after.stage === 'closed').toBe(after.end?.as === 'closed');
      if (after.stage !== 'closed' && after.stage !== 'cancelled') return;
      expect(after.duties.filter((duty) => duty.closed === null)).toEqual([]);
      expect(agenda(after)).toEqual([]);
    });
  });

  test('after every step what is owed by stage, facts and actions is what is open, no more and no less', () => {
    eachStep(({ after }) => expect(openNow(after)).toEqual(owedNow(after)));
  });

  test('R-071 AC-41 nothing is closed while an effect is unjudged, unless it is handed over', () => {
    eachStep(({ after }) => {
      if (after.stage === 'closed' && closedOf(after)?.reason !== 'handedOver')
        expect(after.remedy.actions.filter((action) => action.status !== 'dropped' && action.effect === null)).toEqual([]);
    });
  });

  test('nobody barred is ever handler, and a barred person’s command is never let through', () => {
    eachStep(({ before, after, step: told, events }) => {
      if (after.handler !== null) expect(after.conflict.barred).not.toContain(after.handler.person);
      if ('by' in told && before.conflict.barred.includes(who[told.by]?.person ?? '-')) expect(events).toEqual([]);
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
        for (let tries = 0; scenario.case.end?.as !== 'closed' && tries < 60; tries += 1) {
          const [lack] = lacksNow(scenario.case).map(({ field, text }) => field + text);
          stepOn(scenario);
          expect(lacksNow(scenario.case).map(({ field, text }) => field + text)).not.toContain(lack);
        }
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
        if (state.exists) expect([agenda(state).length, facts(state).length, stepRows('x', log).length].every((n) => n >= 0)).toBe(true);
      }),
      { numRuns: RUNS * 2 },
    );
  });

  test('the rows of the whole case are the rows of its changes, one event after another', () => {
    holds(({ scenario }) => {
      const rows = new Map<string, unknown>();
      let state: CaseState = noCase(scenario.case.id);
      for (const event of stored(scenario)) {
        const before = state;
        state = evolve(state, event);
        const { closed, opened } = factChanges(before, state as ExistingCase, event);
        for (const row of closed) expect(rows.delete(`${row.table} ${row.key}`)).toBe(true);
        for (const row of opened) rows.set(`${row.table} ${row.key}`, row.values);
      }
      const whole = [...facts(state as ExistingCase), ...stepRows(state.id, stored(scenario))];
      expect(rows).toEqual(new Map(whole.map((row) => [`${row.table} ${row.key}`, row.values])));
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
