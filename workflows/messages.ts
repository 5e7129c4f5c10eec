import { defineSearchAttributeKey, type SearchAttributePair } from '@temporalio/common';
import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { CaseSnapshot } from '#domain/case/agenda';

/** Task queues (docs/contract.md#workflows): timers and commands; mail and documents. */
export const queues = { cases: 'cases', effects: 'effects' } as const;

/** What a case's workflow is started with; `snapshot` where it goes on from an earlier run of itself. */
export interface CaseInput {
  readonly caseId: string;
  readonly told?: CaseSnapshot;
}

/** How the case stands: sent by the conductor after every change, and again when the clock moves. */
export const caseChanged = defineSignal<[CaseSnapshot]>('told');
/** What the workflow knows of the case; null before it was told anything. */
export const snapshotQuery = defineQuery<CaseSnapshot | null>('knows');
/** There is mail to send. */
export const wake = defineSignal('wake');

const caseKind = defineSearchAttributeKey('CaseKind', 'KEYWORD');
const stage = defineSearchAttributeKey('Stage', 'KEYWORD');
const unit = defineSearchAttributeKey('Unit', 'KEYWORD');
const nextDue = defineSearchAttributeKey('NextDue', 'DATETIME');
/** Every search attribute, as a server must know them before the first case. */
export const searchKeys = [caseKind, stage, unit, nextDue] as const;

/** By what a case is found among workflows: codes and dates. */
export function searchedBy(state: CaseSnapshot): SearchAttributePair[] {
  return [
    { key: caseKind, value: state.kind },
    { key: stage, value: state.stage },
    ...(state.unit === null ? [] : [{ key: unit, value: state.unit }]),
    ...(state.next === null ? [] : [{ key: nextDue, value: new Date(state.next.dueAt) }]),
  ];
}

/** A case that is closed or cancelled and has nothing more to wait for. */
export const isOver = (state: CaseSnapshot): boolean => (state.stage === 'closed' || state.stage === 'cancelled') && state.agenda.length === 0;
