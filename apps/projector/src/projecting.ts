import type { Service, Surroundings } from '#case-service/program';
import { errorFields } from '#platform/log';
import type { Feed } from './feed.js';
import { fillWords } from './filling-words.js';
import { startProjector } from './start.js';

/** Keeps the rows of the read model up with the feed, and fills the index of words where it is new. */
export class Projecting implements Service {
  #feed: Feed | null = null;
  readonly #stopping = new AbortController();
  #filling: Promise<void> = Promise.resolve();

  constructor(private readonly given: Surroundings) {}

  async start(): Promise<void> {
    const { core, config, log } = this.given;
    this.#feed = await startProjector(core, {
      config,
      onError: (error) => log.warn(errorFields(error), 'projector retries'),
      onParked: (stream, error) => log.error({ stream, ...errorFields(error) }, 'stream parked: it cannot be folded'),
      onUnreadable: (partition, offset) => log.error({ partition, offset }, 'unreadable message on the topic'),
      onRebuilt: (rebuilt) => log.info({ ...rebuilt }, 'rows rebuilt from the store'),
    });
    this.#filling = fillWords(this.given, this.#stopping.signal);
    log.info({ feed: config.feed }, 'projecting');
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#filling;
    await this.#feed?.stop();
  }
}
