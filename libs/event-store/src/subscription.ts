import { randomUUID } from 'node:crypto';
import type { Database } from '#platform/database';
import type { EventStore } from './event-store.js';
import { Lease, LeaseLost } from './lease.js';
import { type Failed, isPoison, RETRY } from './parked.js';
import { ParkedStreams } from './parked-streams.js';
import type { RecordedEvent } from './types.js';
import { WakeSignal } from './wake-signal.js';

export { Lease, LeaseLost } from './lease.js';

export interface SubscriptionOptions {
  /** Its name in store.subscriptions: one leader and one checkpoint a name. */
  readonly name: string;
  /** Events per call at most (500). */
  readonly batch?: number;
  readonly streamPrefix?: string;
  /**
   * At least once, in order, never two at a time under one lease. May move the checkpoint by itself with `lease.checkpointIn(tx, position)`;
   * otherwise it moves when the handler returns. If the handler throws, the same batch comes again after a pause. Where the fault is a stream's
   * own, each stream of the batch is tried alone and the one at fault is parked. The handler may also answer which streams failed.
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: most handlers answer nothing
  readonly handle: (events: RecordedEvent[], lease: Lease) => Promise<readonly Failed[] | void>;
  /** Whether a fault is a stream's own and would come again (event-store/parked). */
  readonly isPoison?: (error: unknown) => boolean;
  /** A stream has been parked: its events wait, others go on. Retried at the start, every `retryMs` (30 s), and when told to. */
  readonly onParked?: (failed: Failed) => void;
  readonly retryMs?: number;
  /** The handler parks streams by itself, in the transaction of its rows. */
  readonly parksItself?: boolean;
  /** Called for every fault, also a lost lease. Not given: a process warning with the fault's name and code. */
  readonly onError?: (error: unknown) => void;
  /** The length of the lease, in ms (5000): how long a silent leader is waited for. */
  readonly leaseMs?: number;
  /** How often to poll, in ms (500). */
  readonly pollMs?: number;
}

export interface Subscription {
  /** Finishes the current batch and releases the lease. */
  stop(): Promise<void>;
  /** The last position known to be handled. */
  checkpoint(): number;
  leading(): boolean;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;

/** Follows the log from its checkpoint, unless another process does so under the same name. NOTIFY wakes it early; polling makes sure that nothing is missed. */
export async function subscribe(store: EventStore, database: Database, options: SubscriptionOptions): Promise<Subscription> {
  const follower = new Follower(store, database, options);
  const unlisten = await database.listen('events', () => follower.wake.send());
  const unlistenRetry = await database.listen(RETRY, () => follower.retrySoon());
  const running = follower.run();
  return {
    checkpoint: () => follower.checkpoint,
    leading: () => follower.leading,
    async stop() {
      follower.stop();
      await running;
      await unlisten();
      await unlistenRetry();
    },
  };
}

class Follower {
  readonly wake = new WakeSignal();
  readonly #store: EventStore;
  readonly #database: Database;
  readonly #options: SubscriptionOptions;
  readonly #batch: number;
  readonly #leaseMs: number;
  readonly #pollMs: number;
  #lease: Lease | null = null;
  #known = 0;
  readonly #parked: ParkedStreams | null;
  #stopped = false;
  #pause = 0;

  constructor(store: EventStore, database: Database, options: SubscriptionOptions) {
    this.#store = store;
    this.#database = database;
    this.#options = options;
    this.#batch = options.batch ?? 500;
    this.#leaseMs = options.leaseMs ?? 5000;
    this.#pollMs = options.pollMs ?? 500;
    this.#parked = options.parksItself === true ? null : new ParkedStreams(store, database, options);
  }

  get checkpoint(): number {
    return this.#lease?.position ?? this.#known;
  }

  get leading(): boolean {
    return this.#lease?.held() ?? false;
  }

  /** Parked streams are retried at the next turn. */
  retrySoon(): void {
    this.#parked?.retrySoon();
    this.wake.send();
  }

