import { notApplicableReasons } from '../../codes/case-codes.js';
import { closeReasons } from '../../codes/closing.js';
import { isValidAt } from '../../codes/code.js';
import { roles } from '../../codes/roles.js';
import { stages as stageCodes } from '../../codes/stages.js';
import { placeOf } from '../../errors.js';
import { type Rule, regulation } from '../../law/regulation.js';
import { begin } from '../begin.js';
import type { ExistingCase } from '../case.js';
import type { CaseEvent } from '../events.schema.js';
import { noTrack } from '../ivo-track.js';
import { dutyText, groundsOfKind } from './ground.js';
import type { By, DutyRow, Gate, Process } from './process.js';

/** The six stages, in their order. */
const theSix = stageCodes.map(({ code }) => code).filter((code) => code !== 'closed' && code !== 'cancelled');

/** A command and a field of it, as a gate names them. `hasField` knows the schemas, which the pure core does not import. */
export type HasField = (command: string, field: string | null) => boolean;

/**
 * Everything that is wrong with a process table, in words for its author; [] = valid. Checks what the compiler can't: that
 * the stages are the six in order, that every rule, role and reason exists, that moves back go back, that no case gets stuck.
 */
export function validateProcess(process: Process, hasField: HasField): readonly string[] {
  return [
    ...(process.id === `${process.kind}${process.mirrors ? 'Mirror' : process.provider ? 'Provider' : ''}@${versionOf(process)}`
      ? []
      : [`id ${process.id} is not <kind>@<version>`]),
    ...stageFaults(process),
    ...dutyFaults(process),
    ...moveFaults(process),
    ...gateFaults(process, hasField),
  ];
}

/** Faults between versions of one kind: their first days must differ, or a day has two versions. */
export function validateVersions(processes: readonly Process[]): readonly string[] {
  const taken = new Map<string, string>();
  return processes.flatMap((process) => {
    const day = `${process.kind}${process.mirrors ? ' (mirrored)' : process.provider ? ' (provider)' : ''} from ${process.activeFrom}`;
    const other = taken.get(day);
    taken.set(day, process.id);
    return other === undefined ? [] : [`${process.id} and ${other} are both for ${day}`];
  });
}

const versionOf = (process: Process): string => /@([1-9]\d*)$/.exec(process.id)?.[1] ?? '?';
const codesOf = (list: readonly { readonly code: string }[]): ReadonlySet<string> => new Set(list.map(({ code }) => code));
const reasonCodes = codesOf(notApplicableReasons);
const roleCodes = codesOf(roles);

function stageFaults({ stages, kind }: Process): readonly string[] {
  const order = stages.map((row) => row.stage);
  return [
    ...(order.join() === theSix.join() ? [] : [`stages are ${order.join(', ')}, not ${theSix.join(', ')}`]),
    ...stages.flatMap((row) => [
      ...byFaults(`stage ${row.stage}`, row.by),
      ...(row.whenGrave === undefined ? [] : byFaults(`stage ${row.stage}, when grave`, row.whenGrave.by)),
      ...row.mayBeSkippedFor.filter((reason) => !reasonCodes.has(reason)).map((reason) => `stage ${row.stage}: no reason ${reason}`),
      ...[row.purpose, ...groundsOfKind(kind).map((ground) => dutyText(row.duty, [ground], '2026-01-01')), row.next]
        .filter((text) => text.trim() === '')
        .map(() => `stage ${row.stage}: a text is empty`),
    ]),
  ];
}

/** Somebody must be able to act: a role, not the handler alone, since a case may be without one. */
function byFaults(what: string, by: readonly By[]): readonly string[] {
  return [
    ...(by.some((who) => who !== 'handler') ? [] : [`${what}: no role may do it`]),
    ...by.filter((who) => who !== 'handler' && who !== 'decider' && !roleCodes.has(who)).map((who) => `${what}: no role ${who}`),
  ];
}

/** What is owed to one who has spoken up, from that day. */
const ofReceipt: ReadonlySet<DutyRow['metBy']> = new Set(['confirmation', 'answer']);

