import type { Log, Recorded } from './log.js';

const BATCH = 7;

/**
 * A model of a subscription with a leader, a lease and a checkpoint (libs/event-store/src/subscription.ts). A leader may be suspended with
 * a batch in hand, be replaced, and continue in the belief that it still leads.
 */
export class Subscription {
  checkpoint = 0;
  /** Every value that the checkpoint has had: it must never decrease. */
  readonly history: number[] = [];
  up = true;
  #token = 1;
  #sleeper: { readonly token: number; readonly batch: readonly Recorded[] } | null = null;

  constructor(
    private readonly log: Log,
    private readonly handle: (batch: readonly Recorded[]) => void,
  ) {}

  /** Reads and handles all events, if anybody leads. */
  pump(): void {
    if (!this.up) return;
    for (let batch = this.#read(); batch.length > 0; batch = this.#read()) this.#done(batch, this.#token);
  }

  /** The leader is suspended with a batch in hand; the lease runs out, and another leads. */
  fallAsleep(): void {
    const batch = this.#read();
    if (batch.length === 0 || this.#sleeper !== null) return;
    this.#sleeper = { token: this.#token, batch };
    this.#token += 1;
  }

  /** It continues, handles the batch, and tries to move the checkpoint. */
  wake(): void {
    const sleeper = this.#sleeper;
    this.#sleeper = null;
    if (sleeper !== null) this.#done(sleeper.batch, sleeper.token);
  }

  #read(): readonly Recorded[] {
    return this.log.events.slice(this.checkpoint, this.checkpoint + BATCH);
  }

  #done(batch: readonly Recorded[], token: number): void {
    this.handle(batch);
    if (this.log.protections.fencing && token !== this.#token) return;
    this.checkpoint = batch.at(-1)?.event.position ?? this.checkpoint;
    this.history.push(this.checkpoint);
  }
}
