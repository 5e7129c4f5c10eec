import type { Database } from '#platform/database';
import type { EventStore } from './event-store.js';
import { type Lease, LeaseLost } from './lease.js';
import { type Failed, isPoison, parked, parkFailed, RETRY_MS, unpark } from './parked.js';
import type { SubscriptionOptions } from './subscription.js';
import type { RecordedEvent } from './types.js';

/** Streams retried in one turn, so that many parked streams do not delay new events. */
const AT_ONCE = 50;

/** The streams that one subscription has parked: their events wait, in order, until they can be handled. */
export class ParkedStreams {
  #streams = new Set<string>();
  #next = 0;
  #turn = 0;

  constructor(
    private readonly store: EventStore,
    private readonly database: Database,
    private readonly options: Pick<SubscriptionOptions, 'name' | 'handle' | 'isPoison' | 'onParked' | 'retryMs' | 'onError'>,
  ) {}

  retrySoon(): void {
    this.#next = 0;
  }

  without(events: RecordedEvent[]): RecordedEvent[] {
    return this.#streams.size === 0 ? events : events.filter(({ stream }) => !this.#streams.has(stream));
  }

  /** @throws DatabaseFault: the batch is delivered again */
  async put(failed: readonly Failed[]): Promise<void> {
    for (const one of failed) {
      await parkFailed(this.database, this.options.name, one);
      this.#streams.add(one.stream);
      this.options.onParked?.(one);
    }
  }

  /** Retries what is parked, when it is time: from the first event that failed up to where the others are. @throws LeaseLost @throws DatabaseFault */
  async retry(lease: Lease): Promise<void> {
    const now = performance.now();
    if (now < this.#next) return;
    this.#next = now + (this.options.retryMs ?? RETRY_MS);
    const rows = await parked(this.database, this.options.name);
    this.#streams = new Set(rows.map(({ stream }) => stream));
    const from = rows.length <= AT_ONCE ? 0 : (this.#turn++ * AT_ONCE) % rows.length;
    for (const { stream, position } of rows.slice(from, from + AT_ONCE)) {
      const events = (await this.store.load(stream)).filter((event) => event.position >= position && event.position <= lease.position);
      if (events.length > 0 && (await this.#taken(events, lease))) {
        await unpark(this.database, this.options.name, stream);
        this.#streams.delete(stream);
      }
    }
  }

  /** False where it fails as before. A fault that is not the stream's own ends the turn. */
  async #taken(events: RecordedEvent[], lease: Lease): Promise<boolean> {
    try {
      const failed = await this.options.handle(events, lease.part());
      return (failed ?? []).length === 0;
    } catch (error) {
      if (error instanceof LeaseLost || !(this.options.isPoison ?? isPoison)(error)) throw error;
      return false;
    }
  }
}
