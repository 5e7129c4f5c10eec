import { subscribe } from '#event-store/subscription';
import { SUBSCRIPTION } from '#read-model/projections/poison';
import type { Projector } from '#read-model/projections/projector';
import type { ReadCore } from '#read-model/read-core';
import { applied, type Feed, type FeedOptions } from './feed.js';

/** Reads the store itself: how the projector works where there is no Kafka, by the same code that heals and rebuilds. */
export async function startStoreFeed(projector: Projector, core: ReadCore, { onError }: FeedOptions): Promise<Feed> {
  return subscribe(core.store, core.database, {
    name: SUBSCRIPTION,
    onError,
    parksItself: true,
    handle: async (events, lease) => {
      const last = events.at(-1)?.position ?? 0;
      await projector.apply(events, async (tx) => {
        await applied(tx, 'store', 0, last);
        await lease.checkpointIn(tx, last);
      });
    },
  });
}
