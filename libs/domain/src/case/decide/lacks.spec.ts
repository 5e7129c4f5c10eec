import { z } from 'zod';
import { commandSamples } from '../../../../../test/support/command-samples.js';
import { actors, goTo, type Mends } from '../../../../../test/support/lawful.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { formNameOf, type Lack, placeOf, Refusal } from '../../errors.js';
import { uuidOf } from '../../ids.js';
import type { Actor } from '../../org/actor.js';
import type { ExistingCase } from '../case.js';
import { type CaseCommand, commandSchemas, reportCase } from '../commands.schema.js';
import { decide } from './index.js';
import { report, takenIn } from './report.js';

/*
 * A person who mends everything that a refusal names is not refused again for a value that stood there the first time. Asked of every command
 * in many states: each value that can be wrong is found by trying, and then two and two are made wrong together.
 */

type Name = keyof typeof commandSchemas;
type Body = Readonly<Record<string, unknown>>;
const unknown = uuidOf('nobody');
const [future, past] = ['2099-01-01T08:00:00.000Z', '1990-01-01T08:00:00.000Z'];
const six = ['whatHappened'];
/** What is tried in every field; what the schema does not take is passed by. */
const tries: readonly unknown[] = [
  ...[null, undefined, '', true, false, [], future, past, future.slice(0, 10), past.slice(0, 10), unknown, [unknown], 'bolag-hem', 'never-was', 'local-x', 'x'],
  ...[people.manager, people.providerHead, people.controller, people.carer].flatMap(({ person }) => [person, [person]]),
  ['none', unknown],
  ['reservation'],
  six,
  ['other'],
  ['SoL', 'HSL'],
  ['HSL'],
  [{ stage: 'assessing', reason: 'praise' }],
];

const optionsOf = (schema: unknown): readonly unknown[] => {
  const { type, innerType, options, element } = (schema as z.ZodType & { def: Record<string, unknown> }).def as Record<string, unknown>;
  if (type === 'enum') return [...((schema as z.ZodEnum).options as readonly unknown[])];
  if (innerType !== undefined) return optionsOf(innerType);
  return type === 'union' && Array.isArray(options) ? options.flatMap(optionsOf) : type === 'array' ? optionsOf(element).map((one) => [one]) : [];
};
const fieldsOf = (schema: z.ZodType): Readonly<Record<string, unknown>> => (schema as z.ZodObject).shape;

type Answer = { readonly code: string; readonly lacks: readonly Lack[] } | null;
type Ask = (body: Body) => Answer;
const answerOf = (run: () => unknown): Answer => {
  try {
    run();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, lacks: error.missing };
  }
};

interface Change {
  readonly field: string;
  readonly value: unknown;
}
const key = ({ field, text }: Lack): string => `${field}: ${text}`;
const changed = (body: Body, changes: readonly Change[]): Body =>
  Object.fromEntries([...Object.entries(body), ...changes.map(({ field, value }) => [field, value])]);

/** Each value that is refused by itself, and what for: one for each thing that can be said of the field. */
function faultsOf(schema: z.ZodType, base: Body, ask: Ask): readonly Change[] {
  const before = new Set((ask(base)?.lacks ?? []).map(key));
  return Object.entries(fieldsOf(schema)).flatMap(([field, type]) => {
    if (field === 'type' || field === 'kind') return [];
    const said = new Set<string>();
    return [...tries, ...optionsOf(type)].flatMap((value): readonly Change[] => {
      const change = { field, value };
      if (!schema.safeParse(changed(base, [change])).success) return [];
      const fresh = (ask(changed(base, [change]))?.lacks ?? []).map(key).filter((one) => !before.has(one));
      if (fresh.length === 0 || fresh.every((one) => said.has(one))) return [];
      for (const one of fresh) said.add(one);
      return [change];
    });
  });
}

/** The fields of the command that a lack names: the command itself is all of them. */
const names = (lack: Lack, type: string, field: string): boolean => {
  const { command, path } = placeOf(lack);
  return (command === null && path.join('.') === field) || (command === type && (path.length === 0 || path.join('.').startsWith(field)));
};

/** What can't be judged before another field is right: which action it is of, which conversion, what the answers say. */
const hangsOn: Readonly<Record<string, readonly string[]>> = {
  'ChangeAction.effectDueAt': ['actionId'],
  'DecideOutcome.hslOutcome': ['injury', 'serious', 'avoidable'],
  'ConvertCase.lawAreas': ['to'],
  'ConvertCase.why': ['to', 'lawAreas'],
  'ConvertCase.serious': ['to', 'lawAreas'],
  // Which board's register it is.
  'MoveToUnit.diaryNumber': ['unit'],
  'ReportCase.handledAtOnce': ['receivedAt'],
};

/** Two faults at once: what is refused after the named have been mended, and was not said the first time. */
function* unsaid(type: string, base: Body, faults: readonly Change[], ask: Ask): Generator<unknown> {
  for (const [n, one] of faults.entries()) {
    for (const other of faults.slice(n + 1)) {
      if (one.field === other.field) continue;
      const first = ask(changed(base, [one, other]));
      // Said of the law or of the person, not of a value, or let through: two wrong values may make a right one.
      if (first === null || first.lacks.length === 0 || first.code === 'statutoryDutyOpen') continue;
      const left = [one, other].filter(({ field }) => !first.lacks.some((lack) => names(lack, type, field)));
      if (left.length === 0) continue;
      const second = ask(changed(base, left));
      if (second === null || second.code === 'statutoryDutyOpen') continue;
      // What was mended may be wrong in another way, and so may what hangs on it; what else stood there may not.
      const mended = [one, other].filter((change) => !left.includes(change)).map(({ field }) => field);
      const late = second.lacks.filter(
        (lack) =>
          !first.lacks.some((known) => key(known) === key(lack)) &&
          ![formNameOf(lack), ...(hangsOn[`${type}.${formNameOf(lack)}`] ?? [])].some((name) => mended.includes(name)),
      );
      if (late.length > 0) yield { type, changes: [one, other], first: first.lacks, late };
    }
  }
}

