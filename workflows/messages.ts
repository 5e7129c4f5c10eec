import { defineSearchAttributeKey, type SearchAttributePair } from '@temporalio/common';
import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { CaseSnapshot, DutyStep, IvoState, WatchedDuty } from '#domain/case/snapshot';
import type { Kind } from '#domain/codes/kinds';
import type { Stage } from '#domain/codes/stages';
import type { RecordSnapshot } from '#domain/records/snapshot';

/** Task queues (docs/contract.md#workflows): timers and commands; mail and documents. */
export const queues = { cases: 'cases', effects: 'effects' } as const;

/** What a run knows of the trouble of the run before it. */
export interface KnownTrouble {
  /** What it has reported and not taken back. */
  readonly trouble?: string;
  /** Steps that had failed for good. */
  readonly failed?: readonly string[];
}

/** What a workflow of a case is started with; `snapshot` where it goes on from an earlier run of itself, or is an IVO workflow. */
export interface CaseInput extends KnownTrouble {
  readonly caseId: string;
  readonly snapshot?: CaseSnapshot;
}

/** How the case stands: sent by the conductor (libs/workflow-sync) after every change, and again when the demo's clock moves. */
export const caseChanged = defineSignal<[CaseSnapshot]>('caseChanged');
/** The newest snapshot that the workflow has; null before the first. */
export const snapshotQuery = defineQuery<CaseSnapshot | null>('snapshot');

/** What the workflow of another record is started with; `snapshot` where it goes on from an earlier run of itself. */
export interface RecordInput extends KnownTrouble {
  readonly family: string;
  readonly id: string;
  readonly snapshot?: RecordSnapshot;
}
/** How a record stands: sent after every change, and again when the demo's clock moves. */
export const recordChanged = defineSignal<[RecordSnapshot]>('recordChanged');

/** There is mail to send. */
export const wake = defineSignal('wake');

const caseKind = defineSearchAttributeKey('CaseKind', 'KEYWORD');
const stage = defineSearchAttributeKey('Stage', 'KEYWORD');
const unit = defineSearchAttributeKey('Unit', 'KEYWORD');
const nextDue = defineSearchAttributeKey('NextDue', 'DATETIME');
/** Every search attribute. A Temporal server must know them before the first workflow is started (libs/workflow-sync/src/temporal-setup.ts). */
export const searchKeys = [caseKind, stage, unit, nextDue] as const;

/** What a case's workflow can be searched by in Temporal: codes and dates. */
export function searchedBy(state: CaseSnapshot): SearchAttributePair[] {
  return [
    { key: caseKind, value: state.kind },
    { key: stage, value: state.stage },
    ...(state.unit === null ? [] : [{ key: unit, value: state.unit }]),
    ...(state.next === null ? [] : [{ key: nextDue, value: new Date(state.next.dueAt) }]),
  ];
}

/**
 * To be increased by 1 where workflows of cases that run can't go on with changed code and `patched` does not help
 * (docs/how-to-add.md#a-change-of-a-workflow): the conductor then finds at its start that they are of an earlier generation, and the operator
 * ends and starts them again. Generation 2 has six stages and one watcher for each duty (30 November 2026; the patches came after it).
 */
export const generation = 2;

/** The workflow types of cases, and of what runs beside them: all that `gensvar restart-workflows` ends and starts again. */
export const caseWorkflowTypes: readonly (Kind | 'ivoNotification')[] = ['complaint', 'deviation', 'lexSarah', 'lexMaria', 'ivoNotification'];

/** Closed or cancelled, AND no duty is left to watch: the workflow has nothing more to do. A closed case with a duty left would still be watched. */
export const isOver = (state: CaseSnapshot): boolean => (state.stage === 'closed' || state.stage === 'cancelled') && state.duties.length === 0;

/** A case has one IVO workflow at a time, by this id. */
export const ivoWorkflowId = (caseId: string): string => `ivo/${caseId}`;

