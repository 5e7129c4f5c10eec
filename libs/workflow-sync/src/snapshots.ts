import { foldStored } from '#case-service/case-service';
import type { Core } from '#case-service/core';
import { type CaseSnapshot, snapshotOf } from '#domain/case/snapshot';
import { caseIdOf, caseStream } from '#domain/ids';
import type { RecordedEvent } from '#event-store/event-store';

type Parts = Pick<Core, 'store' | 'clock' | 'register'>;

/** What is to be told of some cases, and those that could not be folded. */
export interface Snapshots {
  readonly snapshots: readonly CaseSnapshot[];
  readonly poisoned: readonly { readonly stream: string; readonly error: unknown }[];
}

/** Folds the cases as they stand. A case without events is passed by. @throws DatabaseFault */
export async function snapshotsOf(core: Parts, caseIds: readonly string[]): Promise<Snapshots> {
  return foldAll(core, await core.store.loadMany(caseIds.map(caseStream)));
}

/** The same of streams already read. */
export function foldAll({ clock, register }: Parts, streams: ReadonlyMap<string, readonly RecordedEvent[]>): Snapshots {
  const snapshots: CaseSnapshot[] = [];
  const poisoned: { stream: string; error: unknown }[] = [];
  for (const [stream, events] of streams) {
    try {
      const state = foldStored(caseIdOf(stream) ?? stream, events);
      if (state.exists) snapshots.push(snapshotOf(state, clock.offsetMs(), register.organisation.settings));
    } catch (error) {
      poisoned.push({ stream, error });
    }
  }
  return { snapshots, poisoned };
}