function dutyFaults(process: Process): readonly string[] {
  const rules = [...process.duties, ...process.alongside].map((row) => row.rule);
  return [
    ...process.alongside.flatMap((row) => [...ruleFaults(row.rule, process), ...(roleCodes.has(row.owner) ? [] : [`duty ${row.rule}: no role ${row.owner}`])]),
    ...rules.filter((rule, n) => rules.indexOf(rule) !== n).map((rule) => `duty ${rule} stands twice`),
    ...process.duties.flatMap((row) => [
      ...ruleFaults(row.rule, process),
      ...(ofReceipt.has(row.metBy) && row.opens !== 'received' ? [`duty ${row.rule}: ${row.metBy} is owed from the receipt, not from ${row.opens}`] : []),
      ...(ofReceipt.has(row.metBy) && row.runsFrom !== 'received' ? [`duty ${row.rule}: its time runs from the receipt`] : []),
      ...(row.metBy === 'decision' && row.opens !== 'ivoDecision' ? [`duty ${row.rule}: the decision is owed in its stage, not in ${row.opens}`] : []),
      ...(row.runsFrom === 'received' && row.opens !== 'received' ? [`duty ${row.rule}: runs from the receipt but opens at ${row.opens}`] : []),
      ...(roleCodes.has(row.owner) ? [] : [`duty ${row.rule}: no role ${row.owner}`]),
    ]),
  ];
}

/** A rule is the regulation's, for this kind, and once in force stays so: no gap between versions, no end. */
function ruleFaults(id: string, { kind }: Process): readonly string[] {
  const rows = regulation.filter((rule) => rule.id === id);
  if (rows.length === 0) return [`duty ${id}: the regulation has no such rule`];
  return [
    ...(rows.every((rule) => rule.kinds.includes(kind)) ? [] : [`duty ${id}: no rule for ${kind}`]),
    ...[...new Set(rows.map((rule) => rule.ground))].flatMap((ground) => gapsIn(rows.filter((rule) => rule.ground === ground))),
    ...(rows.some((rule) => isValidAt(rule, '9999-01-01') && rule.type === 'annualDate') ? [`duty ${id}: a day of the year starts with no case`] : []),
  ];
}

/** The wordings of one rule for cases of one law. */
function gapsIn(rows: readonly Rule[]): readonly string[] {
  const inOrder = rows.toSorted((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''));
  const last = inOrder.at(-1) as Rule;
  return [
    ...(last.validTo === null ? [] : [`duty ${last.id}: ends on ${last.validTo} with nothing after it`]),
    ...inOrder
      .slice(1)
      .flatMap((rule, n) =>
        rule.validFrom === inOrder[n]?.validTo ? [] : [`duty ${rule.id}: version ${rule.version} does not begin where the one before it ends`],
      ),
  ];
}

function moveFaults({ back, reopen, handOver, shortPath, cancel }: Process): readonly string[] {
  const place = (stage: string) => (theSix as readonly string[]).indexOf(stage);
  return [
    ...back.filter((move) => place(move.to) >= place(move.from)).map((move) => `back from ${move.from} to ${move.to} is not back`),
    ...back.flatMap((move) => byFaults(`back from ${move.from}`, move.by)),
    ...byFaults('reopen', reopen.by),
    ...(reopen.to.length > 0 ? [] : ['reopen: to nowhere']),
    ...byFaults('handOver', handOver.by),
    ...(shortPath === null ? [] : byFaults('shortPath', shortPath.by)),
    ...(shortPath === null || codesOf(closeReasons).has(shortPath.reason) ? [] : [`shortPath: no reason ${shortPath.reason}`]),
    ...byFaults('cancel', cancel.by),
    ...(cancel.second.length > 0 ? [] : ['cancel: nobody to be the second']),
  ];
}

/** Each gate is called with the emptiest possible case; what it then misses must be a field of a command. */
function gateFaults(process: Process, hasField: HasField): readonly string[] {
  const gates = new Set<Gate>([...process.stages.flatMap((row) => row.needs), ...(process.shortPath?.needs ?? []), ...process.ivo.needs]);
  return [...gates].flatMap((gate) => {
    const lack = emptyCases.map((state) => gate(state)).find((found) => found !== null);
    if (lack === undefined) return [`gate ${gate.name} never misses anything`];
    const { command, path } = placeOf(lack);
    return [
      ...(hasField(command ?? '', path.length === 0 ? null : path.join('.')) ? [] : [`gate ${gate.name}: no field ${lack.field}`]),
      ...(/^[A-ZÅÄÖ]/.test(lack.text) ? [] : [`gate ${gate.name}: says nothing in Swedish`]),
    ];
  });
}

