import pRetry from 'p-retry';
import type { Core } from '#case-service/core';
import { inParallel } from './in-parallel.js';
import { isOfTheStream, patience } from './patience.js';
import { allCases, allRecords, isOfCase, type Snapshot, streamOf, waits } from './snapshots.js';
import { keepWaiting } from './waiting.js';
import type { WorkflowNotifier } from './workflow-notifier.js';

const AT_ONCE = 32;

/** What was found and done. Those counted in `notified` and `notifiedRecords` have a workflow now, whether they had one before or not. */
export interface Rehydrated {
  readonly cases: number;
  readonly notified: number;
  readonly waitForNothing: number;
  readonly notifiedRecords: number;
  /** Streams that could not be read, or whose workflow could not be notified. */
  readonly failed: readonly string[];
}

/**
 * Gives every case and record that has something to wait for its workflow back, from the events alone: after a loss of Temporal's data, an
 * incompatible change of the workflow, an import. A workflow that runs gets the same snapshot once more, so nothing happens twice.
 * @throws ServiceError where Temporal is away
 */
export async function rehydrate(core: Core, notifier: WorkflowNotifier): Promise<Rehydrated> {
  const count = { cases: 0, notified: 0, waitForNothing: 0, notifiedRecords: 0 };
  const failed: string[] = [];
  const notify = async (snapshot: Snapshot) => {
    try {
      await pRetry(() => notifier.notify(snapshot), patience);
      count[isOfCase(snapshot) ? 'notified' : 'notifiedRecords'] += 1;
    } catch (error) {
      if (!isOfTheStream(error)) throw error;
      failed.push(streamOf(snapshot));
    }
  };
  for await (const { snapshots, poisoned } of allCases(core)) {
    const waiting = snapshots.filter(waits);
    await inParallel(AT_ONCE, waiting, notify);
    await keepWaiting(core.database, snapshots.filter(isOfCase));
    count.cases += snapshots.length + poisoned.length;
    count.waitForNothing += snapshots.length - waiting.length;
    failed.push(...poisoned.map(({ stream }) => stream));
  }
  for await (const { snapshots, poisoned } of allRecords(core)) {
    await inParallel(AT_ONCE, snapshots.filter(waits), notify);
    failed.push(...poisoned.map(({ stream }) => stream));
  }
  return { ...count, failed };
}
