import pRetry from 'p-retry';
import type { Core } from '#case-service/core';
import { inParallel } from './in-parallel.js';
import { patience } from './patience.js';
import { foldAll, type Snapshots } from './snapshots.js';
import { keepWaiting } from './waiting.js';
import { wholeStreams } from './whole-streams.js';
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
