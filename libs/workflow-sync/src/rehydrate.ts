import pRetry from 'p-retry';
import type { Core } from '#case-service/core';
import { caseIdOf } from '#domain/ids';
import type { RecordedEvent } from '#event-store/event-store';
import { inParallel } from './in-parallel.js';
import { patience } from './patience.js';
import { foldAll, type Snapshots } from './snapshots.js';
import { keepWaiting } from './waiting.js';
import type { WorkflowNotifier } from './workflow-notifier.js';

const AT_ONCE = 32;

/** What was found and done. `notified` have a workflow now, whether they had one before or not. */
export interface Rehydrated {
  readonly cases: number;
  readonly notified: number;
  readonly waitForNothing: number;
  readonly failed: number;
}

/**
 * Gives every case that has something to wait for its workflow back, from the events alone: after a loss of Temporal's data, an
 * incompatible change of the workflow, an import. A workflow that runs gets the same snapshot once more, so nothing happens twice.
 * @throws ServiceError where Temporal is away
 */
export async function rehydrate(core: Core, notifier: WorkflowNotifier): Promise<Rehydrated> {
  const count = { cases: 0, notified: 0, waitForNothing: 0, failed: 0 };
  const notify = async ({ snapshots, poisoned }: Snapshots) => {
    const waiting = snapshots.filter((snapshot) => snapshot.duties.length > 0);
    await inParallel(AT_ONCE, waiting, (snapshot) => pRetry(() => notifier.notify(snapshot), patience));
    await keepWaiting(core.database, snapshots);
    count.cases += snapshots.length + poisoned.length;
    count.notified += waiting.length;
    count.waitForNothing += snapshots.length - waiting.length;
    count.failed += poisoned.length;
  };
  for await (const streams of wholeStreams(core.store.readByStream('case/', await core.store.position()))) {
    await notify(foldAll(core, streams));
  }
  return count;
}

/** The log comes stream by stream in batches that may split one: the last is kept back until its end is seen. */
async function* wholeStreams(batches: AsyncIterable<RecordedEvent[]>): AsyncIterable<Map<string, RecordedEvent[]>> {
  let streams = new Map<string, RecordedEvent[]>();
  for await (const batch of batches) {
    for (const event of batch) {
      if (caseIdOf(event.stream) === null) continue;
      const of = streams.get(event.stream);
      if (of === undefined) streams.set(event.stream, [event]);
      else of.push(event);
    }
    const last = [...streams].at(-1);
    if (last === undefined) continue;
    streams.delete(last[0]);
    yield streams;
    streams = new Map([last]);
  }
  if (streams.size > 0) yield streams;
}
