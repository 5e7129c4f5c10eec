import type { Core } from '#case-service/core';
import type { RecordedEvent } from '#event-store/event-store';
import { type Subscription, type SubscriptionOptions, subscribe } from '#event-store/subscription';
import { errorFields, type Log } from '#platform/log';

/** What is followed, under which name, and what the log says when it has to wait or puts a stream aside. */
interface Followed extends Pick<SubscriptionOptions, 'name' | 'streamPrefix' | 'isPoison'> {
  readonly waits: string;
  readonly putAside: string;
}

/** Follows the log and gives commands by what it says, for as long as it is started. */
export abstract class LogFollower {
  #subscription: Subscription | null = null;

  constructor(
    protected readonly core: Core,
    protected readonly log: Log,
    private readonly followed: Followed,
  ) {}

  /** @throws DatabaseFault */
  async start(): Promise<void> {
    const { core, log } = this;
    const { waits, putAside, ...what } = this.followed;
    this.#subscription = await subscribe(core.store, core.database, {
      ...what,
      handle: (events) => this.handle(events),
      onError: (error) => log.warn(errorFields(error), waits),
      onParked: ({ stream, error }) => log.error({ stream, ...errorFields(error) }, putAside),
    });
  }

  async stop(): Promise<void> {
    await this.#subscription?.stop();
  }

  /** A batch; the same may come again. */
  abstract handle(events: readonly RecordedEvent[]): Promise<void>;
}
