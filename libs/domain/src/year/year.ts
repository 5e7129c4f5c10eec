import type { ImprovementKind, ImprovementRoute, YearDutyState } from '../codes/year-duties.js';
import { commandsOf } from '../records/record-command.js';
import { eventsOf, type RecordState } from '../records/record-event.js';
import type { OwedDuty } from './plan.js';

export interface DutyOfYear extends OwedDuty {
  readonly state: YearDutyState;
  /** The day on which it was done, or found not to apply; null while it is waited for. */
  readonly on: string | null;
}

/** What a unit owes in a year, in one record that the platform opens: which duties are done, and who is waited for. */
export interface Year extends RecordState {
  readonly year: number;
  readonly openedAt: string;
  readonly duties: readonly DutyOfYear[];
  /** What its management review decided to improve, and to whom each goes. */
  readonly improvements: readonly { readonly kind: ImprovementKind; readonly route: ImprovementRoute; readonly at: string }[];
  /** When the unit had ended, and nothing more was waited for. */
  readonly endedAt: string | null;
  readonly stepsTaken: readonly string[];
}

export const defineYearEvent = eventsOf<Year>();
export const defineYearCommand = commandsOf<Year>('year');

export const isOpen = ({ endedAt }: Pick<Year, 'endedAt'>): boolean => endedAt === null;

/** What is waited for, soonest first; nothing of a unit that has ended. */
export const waiting = (year: Year): readonly DutyOfYear[] =>
  isOpen(year) ? year.duties.filter(({ state }) => state === 'waiting').toSorted((a, b) => a.due.localeCompare(b.due)) : [];

/** The duties with one of them changed. */
export const withDuty = ({ duties }: Year, duty: string, change: Partial<DutyOfYear>): Partial<Year> => ({
  duties: duties.map((one) => (one.duty === duty ? { ...one, ...change } : one)),
});
