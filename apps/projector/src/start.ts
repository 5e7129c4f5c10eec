import { RETRY, RETRY_MS } from '#event-store/parked';
import type { Config } from '#platform/config';
import { Projector } from '#read-model/projections/projector';
import type { ReadCore } from '#read-model/read-core';
import { type Rebuilt, rebuild } from '#read-model/rebuild/rebuild';
import type { Feed, FeedOptions } from './feed.js';
import { startKafkaFeed } from './kafka-feed.js';
import { startStoreFeed } from './store-feed.js';

export interface ProjectorOptions extends FeedOptions {
  readonly config: Pick<Config, 'kafka' | 'feed'>;
  readonly onParked: (stream: string, error: unknown) => void;
  readonly onRebuilt?: (rebuilt: Rebuilt) => void;
}

/** Builds the rows where there are none, retries what was parked, and follows the feed. */
export async function startProjector(core: ReadCore, options: ProjectorOptions): Promise<Feed> {
  const { config, onParked, onRebuilt } = options;
  const [empty] = await core.database.query<{ empty: boolean }>('SELECT NOT EXISTS (SELECT FROM read.calendar_day) AS empty');
  if (empty?.empty === true) {
    const rebuilt = await rebuild(core);
    onRebuilt?.(rebuilt);
  }
  await core.database.query('INSERT INTO read.active_feed (feed) VALUES ($1) ON CONFLICT (single) DO UPDATE SET feed = excluded.feed', [config.feed]);
  const projector = new Projector(core, onParked);
  await projector.retryParked();
  const stopRetrying = await keepRetrying(projector, core, options.onError);
  const feed = await (config.feed === 'kafka' ? startKafkaFeed(projector, config, options) : startStoreFeed(projector, core, options));
  return {
    stop: async () => {
      await stopRetrying();
      await feed.stop();
    },
  };
}

/** Parked streams are retried every half minute and when told to, one round at a time. */
async function keepRetrying(projector: Projector, core: ReadCore, onError: (error: unknown) => void): Promise<() => Promise<void>> {
  let turn = Promise.resolve();
  const retry = () => {
    turn = turn.then(() => projector.retryParked()).catch(onError);
  };
  const unlisten = await core.database.listen(RETRY, retry);
  const timer = setInterval(retry, RETRY_MS);
  return async () => {
    clearInterval(timer);
    await unlisten();
    await turn;
  };
}
