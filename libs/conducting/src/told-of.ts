import { foldStored } from '#case-service/case-service';
import { type Told, told } from '#domain/case/agenda';
import { caseIdOf, caseStream } from '#domain/ids';
import type { EventStore, RecordedEvent } from '#event-store/event-store';

/** What is to be told of some cases, and those that could not be folded. */
export interface Telling {
  readonly tolds: readonly Told[];
  readonly poisoned: readonly { readonly stream: string; readonly error: unknown }[];
}

/** Folds the cases as they stand. A case without events is passed by. @throws DatabaseFault */
export async function toldOf(store: EventStore, caseIds: readonly string[], clockOffset: number): Promise<Telling> {
  return foldAll(await store.loadMany(caseIds.map(caseStream)), clockOffset);
}

/** The same of streams already read. */
export function foldAll(streams: ReadonlyMap<string, readonly RecordedEvent[]>, clockOffset: number): Telling {
  const tolds: Told[] = [];
  const poisoned: { stream: string; error: unknown }[] = [];
  for (const [stream, events] of streams) {
    try {
      const state = foldStored(caseIdOf(stream) ?? stream, events);
      if (state.exists) tolds.push(told(state, clockOffset));
    } catch (error) {
      poisoned.push({ stream, error });
    }
  }
  return { tolds, poisoned };
}
