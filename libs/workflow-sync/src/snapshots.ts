import { foldStored } from '#case-service/case-service';
import type { Core } from '#case-service/core';
import { type CaseSnapshot, snapshotOf } from '#domain/case/snapshot';
import { caseIdOf, caseStream } from '#domain/ids';
import { recordIn, recordOf, recordTypes } from '#domain/record-types';
import { type RecordSnapshot, recordSnapshotOf } from '#domain/records/snapshot';
import type { RecordedEvent } from '#event-store/event-store';
import { wholeStreams } from './whole-streams.js';

type Parts = Pick<Core, 'store' | 'clock' | 'register'>;

/** How a case or a record stands, for its workflow. */
export type Snapshot = CaseSnapshot | RecordSnapshot;

export const isOfCase = (snapshot: Snapshot): snapshot is CaseSnapshot => 'caseId' in snapshot;

/** The stream that it was folded from. A workflow has the same name. */
export const streamOf = (snapshot: Snapshot): string => (isOfCase(snapshot) ? caseStream(snapshot.caseId) : `${snapshot.family}/${snapshot.id}`);

/** Whether a stream is of something that may have a workflow: a case or a record, not the organisation. */
export const mayHaveWorkflow = (stream: string): boolean => caseIdOf(stream) !== null || recordOf(stream) !== null;

/** Whether there is anything that its workflow waits for. */
export const waits = (snapshot: Snapshot): boolean => (isOfCase(snapshot) ? snapshot.duties : snapshot.steps).length > 0;

/** How some streams stand, and those that could not be folded. */
export interface Snapshots {
  readonly snapshots: readonly Snapshot[];
  readonly poisoned: readonly { readonly stream: string; readonly error: unknown }[];
}

/** Folds the cases and records as they stand. One without events is left out. @throws DatabaseFault */
export async function snapshotsOf(core: Parts, streams: readonly string[]): Promise<Snapshots> {
  return foldAll(core, await core.store.loadMany(streams));
}

/** The same of streams already read. */
export function foldAll(core: Parts, streams: ReadonlyMap<string, readonly RecordedEvent[]>): Snapshots {
  const snapshots: Snapshot[] = [];
  const poisoned: { stream: string; error: unknown }[] = [];
  for (const [stream, events] of streams) {
    try {
      const snapshot = snapshotIn(core, stream, events);
      if (snapshot !== null) snapshots.push(snapshot);
    } catch (error) {
      poisoned.push({ stream, error });
    }
  }
  return { snapshots, poisoned };
}

/** Every case, some at a time, as they stand. @throws DatabaseFault */
export const allCases = (core: Parts): AsyncIterable<Snapshots> => allOf(core, ['case/']);

/** Every record of every type, some at a time, as they stand. @throws DatabaseFault */
export const allRecords = (core: Parts): AsyncIterable<Snapshots> =>
  allOf(
    core,
    recordTypes.map(({ family }) => `${family}/`),
  );

async function* allOf(core: Parts, prefixes: readonly string[]): AsyncIterable<Snapshots> {
  const upTo = await core.store.position();
  for (const prefix of prefixes) for await (const streams of wholeStreams(core.store.readByStream(prefix, upTo))) yield foldAll(core, streams);
}

function snapshotIn({ clock, register }: Parts, stream: string, events: readonly RecordedEvent[]): Snapshot | null {
  const { settings } = register.organisation;
  const caseId = caseIdOf(stream);
  if (caseId !== null) {
    const state = foldStored(caseId, events);
    return state.exists ? snapshotOf(state, clock.offsetMs(), settings) : null;
  }
  const found = recordIn(stream, events);
  return found === null ? null : recordSnapshotOf(found.type, found.state, clock.offsetMs(), settings);
}