const ivo: Mends = {
  'DecideOutcome.outcome': () => ({ type: 'DecideOutcome', outcome: 'seriousIrregularity', reasons: 'x' }),
  'DecideIvo.notify': () => ({ type: 'DecideIvo', notify: 'yes', presenter: people.irregularityInvestigator.person, reasons: 'x' }),
};
const told = {
  complaint: () => new Scenario().report({ answer: { by: 'code' } }),
  deviation: () => new Scenario().report({ kind: 'deviation', opinionType: null, lawAreas: ['SoL'], deviationType: 'fall' }, people.carer),
  care: () => new Scenario().report({ kind: 'deviation', opinionType: null, lawAreas: ['HSL'], deviationType: 'fall' }, people.carer),
  lexSarah: () => new Scenario().report({ kind: 'lexSarah', opinionType: null, lawAreas: ['SoL'] }, people.carer),
} as const;
const stages = ['received', 'investigating', 'assessing', 'ivoDecision', 'feedback', 'followUp', 'closed'] as const;
const states: readonly (readonly [string, () => Scenario])[] = [
  ...Object.entries(told).flatMap(([name, begin]) => stages.map((stage) => [`${name}, ${stage}`, () => goTo(begin(), stage)] as const)),
  ['lexSarah, to be notified', () => goTo(told.lexSarah(), 'feedback', ivo)],
];

/** A body that fits the case, as far as the sample does not. */
function fitting(name: Name, state: ExistingCase): Body {
  const base: Body = { type: name, ...commandSamples[name] };
  const next: Partial<Record<Name, Body>> = {
    ChangeAction: { actionId: state.remedy.actions[0]?.actionId ?? unknown },
    JudgeEffect: { actionId: state.remedy.actions[0]?.actionId ?? unknown },
    WithdrawCause: { causeId: state.investigation.causes[0]?.causeId ?? unknown },
    InformPatient: { journalRef: 'Journal' },
    CancelCase: { second: people.divisionHead.person },
    AssignCase: { person: people.investigator.person },
    AdvanceCase: { to: stages[stages.indexOf(state.stage as 'received') + 1] ?? 'closed' },
    DecideIvo: { presenter: people.irregularityInvestigator.person },
    ProposeOutcome: state.desc.kind === 'lexSarah' ? {} : { outcome: null, hslOutcome: 'noCareInjury' },
    DecideOutcome:
      state.desc.kind === 'complaint'
        ? {}
        : state.desc.kind === 'lexSarah'
          ? { complaintOutcome: null, outcome: 'irregularity' }
          : { complaintOutcome: null, hslOutcome: 'noCareInjury', injury: false, serious: false, avoidable: 'no' },
  };
  return { ...base, ...next[name] };
}

describe('The first refusal names everything that the values lack', () => {
  test.each(states)('%s: whoever mends all that is named is not refused for a value that stood there the first time', (_, make) => {
    const way = make();
    const found: unknown[] = [];
    let faulty = 0;
    for (const name of Object.keys(commandSchemas) as Name[]) {
      const base = fitting(name, way.case);
      const schema = commandSchemas[name] as unknown as z.ZodType;
      const by = (actor: Actor): Ask => {
        const context = way.context(actor);
        return (body) => answerOf(() => decide(schema.parse(body) as CaseCommand, way.case, context));
      };
      const asks = [people.carer, ...actors].map(by);
      const ask = asks.find((one) => !['notYours', 'notFound', 'alreadyClosed', 'notInThisStage'].includes(one(base)?.code ?? ''));
      if (ask === undefined) continue;
      const faults = faultsOf(schema, base, ask);
      faulty += faults.length;
      found.push(...unsaid(name, base, faults, ask));
    }
    expect(found).toEqual([]);
    // The search itself is alive.
    expect(faulty).toBeGreaterThan(5);
  });

  test.each([
    [
      'a complaint, handled at once',
      { kind: 'complaint', opinionType: 'complaint', source: 'relative', handledAtOnce: true, categories: ['treatment'], immediateActions: 'x' },
    ],
    ['a deviation without a name', { kind: 'deviation', lawAreas: ['SoL'], deviationType: 'fall', anonymous: true }],
    ['a lex Sarah', { kind: 'lexSarah', lawAreas: ['SoL'], immediateActions: 'x' }],
  ])('a report of %s', (_, given) => {
    const base: Body = { unit: 'afs-norra', what: 'x', ...given };
    const schema = reportCase as unknown as z.ZodType;
    const context = new Scenario().context(people.carer);
    const ask: Ask = (body) =>
      answerOf(() => {
        const parts = takenIn(reportCase.parse(body), people.carer).parts;
        return parts.map((part) => report(part, 'KLAG-2026-1', context));
      });
    const faults = [...faultsOf(schema, base, ask), { field: 'reporter', value: { name: 'Namn', title: 'Titel' } }];
    expect(faults.length).toBeGreaterThan(3);
    expect([...unsaid('ReportCase', base, faults, ask)]).toEqual([]);
  });
});
