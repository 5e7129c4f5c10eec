import type { LogVerdict } from '../codes/log-reviews.js';
import { commandsOf } from '../records/record-command.js';
import { eventsOf, type RecordState } from '../records/record-event.js';

/** A control of the access log (loggkontroll) of one month, with its result (lag 2001:454, 10 §; PDL 4 kap. 3 §). Its words are sealed and not here. */
export interface LogReview extends RecordState {
  /** The month whose accesses are controlled: `2026-10`. */
  readonly month: string;
  /** The day (YYYY-MM-DD) by which it is to be closed. */
  readonly due: string;
  readonly plannedAt: string;
  /** What it came to, and how many accesses were looked at; null until it is noted. */
  readonly result: { readonly at: string; readonly verdict: LogVerdict; readonly looked: number } | null;
  readonly closedAt: string | null;
  readonly stepsTaken: readonly string[];
}

export const defineLogReviewEvent = eventsOf<LogReview>();
export const defineLogReviewCommand = commandsOf<LogReview>('logreview');
