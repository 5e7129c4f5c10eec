import type { Settings } from '../org/settings.js';
import type { RecordState } from './record-event.js';
import type { AnyRecordType, RecordStep } from './record-type.js';

/** How a record stands, for its workflow: ids, codes and times, no words. */
export interface RecordSnapshot {
  readonly family: string;
  readonly id: string;
  readonly version: number;
  readonly number: string;
  /** What time has to do about it, the earliest first. */
  readonly steps: readonly Pick<RecordStep, 'id' | 'do' | 'about' | 'at'>[];
  /** Milliseconds that the platform's clock is ahead (demo). */
  readonly clockOffset: number;
}

/** The earliest steps travel; the next follow when these have been taken. */
const MOST = 12;

/** How the record stands at this moment. */
export function recordSnapshotOf(type: AnyRecordType, state: RecordState, clockOffset: number, settings: Settings): RecordSnapshot {
  const steps = [...type.agenda(state, settings)].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
  return {
    family: type.family,
    id: state.id,
    version: state.version,
    number: state.number,
    steps: steps.slice(0, MOST).map(({ id, do: what, about, at }) => ({ id, do: what, about, at })),
    clockOffset,
  };
}
