import type { Actor } from '#domain/case/actor';
import type { ExistingCase } from '#domain/case/case';
import { type CaseCommand, commandSchemas } from '#domain/case/commands.schema';
import { decide } from '#domain/case/decide/index';
import { Refusal } from '#domain/errors';
import { processOf } from '#domain/process/index';
import { stageAfter } from '#domain/process/process';
import { commandSamples } from '../../../test/support/command-samples.js';
import { goTo } from '../../../test/support/lawful.js';
import { organisation, people, Scenario } from '../../../test/support/scenario.js';
import { commandsNow } from './commands-for.js';

type Name = keyof typeof commandSchemas;
const names = Object.keys(commandSchemas) as Name[];
/** Refusals for who asks or where the case is, not for what was filled in. */
const standing: readonly string[] = ['notYours', 'notFound', 'notInThisStage', 'alreadyClosed', 'notClosed', 'cancelled'];
const bodies = {
  complaint: {},
  deviation: { kind: 'deviation', opinionType: null, lawAreas: ['SoL'], deviationType: 'fall' },
  care: { kind: 'deviation', opinionType: null, lawAreas: ['HSL'], deviationType: 'fall' },
  lexSarah: { kind: 'lexSarah', opinionType: null, lawAreas: ['SoL'] },
} as const;
const stages = ['received', 'investigating', 'assessing', 'ivoDecision', 'feedback', 'followUp', 'closed'] as const;

/** Good values for a command in this case; several where the rules leave several ways. */
function filled(name: Name, state: ExistingCase): readonly Record<string, unknown>[] {
  const base = { type: name, ...commandSamples[name] };
  const process = processOf(state.desc.process);
  switch (name) {
    case 'AdvanceCase':
      return state.stage === 'closed' || state.stage === 'cancelled' ? [base] : [{ ...base, to: stageAfter(process, state.stage) }];
    case 'SendBack':
      return process.back.map(({ to }) => ({ ...base, to }));
    case 'ReopenCase':
      return process.reopen.to.map((to) => ({ ...base, to }));
    case 'ConvertCase':
      return (['deviation', 'lexSarah', 'lexMaria'] as const).flatMap((to) =>
        [['SoL'], ['HSL']].flatMap((lawAreas) => (['raised', 'otherLaw', 'downgraded'] as const).map((why) => ({ ...base, to, lawAreas, why }))),
      );
    case 'DecideIvo':
      return (['yes', 'no', 'otherIsObliged', 'notApplicable'] as const).map((notify) => ({ ...base, notify, urgent: notify === 'yes' }));
    case 'ConfirmSecond':
    case 'RefuseSecond':
      return state.seconds.length === 0 ? [base] : state.seconds.map(({ request }) => ({ ...base, request }));
    case 'AnswerConflict':
      return [base, { ...base, answer: 'conflict' }];
    default:
      return [base];
  }
}

let n = 0;
function refusalOf(body: Record<string, unknown>, state: ExistingCase, actor: Actor, way: Scenario): string | null {
  n += 1;
  try {
    decide(commandSchemas[body['type'] as Name].parse(body) as CaseCommand, state, {
      ...way.context(actor),
      commandId: `3f1c1f7a-7a51-4a3e-9d3b-${String(n).padStart(12, '0')}`,
    });
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** Who is told that they may do what is refused for who they are or where the case is, or not told of what is let through. */
function wrongOf(way: Scenario): readonly unknown[] {
  const wrong: unknown[] = [];
  for (const [who, actor] of Object.entries(people)) {
    if (actor.person === null) continue;
    const now = commandsNow(actor, way.case, organisation, way.now.slice(0, 10));
    for (const name of names) {
      const refusals = filled(name, way.case).map((one) => refusalOf(one, way.case, actor, way));
      const passes = refusals.some((code) => code === null || !standing.includes(code));
      const isRefused = refusals.every((code) => code !== null);
      if (now.includes(name) ? !passes : !isRefused) wrong.push([who, name, now.includes(name), refusals]);
    }
  }
  return wrong;
}

describe.each(Object.entries(bodies))('What a person may do now in a %s', (_, body) => {
  test.each(stages)('at %s: each command named is let through by person and stage, and each that is not named is refused', (stage) => {
    const way = goTo(new Scenario().report({ unit: 'afs-norra', ...body }, people.carer), stage);
    expect(wrongOf(way)).toEqual([]);
  });
});

test('with questions to a second person: those who may answer are named, the one who asked may take theirs back, and one with an excepted step may give that alone', () => {
  const { registrar, divisionHead, manager } = people;
  const cancel = { type: 'CancelCase', reason: 'wronglyRegistered', second: divisionHead.person as string, text: 'x' } as const;
  const except = {
    type: 'OverrideConflict',
    person: manager.person as string,
    step: 'planAction',
    ground: 'named',
    second: divisionHead.person as string,
    reasons: 'x',
  } as const;
  const way = goTo(new Scenario().report({ unit: 'afs-norra', ...bodies.complaint }, people.carer), 'received').does(registrar, cancel);
  expect(wrongOf(way)).toEqual([]);
  const may = (actor: Actor) => commandsNow(actor, way.case, organisation, way.now.slice(0, 10));
  expect([registrar, divisionHead, manager].map((actor) => may(actor).filter((name) => /Second$/.test(name)))).toEqual([
    ['RefuseSecond'],
    ['ConfirmSecond', 'RefuseSecond'],
    ['ConfirmSecond', 'RefuseSecond'],
  ]);
  way
    .does(divisionHead, { type: 'AnswerConflict', answer: 'conflict', ground: 'named', person: manager.person as string })
    .does(registrar, except)
    .confirms(divisionHead);
  expect(wrongOf(way)).toEqual([]);
  expect(may(manager)).toEqual(['PlanAction']);
});
