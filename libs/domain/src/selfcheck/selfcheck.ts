import type { Role } from '../codes/roles.js';
import type { CheckAnswer, CheckMeasure, CheckTrigger, CheckVerdict, CheckWay, Month } from '../codes/self-checks.js';
import { commandsOf } from '../records/record-command.js';
import { eventsOf, type RecordState } from '../records/record-event.js';

/** How many of those looked at were as they should be. */
export interface Measured {
  readonly met: number;
  /** Never 0. */
  readonly of: number;
}

/** One occasion of the plan: what came of it. */
export interface Performance {
  /** The day (YYYY-MM-DD) by which it was to be made, and that on which it was made or put off. */
  readonly due: string;
  readonly on: string;
  readonly verdict: CheckVerdict;
  readonly measured: Measured | null;
  /** What a report that has been handed in called it, where that is something else, and which report. */
  readonly stated: { readonly verdict: CheckVerdict; readonly in: string } | null;
}

export interface Answered {
  /** The case that the answer is about; null where the check has no sample. */
  readonly caseId: string | null;
  /** Which question, from 0. */
  readonly question: number;
  readonly answer: CheckAnswer;
}

/** What the next verdict stands on: a sample that was drawn, a figure that was computed, answers. */
export interface Basis {
  readonly at: string;
  /** The cases received from `from` up to and not including `to`, as they stood at the position; null where it is of no cases. */
  readonly period: { readonly from: string; readonly to: string; readonly position: number } | null;
  /** So many cases there were to draw from or to count. */
  readonly among: number;
  /** Those that were drawn, or those that are not as they should be. */
  readonly cases: readonly string[];
  readonly answers: readonly Answered[];
  readonly measured: Measured | null;
}

/** A planned check of a unit (egenkontroll; SOSFS 2011:9, 5 kap. 2 §) with all its occasions. Its words are sealed and not here. */
export interface SelfCheck extends RecordState {
  readonly plannedAt: string;
  /** Code of the process heading that it belongs under. */
  readonly process: string;
  readonly way: CheckWay;
  /** How many questions it asks; 0 where none. */
  readonly questions: number;
  /** How many cases are drawn; 0 where none. */
  readonly sample: number;
  readonly measure: CheckMeasure | null;
  readonly months: readonly Month[];
  /** Who sees that it is made: a role over the unit, and the person where one is named. */
  readonly role: Role;
  readonly owner: string | null;
  readonly trigger: CheckTrigger | null;
  /** The stream of the risk that it watches. */
  readonly risk: string | null;
  /** The last day (YYYY-MM-DD) of the occasion that is waited for. */
  readonly due: string;
  readonly performances: readonly Performance[];
  readonly basis: Basis | null;
  readonly endedAt: string | null;
  readonly stepsTaken: readonly string[];
}

export const defineSelfCheckEvent = eventsOf<SelfCheck>();
export const defineSelfCheckCommand = commandsOf<SelfCheck>('selfcheck');

export const isOpen = ({ endedAt }: Pick<SelfCheck, 'endedAt'>): boolean => endedAt === null;

/** The latest occasion; undefined before the first. */
export const latest = ({ performances }: Pick<SelfCheck, 'performances'>): Performance | undefined => performances.at(-1);

/** “14 av 20 (70 %)”. */
export const measuredInWords = ({ met, of }: Measured): string => `${met} av ${of} (${Math.round((100 * met) / of)} %)`;
