import type { Tx } from '#platform/database';

/** Somebody else leads by now, or may: nothing more is done in this one's name. */
export class FenceLost extends Error {
  override readonly name = 'FenceLost';
  readonly code = 'fenceLost';

  constructor(subscription: string) {
    super(`${subscription} is led by another`);
  }
}

/** The right to lead one subscription for a while, and the number by which the database knows it from older rights. */
export class Fence {
  #heldUntil: number;
  #position: number;
  #whole: Fence | null = null;

  private constructor(
    readonly subscription: string,
    readonly number: number,
    position: number,
    until: number,
    readonly leaseMs: number,
  ) {
    this.#position = position;
    this.#heldUntil = until;
  }

  /** Takes the lead if nobody's lease runs; null otherwise. @throws DatabaseFault */
  static async take(tx: Tx, subscription: string, owner: string, leaseMs: number): Promise<Fence | null> {
    // The local end is counted from before the question, the database's from after: ours is never the later
    const until = performance.now() + leaseMs;
    const take = () =>
      tx.query<{ fence: number; position: number }>(
        `UPDATE store.subscriptions SET owner = $2, fence = fence + 1, lease_until = clock_timestamp() + $3 * interval '1 millisecond'
       WHERE name = $1 AND lease_until <= clock_timestamp() RETURNING fence, position`,
        [subscription, owner, leaseMs],
      );
    let [row] = await take();
    if (row === undefined) {
      const made = await tx.query('INSERT INTO store.subscriptions (name) VALUES ($1) ON CONFLICT DO NOTHING RETURNING name', [subscription]);
      if (made.length > 0) [row] = await take();
    }
    return row === undefined ? null : new Fence(subscription, row.fence, row.position, until, leaseMs);
  }

  /** The position checked in last. */
  get position(): number {
    return this.#position;
  }

  /** Whether the lease runs by this machine's own count: ask before doing what can't be undone. */
  held(): boolean {
    return this.#whole?.held() ?? performance.now() < this.#heldUntil;
  }

  /**
   * Moves the checkpoint; within a handler's transaction it stands or falls with the rows written.
   * @throws FenceLost if another has taken the lead: roll back @throws DatabaseFault
   */
  async checkpointIn(tx: Tx, position: number): Promise<void> {
    if (this.#whole !== null) return this.#whole.checkpointIn(tx, 0);
    const moved = await tx.query(
      `UPDATE store.subscriptions SET position = greatest(position, $3), lease_until = clock_timestamp() + $4 * interval '1 millisecond'
       WHERE name = $1 AND fence = $2 RETURNING name`,
      [this.subscription, this.number, position, this.leaseMs],
    );
    if (moved.length === 0) throw this.lose();
    this.#position = Math.max(this.#position, position);
  }

  /** Lengthens the lease, here too: unlike a checkpoint it is never rolled back. @throws FenceLost @throws DatabaseFault */
  async renew(database: Tx): Promise<void> {
    const until = performance.now() + this.leaseMs;
    await this.checkpointIn(database, 0);
    this.#heldUntil = until;
  }

  /** Lets the next one in at once. */
  async release(tx: Tx): Promise<void> {
    this.#heldUntil = 0;
    await tx.query('UPDATE store.subscriptions SET lease_until = clock_timestamp() WHERE name = $1 AND fence = $2', [this.subscription, this.number]);
  }

  /** The same right for a part of a batch: a checkpoint within it confirms the lead and moves nothing, since other parts are not done. */
  part(): Fence {
    const part = new Fence(this.subscription, this.number, this.#position, 0, this.leaseMs);
    part.#whole = this;
    return part;
  }

  /** A handler's transaction that rolled back took its checkpoint with it. */
  rolledBackTo(position: number): void {
    this.#position = position;
  }

  lose(): FenceLost {
    this.#whole?.lose();
    this.#heldUntil = 0;
    return new FenceLost(this.subscription);
  }
}
