import { randomUUID } from 'node:crypto';
import type { Database } from '#platform/database';
import type { EventStore } from './event-store.js';
import { Fence, FenceLost } from './fence.js';
import type { RecordedEvent } from './types.js';
import { Wake } from './wake.js';

export { Fence, FenceLost } from './fence.js';

export interface SubscriptionOptions {
  /** Its name in store.subscriptions: one leader and one checkpoint a name. */
  readonly name: string;
  /** Events at most a call (500). */
  readonly batch?: number;
  readonly streamPrefix?: string;
  /**
   * At least once, in order, never two at a time under one fence. May check in by itself with `fence.checkpointIn(tx, position)`;
   * otherwise the checkpoint moves when it returns. If it throws, the same batch comes again after a pause.
   */
  readonly handle: (events: RecordedEvent[], fence: Fence) => Promise<void>;
  /** Every fault, also a lost lead. Not given: a process warning with the fault's name and code. */
  readonly onError?: (error: unknown) => void;
  /** How long a silent leader is waited for, in ms (5000). */
  readonly leaseMs?: number;
  /** How often to look without being told, in ms (500). */
  readonly pollMs?: number;
}

export interface Subscription {
  /** Lets the batch at hand finish and gives up the lead. */
  stop(): Promise<void>;
  /** The last position known to be done. */
  checkpoint(): number;
  leading(): boolean;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;

/** Follows the log from its checkpoint, if nobody else does so under the same name. NOTIFY wakes it; polling is the net. */
export async function subscribe(store: EventStore, database: Database, options: SubscriptionOptions): Promise<Subscription> {
  const follower = new Follower(store, database, options);
  const unlisten = await database.listen('events', () => follower.wake.now());
  const running = follower.run();
  return {
    checkpoint: () => follower.checkpoint,
    leading: () => follower.leading,
    async stop() {
      follower.stop();
      await running;
      await unlisten();
    },
  };
}

class Follower {
  readonly wake = new Wake();
  readonly #store: EventStore;
  readonly #database: Database;
  readonly #options: SubscriptionOptions;
  readonly #batch: number;
  readonly #leaseMs: number;
  readonly #pollMs: number;
  #fence: Fence | null = null;
  #known = 0;
  #stopped = false;
  #pause = 0;

  constructor(store: EventStore, database: Database, options: SubscriptionOptions) {
    this.#store = store;
    this.#database = database;
    this.#options = options;
    this.#batch = options.batch ?? 500;
    this.#leaseMs = options.leaseMs ?? 5000;
    this.#pollMs = options.pollMs ?? 500;
  }

  get checkpoint(): number {
    return this.#fence?.position ?? this.#known;
  }

  get leading(): boolean {
    return this.#fence?.held() ?? false;
  }

  stop(): void {
    this.#stopped = true;
    this.wake.stop();
  }

  async run(): Promise<void> {
    const owner = `${process.pid}/${randomUUID()}`;
    while (!this.#stopped) {
      try {
        this.#fence = await Fence.take(this.#database, this.#options.name, owner, this.#leaseMs);
        if (this.#fence === null) await this.wake.after(Math.min(this.#leaseMs / 2, 1000));
        else await this.#lead(this.#fence);
      } catch (error) {
        await this.#backOff(error);
      } finally {
        this.#known = this.#fence?.position ?? this.#known;
        await this.#fence?.release(this.#database).catch(() => undefined);
        this.#fence = null;
      }
    }
  }

  async #lead(fence: Fence): Promise<void> {
    const stopRenewing = this.#keepRenewing(fence);
    try {
      for (let seen = fence.position; !this.#stopped; ) {
        if (!fence.held()) throw fence.lose();
        const head = await this.#store.position();
        const events = head > seen ? await this.#read(seen, head) : [];
        if (events.length > 0) await this.#handle(events, fence);
        seen = events.length < this.#batch ? head : (events.at(-1) as RecordedEvent).position;
        if (fence.position < seen) await fence.checkpointIn(this.#database, seen);
        this.#pause = 0;
        if (events.length < this.#batch) await this.wake.within(this.#pollMs);
      }
    } finally {
      stopRenewing();
    }
  }

  /** One renewal at a time: it waits where a handler's transaction holds the row. */
  #keepRenewing(fence: Fence): () => void {
    let asked = false;
    const timer = setInterval(() => {
      if (asked) return;
      asked = true;
      void fence
        .renew(this.#database)
        .catch((error: unknown) => this.#report(error))
        .finally(() => (asked = false));
    }, this.#leaseMs / 3);
    return () => clearInterval(timer);
  }

  /** Up to the head seen first: what is committed later waits, so that a head without events of ours is safe to check in. */
  async #read(after: number, head: number): Promise<RecordedEvent[]> {
    const events = await this.#store.readAfter(after, this.#batch, this.#options.streamPrefix);
    return events.filter((event) => event.position <= head);
  }

  async #handle(events: RecordedEvent[], fence: Fence): Promise<void> {
    for (const before = fence.position; ; ) {
      try {
        return await this.#options.handle(events, fence);
      } catch (error) {
        if (error instanceof FenceLost || this.#stopped) throw error;
        fence.rolledBackTo(before);
        await this.#backOff(error);
        if (this.#stopped || !fence.held()) throw fence.lose();
      }
    }
  }

  async #backOff(error: unknown): Promise<void> {
    this.#report(error);
    this.#pause = Math.min(Math.max(this.#pause * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
    await this.wake.after(this.#pause);
  }

  #report(error: unknown): void {
    const { name, code } = error as { name?: string; code?: string };
    if (this.#options.onError !== undefined) this.#options.onError(error);
    else process.emitWarning(`subscription ${this.#options.name}: ${name ?? 'fault'} ${code ?? ''}`);
  }
}
