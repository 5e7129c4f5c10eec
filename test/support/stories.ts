import fc from 'fast-check';
import { agenda } from '#domain/case/agenda';
import type { ExistingCase } from '#domain/case/case';
import type { Actor } from '#domain/org/actor';
import { people, type Scenario } from './scenario.js';

/* Stories of what people may do to a complaint, in any order: for laws that hold whatever they do. */

type Command = Parameters<Scenario['when']>[0];
export const who = Object.values(people) as readonly Actor[];

/** A step of a story: a command by someone, or time that passes. References are chosen by number among those of the case. */
export type Step = { readonly days: number } | { readonly by: number; readonly make: (state: ExistingCase) => Command };
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
  fc.nat(5).map((n) => (state) => ({ type: 'WithdrawCause', causeId: nth(state.investigation.causes, n)?.causeId ?? MISSING, text: 'x' })),
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
    dueAt: new Date(Date.parse(state.progress.since) + days * 86_400_000).toISOString(),
    what: 'x',
    howJudged: 'y',
  })),
  fc.tuple(fc.nat(5), fc.constantFrom('ongoing', 'done', 'dropped')).map(([n, status]) => (state) => ({
    type: 'ChangeAction',
    actionId: nth(state.remedy.actions, n)?.actionId ?? MISSING,
    status,
    text: 'x',
  })),
  fc.tuple(fc.nat(5), fc.constantFrom('yes', 'yes', 'partly', 'no')).map(([n, effect]) => (state) => ({
    type: 'JudgeEffect',
    actionId: nth(state.remedy.actions, n)?.actionId ?? MISSING,
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
/** Half of the stories begin further on, otherwise few would come far. */
const start = fc.record({ body, way: fc.constantFrom(null, null, 'investigating', 'assessing', 'feedback', 'followUp', 'closed'), public: fc.boolean() });
export const story = fc.record({ start, steps: fc.array(step, { minLength: 1, maxLength: 40 }) });
export type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;