const desc = {
  kind: 'deviation',
  receivedAt: '2026-01-01T00:00:00.000Z',
  unit: null,
  opinionType: 'complaint',
  categories: null,
  categoryOther: null,
  lawAreas: null,
  source: null,
  senderBehind: null,
  answerBy: null,
  eventClass: null,
  deviationType: null,
  lexSarahKinds: null,
  affects: null,
  concernsChild: true,
  has: ['reporter'],
  diaryNumber: null,
};
const bare = begin('none', { type: 'CaseReceived', version: 1, position: 0, at: '1', recordedAt: '1', open: desc } as unknown as CaseEvent) as ExistingCase;
const sent = {
  ...noTrack,
  sent: { at: '1', way: 'post', investigationAttached: false },
  supplements: [{ id: 'a', round: 1, askedAt: '1', dueOn: null, sentAt: null }],
};
/** The bare case with some fields of its description and of its parts. */
function but(desc: object, parts: Partial<Record<keyof ExistingCase, object>>): ExistingCase {
  const changed = Object.entries(parts).map(([name, part]) => [
    name,
    Array.isArray(part) ? part : { ...(bare[name as keyof ExistingCase] as object), ...part },
  ]);
  return { ...bare, ...Object.fromEntries(changed), desc: { ...bare.desc, ...desc } };
}
/**
 * Cases in which something can be missing: nothing stated; “annat”, unsure answers, a duty to confirm, an action that waits; one that
 * did not help, and a serious cause without any; an injury in care; a suspicion that is serious; something sent to IVO and then judged lower.
 */
const emptyCases: readonly ExistingCase[] = [
  bare,
  but(
    { categories: ['other'] },
    {
      assessment: { triage: { irregularity: 'unsure', careInjury: 'unsure', danger: 'yes', belongsTo: null } },
      duties: [{ rule: 'LOK-KLAG-BEKRAFTA', closed: null }],
      remedy: { actions: [{ status: 'planned', effect: null }] },
    },
  ),
  but(
    {},
    {
      remedy: { actions: [{ status: 'done', horizon: 'shortTerm', causes: [], decidedAt: '1', effect: { effect: 'no', at: '2' } }] },
      investigation: { causes: [{ causeId: 'c', serious: true, withdrawn: false }] },
    },
  ),
  but(
    { lawAreas: ['HSL'], eventClass: 'adverseEvent' },
    {
      assessment: {
        triage: { irregularity: 'no', careInjury: 'yes' },
        risk: { ...bare.assessment.risk, severity: 4, probability: 4 },
        outcome: { hslOutcome: 'seriousCareInjury', injury: true },
      },
    },
  ),
  but({ lawAreas: ['SoL'] }, { assessment: { triage: { irregularity: 'yes' } }, ivo: { notify: 'yes' } }),
  but({ lawAreas: ['SoL'] }, { assessment: { triage: { irregularity: 'yes', serious: 'yes' } } }),
  but({ lawAreas: ['SoL'] }, { receipt: { reportedAs: 'lexSarah' } }),
  but({ lawAreas: ['SoL'] }, { ivo: { notify: 'yes' }, ivoTrack: sent, assessment: { outcome: { outcome: 'irregularity', at: '2' } } }),
  but(
    {},
    {
      assessment: { outcome: { outcome: 'seriousIrregularity', at: '2026-03-02T08:00:00.000Z' } },
      outside: {
        authorities: {
          requests: [{ id: 'r', from: 'ivo', letterOn: '2026-03-02', dueOn: null, sentAt: null, cameWithIt: false }],
          own: [{ about: 'dangerousProfessional', notify: true, at: '1', sentAt: null }],
        },
      },
    },
  ),
  // An empty law list is not HSL: the outcome of care is asked for where care is.
  but({ lawAreas: ['HSL'] }, {}),
];
