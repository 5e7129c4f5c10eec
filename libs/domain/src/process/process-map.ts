import type { AnsweringLevel, ProcessPartKind, ProcessSeries } from '../codes/processes.js';
import { commandsOf } from '../records/record-command.js';
import { eventsOf, type RecordState } from '../records/record-event.js';

/** A process, subprocess or activity. Its name is sealed and not here. */
export interface ProcessPart {
  /** `H6` or `S1` for a process, `H6.1` for what is under it. Never used for another part of the same map. */
  readonly code: string;
  readonly kind: ProcessPartKind;
  readonly series: ProcessSeries;
  /** Code of the part that it is under; null for a process. */
  readonly under: string | null;
  readonly answers: AnsweringLevel;
  /** The first day (YYYY-MM-DD) on which it holds, and the last; null while no end is set. */
  readonly from: string;
  readonly to: string | null;
}

/** The processes of a unit, a division or a board with what is done in them (SOSFS 2011:9, 4 kap. 2–4 §§). */
export interface ProcessMap extends RecordState {
  readonly begunAt: string;
  /** In the order they were added. */
  readonly parts: readonly ProcessPart[];
  readonly endedAt: string | null;
}

export const defineProcessEvent = eventsOf<ProcessMap>();
export const defineProcessCommand = commandsOf<ProcessMap>('process');

export const isOpen = ({ endedAt }: Pick<ProcessMap, 'endedAt'>): boolean => endedAt === null;

export const holdsOn = ({ from, to }: Pick<ProcessPart, 'from' | 'to'>, day: string): boolean => from <= day && (to === null || day <= to);

/** The part of a code as a person types it, in small or capital letters. */
export const partOf = ({ parts }: Pick<ProcessMap, 'parts'>, code: string): ProcessPart | undefined => parts.find((part) => part.code === code.toUpperCase());

/** The next code under a part, or of a series. Ended parts are counted too, so that a code always means the same part. */
export function nextCode({ parts }: Pick<ProcessMap, 'parts'>, series: ProcessSeries, under: string | null): string {
  const next = parts.filter((part) => part.under === under && (under !== null || part.series === series)).length + 1;
  return under === null ? `${series === 'main' ? 'H' : 'S'}${next}` : `${under}.${next}`;
}