  stop(): void {
    this.#stopped = true;
    this.wake.stop();
  }

  async run(): Promise<void> {
    const owner = `${process.pid}/${randomUUID()}`;
    while (!this.#stopped) {
      try {
        this.#lease = await Lease.take(this.#database, this.#options.name, owner, this.#leaseMs);
        if (this.#lease === null) await this.wake.pause(Math.min(this.#leaseMs / 2, 1000));
        else await this.#lead(this.#lease);
      } catch (error) {
        await this.#backOff(error);
      } finally {
        this.#known = this.#lease?.position ?? this.#known;
        await this.#lease?.release(this.#database).catch(() => undefined);
        this.#lease = null;
      }
    }
  }

  async #lead(lease: Lease): Promise<void> {
    const stopRenewing = this.#keepRenewing(lease);
    try {
      for (let seen = lease.position; !this.#stopped; ) {
        if (!lease.held()) throw lease.lose();
        await this.#parked?.retry(lease);
        const head = await this.#store.position();
        const events = head > seen ? await this.#read(seen, head) : [];
        if (events.length > 0) await this.#handle(events, lease);
        seen = events.length < this.#batch ? head : (events.at(-1) as RecordedEvent).position;
        if (lease.position < seen) await lease.checkpointIn(this.#database, seen);
        this.#pause = 0;
        if (events.length < this.#batch) await this.wake.waitUpTo(this.#pollMs);
      }
    } finally {
      stopRenewing();
    }
  }

  /** One renewal at a time: it waits where a handler's transaction holds the row. */
  #keepRenewing(lease: Lease): () => void {
    let asked = false;
    const timer = setInterval(() => {
      if (asked) return;
      asked = true;
      void lease
        .renew(this.#database)
        .catch((error: unknown) => this.#report(error))
        .finally(() => (asked = false));
    }, this.#leaseMs / 3);
    return () => clearInterval(timer);
  }

  /** Up to the head that was read first, so that a head without events of this subscription can be the checkpoint. */
  async #read(after: number, head: number): Promise<RecordedEvent[]> {
    const events = await this.#store.readAfter(after, this.#batch, this.#options.streamPrefix);
    return events.filter((event) => event.position <= head);
  }

  async #handle(all: RecordedEvent[], lease: Lease): Promise<void> {
    const events = this.#parked?.without(all) ?? all;
    if (events.length === 0) return;
    for (const before = lease.position; ; ) {
      try {
        const failed = await this.#options.handle(events, lease);
        return await this.#parked?.put(failed ?? []);
      } catch (error) {
        if (error instanceof LeaseLost || this.#stopped) throw error;
        lease.rolledBackTo(before);
        if (this.#parked !== null && (this.#options.isPoison ?? isPoison)(error)) return this.#oneByOne(events, lease, error);
        await this.#backOff(error);
        if (this.#stopped || !lease.held()) throw lease.lose();
      }
    }
  }

  /** Finds the stream at fault by trying each alone; the one that fails again is parked. The checkpoint moves when all have been tried. */
  async #oneByOne(events: RecordedEvent[], lease: Lease, fault: unknown): Promise<void> {
    const streams = [...new Set(events.map(({ stream }) => stream))].map((stream) => events.filter((event) => event.stream === stream));
    const [only] = streams;
    if (streams.length === 1 && only !== undefined) return this.#parked?.put([{ ...(only[0] as RecordedEvent), error: fault }]);
    for (const mine of streams) await this.#handle(mine, lease.part());
  }

  async #backOff(error: unknown): Promise<void> {
    this.#report(error);
    this.#pause = Math.min(Math.max(this.#pause * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
    await this.wake.pause(this.#pause);
  }

  #report(error: unknown): void {
    const { name, code } = error as { name?: string; code?: string };
    if (this.#options.onError !== undefined) this.#options.onError(error);
    else process.emitWarning(`subscription ${this.#options.name}: ${name ?? 'fault'} ${code ?? ''}`);
  }
}
