import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '#case-service/core';
import type { Told } from '#domain/case/agenda';
import { caseIdOf } from '#domain/ids';
import type { RecordedEvent } from '#event-store/event-store';
import { isAway } from '#platform/temporal';
import { inParallel } from './in-parallel.js';
import type { Teller } from './teller.js';
import { foldAll, type Telling } from './told-of.js';
import { keepWaiting } from './waiting.js';

const AT_ONCE = 32;
/** A server that starts thousands at once may take longer than the two seconds of a call: tried again after these, in ms. */
const PAUSES_MS = [500, 1000, 2000, 4000, 8000];

/** What was found and done. `told` have a workflow now, whether they had one before or not. */
export interface Rehydrated {
  readonly cases: number;
  readonly told: number;
  readonly waitForNothing: number;
  readonly failed: number;
}

/**
 * Gives every case that has something to wait for its workflow back, from the events alone: after a loss of Temporal's data, an
 * incompatible change of the workflow, an import. A workflow that runs is told the same once more, so nothing happens twice.
 * @throws ServiceError where Temporal is away
 */
export async function rehydrate(core: Core, teller: Teller): Promise<Rehydrated> {
  const count = { cases: 0, told: 0, waitForNothing: 0, failed: 0 };
  const tell = async ({ tolds, poisoned }: Telling) => {
    const waiting = tolds.filter((told) => told.agenda.length > 0);
    await inParallel(AT_ONCE, waiting, (told) => patiently(teller, told));
    await keepWaiting(core.database, tolds);
    count.cases += tolds.length + poisoned.length;
    count.told += waiting.length;
    count.waitForNothing += tolds.length - waiting.length;
    count.failed += poisoned.length;
  };
  for await (const streams of wholeStreams(core.store.readByStream('case/', await core.store.position()))) {
    await tell(foldAll(core, streams));
  }
  return count;
}

async function patiently(teller: Teller, told: Told): Promise<void> {
  for (const pause of PAUSES_MS) {
    try {
      return await teller.tell(told);
    } catch (error) {
      if (!isAway(error)) throw error;
      await sleep(pause);
    }
  }
  await teller.tell(told);
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