/** Is there anything between the municipality and IVO to watch in an IVO workflow? A complaint or a deviation is never notified. */
export const concernsIvo = (state: CaseSnapshot): boolean =>
  mayBeNotified[state.kind] && !isOver(state) && (state.duties.some((duty) => duty.of === 'ivo') || (state.ivo !== null && state.ivo !== 'closed'));

const mayBeNotified: Readonly<Record<Kind, boolean>> = { complaint: false, deviation: false, lexSarah: true, lexMaria: true };

const stages: Readonly<Record<Stage, true>> = {
  received: true,
  investigating: true,
  assessing: true,
  ivoDecision: true,
  feedback: true,
  followUp: true,
  closed: true,
  cancelled: true,
};
const stepKinds: Readonly<Record<DutyStep['do'], true>> = { sendReceipt: true, remind: true, escalate: true, askEffect: true };
const belongsTo: Readonly<Record<WatchedDuty['of'], true>> = { stage: true, case: true, ivo: true };
const ivoStates: Readonly<Record<IvoState, true>> = { toBeSent: true, sent: true, acknowledged: true, decided: true, closed: true };

/**
 * Can this workflow act on the message? What another release or a fault sends is dropped and reported; a guard that threw would block
 * the workflow until the code was changed. This is replayed code: a stricter guard needs `patched()`.
 */
export function isSnapshot(message: unknown, caseId: string): message is CaseSnapshot {
  const given = message as Readonly<Record<keyof CaseSnapshot, unknown>> | null;
  if (typeof given !== 'object' || given === null || given.caseId !== caseId) return false;
  const next = given.next as CaseSnapshot['next'] | undefined;
  return (
    Number.isInteger(given.version) &&
    Number.isFinite(given.clockOffset) &&
    typeof given.kind === 'string' &&
    typeof given.number === 'string' &&
    (given.unit === null || typeof given.unit === 'string') &&
    isOneOf(stages, given.stage) &&
    (given.ivo === null || isOneOf(ivoStates, given.ivo)) &&
    (next === null || (typeof next?.rule === 'string' && isTime(next.dueAt))) &&
    Array.isArray(given.duties) &&
    given.duties.every(isDuty)
  );
}

/** A duty travels only while it has a step to come: one without any would never be watched, and would keep a closed case's workflow for ever. */
function isDuty(duty: Partial<WatchedDuty> | null): boolean {
  if (typeof duty?.id !== 'string' || typeof duty.rule !== 'string' || !isOneOf(belongsTo, duty.of)) return false;
  return (duty.stage === null || isOneOf(stages, duty.stage)) && Array.isArray(duty.steps) && duty.steps.length > 0 && duty.steps.every(isStep);
}

const isStep = (step: Partial<DutyStep> | null): boolean =>
  typeof step?.id === 'string' && isOneOf(stepKinds, step.do) && Number.isInteger(step.level) && typeof step.toRole === 'string' && isTime(step.at);
const isOneOf = (codes: Readonly<Record<string, true>>, code: unknown): boolean => typeof code === 'string' && Object.hasOwn(codes, code);
const isTime = (at: unknown): boolean => typeof at === 'string' && Number.isFinite(Date.parse(at));

/** As isSnapshot, for the workflow of another record. */
export function isRecordSnapshot(given: unknown, { family, id }: RecordInput): given is RecordSnapshot {
  const { family: givenFamily, id: givenId, version, steps, clockOffset } = (given ?? {}) as Partial<Record<keyof RecordSnapshot, unknown>>;
  return (
    givenFamily === family &&
    givenId === id &&
    typeof version === 'number' &&
    Number.isFinite(clockOffset) &&
    Array.isArray(steps) &&
    steps.every(
      (step: unknown) => typeof (step as { id?: unknown } | null)?.id === 'string' && !Number.isNaN(Date.parse(String((step as { at?: unknown }).at))),
    )
  );
}
