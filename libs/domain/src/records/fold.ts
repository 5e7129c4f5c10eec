import { eventsIn } from './attachments.js';
import type { AnyRecordEvent, RecordState } from './record-event.js';
import type { RecordType } from './record-type.js';

/** An event as stored, with its open part. */
export interface StoredRecordEvent {
  readonly type: string;
  readonly version: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly open: Readonly<Record<string, unknown>>;
}

/** The event's definition; undefined for one that a later release wrote. */
export const eventNamed = <R extends RecordState>(type: RecordType<R>, name: string): AnyRecordEvent<R> | undefined =>
  eventsIn(type).find((event) => event.name === name);

/** Folds one event in. Total: an event that the situation does not expect changes nothing but the version. */
export function evolveRecord<R extends RecordState>(type: RecordType<R>, id: string, state: R | null, event: StoredRecordEvent): R | null {
  const definition = eventNamed(type, event.type);
  if (state === null) {
    const begun = definition?.begin?.(id, event as never);
    return begun === undefined ? null : ({ ...begun, attachments: [] } as unknown as R);
  }
  return { ...state, ...definition?.evolve?.(state, event as never), version: event.version };
}

/** The record as its events make it; null where there are none. */
export const foldRecord = <R extends RecordState>(type: RecordType<R>, id: string, events: readonly StoredRecordEvent[]): R | null =>
  events.reduce<R | null>((state, event) => evolveRecord(type, id, state, event), null);
