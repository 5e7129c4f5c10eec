import type { OtherWayCode, OtherWayReceiver } from '../codes/other-ways.js';
import { startOfDay, stockholmDate } from '../law/calendar.js';
import { clockStart, type ExistingCase } from './case.js';
import type { CaseEvent } from './events.schema.js';

/** Something in the case that the law sends elsewhere, and what became of it. */
export interface ElsewhereInCase {
  readonly way: OtherWayCode;
  readonly foundAt: string;
  /** The day on which an appeal came in: its time is counted from there by the one who decided (FL 44–45 §§). */
  readonly cameInOn: string | null;
  /** Passed on, or told: when and to whom; null while it waits. */
  readonly doneAt: string | null;
  readonly passedOn: boolean;
  readonly to: OtherWayReceiver | null;
  /** Looked at again and found not to be so. */
  readonly mistakenAt: string | null;
}

/** One row a way: what is said last of it stands. */
export function withOtherWay(state: ExistingCase, event: Extract<CaseEvent, { type: 'OtherWayRecorded' }>): readonly ElsewhereInCase[] {
  const { way, step, cameInOn, to } = event.open;
  const known = state.outside.otherWays.find((row) => row.way === way && row.mistakenAt === null);
  const base: ElsewhereInCase = known ?? { way, foundAt: event.at, cameInOn, doneAt: null, passedOn: false, to: null, mistakenAt: null };
  const row: ElsewhereInCase = {
    ...base,
    cameInOn: cameInOn ?? base.cameInOn,
    ...(step === 'passedOn' || step === 'told' ? { doneAt: event.at, passedOn: step === 'passedOn', to } : {}),
    ...(step === 'mistaken' ? { mistakenAt: event.at } : {}),
  };
  return [...state.outside.otherWays.filter((other) => other.way !== way), row];
}

/** From when it waits: the day it came in, or the receipt of what it lies in. */
export const waitsSince = (row: ElsewhereInCase, state: ExistingCase): string => (row.cameInOn === null ? clockStart(state) : startOfDay(row.cameInOn));

/** Nothing is passed on before the day on which it was here. */
export const earliestOf = (row: ElsewhereInCase | undefined, state: ExistingCase): string =>
  startOfDay(stockholmDate(row === undefined ? state.desc.receivedAt : waitsSince(row, state)));
