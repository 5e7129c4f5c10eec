import type { ExistingCase } from '#domain/case/case';
import { type CaseCommand, commandNamed, commandSchemas } from '#domain/case/commands.schema';
import { holdsFor } from '#domain/case/conditions';
import { decide } from '#domain/case/decide/index';
import { processOf } from '#domain/case/processes/index';
import { stageAfter } from '#domain/case/processes/process';
import { Refusal } from '#domain/errors';
import type { Actor } from '#domain/org/actor';
import { commandSamples } from '../../../test/support/command-samples.js';
import { type Command, goTo, type Mends } from '../../../test/support/lawful.js';
import { wide } from '../../../test/support/municipalities.js';
import { people, Scenario } from '../../../test/support/scenario.js';
import { commandsNow } from './commands-for.js';

type Name = keyof typeof commandSchemas;
const names = Object.keys(commandSchemas) as Name[];
/** Refusals for who asks or where the case is, not for what was filled in. */
const standing: readonly string[] = ['notYours', 'notFound', 'notInThisStage', 'alreadyClosed', 'notClosed', 'cancelled'];
const at = (unit: string, by: Actor, body: object, organisation?: Scenario['units']) => () =>
  new Scenario('2026-03-02T08:00:00.000Z', organisation).report({ unit, opinionType: null, ...body }, by);
const care = at('afs-norra', people.carer, { kind: 'deviation', lawAreas: ['HSL'], deviationType: 'fall' });
const carriedBy = (person: string | null, as: string, notify: string): Mends => ({
  'AssignCase.person': () => ({ type: 'AssignCase', person, as }) as Command,
  'DecideIvo.notify': () => ({ type: 'DecideIvo', notify, reasons: 'x' }) as Command,
});
/** Of every process that there is, and how it comes on its way where the ordinary answers do not do. */
const cases: Readonly<Record<string, readonly [() => Scenario, Mends?]>> = {
  complaint: [at('afs-norra', people.carer, { opinionType: 'complaint' })],
  deviation: [at('afs-norra', people.carer, { kind: 'deviation', lawAreas: ['SoL'], deviationType: 'fall' })],
  care: [care],
  lexSarah: [at('afs-norra', people.carer, { kind: 'lexSarah', lawAreas: ['SoL'] })],
  lexMaria: [() => care().does(people.mas, { type: 'ConvertCase', to: 'lexMaria', reasons: 'x' }).inChild()],
  'mirror of a provider’s lex Sarah': [
    at('afs-vast', people.registrar, { kind: 'lexSarah', lawAreas: ['SoL'] }, wide),
    carriedBy(people.sas.person, 'sas', 'notApplicable'),
  ],
  'provider’s own lex Sarah': [
    at('bolag-hem', people.providerManager, { kind: 'lexSarah', lawAreas: ['SoL'] }, wide),
    carriedBy(people.providerHead.person, 'utforare', 'no'),
  ],
};
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

/**
 * Commands that `decide` takes also in kinds of case where no page offers them: how an investigation is led may be said of any, and a mirror is refused
 * the ways that are the provider's by their own words (decide/convert.ts).
 */
const anywhere: readonly string[] = ['OpenInvestigation', 'ConvertCase'];
/** Is the command offered in a case like this in some stage? What no page offers here is for `decide` to refuse, not for the page to hide. */
function belongsHere(name: Name, state: ExistingCase): boolean {
  const { offered } = commandNamed[name];
  return offered === undefined || anywhere.includes(name) || offered.some(({ when }) => holdsFor(when, state));
}

/** What is told and what is let through are the same, for everybody and every command. */
function differences(way: Scenario): readonly unknown[] {
  const wrong: unknown[] = [];
  for (const [who, actor] of Object.entries(people)) {
    if (actor.person === null) continue;
    const now = commandsNow(actor, way.case, way.units, way.now.slice(0, 10));
    for (const name of names) {
      const refusals = filled(name, way.case).map((one) => refusalOf(one, way.case, actor, way));
      const passes = refusals.some((code) => code === null || !standing.includes(code));
      const isRefused = refusals.every((code) => code !== null);
      if (now.includes(name) ? !passes : !isRefused) wrong.push([who, name, now.includes(name), refusals]);
      if (!isRefused && !belongsHere(name, way.case)) wrong.push([who, name, 'offered in no such case']);
    }
  }
  return wrong;
}

describe.each(Object.entries(cases))('What a person may do now in a %s', (_, [make, mends]) => {
  test.each(stages)('at %s: each command named is let through by person and stage, and each that is not named is refused', (stage) => {
    expect(differences(goTo(make(), stage, mends))).toEqual([]);
  });

  test('cancelled: words may be added, nothing is worked on', () => {
    const way = make();
    way.state = { ...way.case, stage: 'cancelled', end: { as: 'cancelled', at: way.now, reason: 'test', closed: null } };
    expect(differences(way)).toEqual([]);
    const left = new Set(
      Object.values(people).flatMap((actor) => (actor.person === null ? [] : commandsNow(actor, way.case, way.units, way.now.slice(0, 10)))),
    );
    expect(
      [...left].filter((name) => ['AdvanceCase', 'AssignCase', 'DecideOutcome', 'DecideIvo', 'ReopenCase', 'CancelCase', 'ConvertCase'].includes(name)),
    ).toEqual([]);
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
  const way = goTo(new Scenario().report({ unit: 'afs-norra' }, people.carer), 'received').does(registrar, cancel);
  expect(differences(way)).toEqual([]);
  const may = (actor: Actor) => commandsNow(actor, way.case, way.units, way.now.slice(0, 10));
  expect([registrar, divisionHead, manager].map((actor) => may(actor).filter((name) => /Second$/.test(name)))).toEqual([
    ['RefuseSecond'],
    ['ConfirmSecond', 'RefuseSecond'],
    ['ConfirmSecond', 'RefuseSecond'],
  ]);
  way
    .does(divisionHead, { type: 'AnswerConflict', answer: 'conflict', ground: 'named', person: manager.person as string })
    .does(registrar, except)
    .confirms(divisionHead);
  expect(differences(way)).toEqual([]);
  expect(may(manager)).toEqual(['PlanAction']);
});
