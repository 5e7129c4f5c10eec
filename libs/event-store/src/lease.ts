import type { Tx } from '#platform/database';

/** The lease has run out, and another process may have taken it: stop and roll back. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
  readonly code = 'leaseLost';

  constructor(subscription: string) {
    super(`${subscription} is led by another`);
  }
}

/** The right to lead one subscription for a while, with a fencing token by which the database refuses an older lease. */
export class Lease {
  #heldUntil: number;
  #position: number;
  #whole: Lease | null = null;

  private constructor(
    readonly subscription: string,
    readonly token: number,
    position: number,
    until: number,
    readonly leaseMs: number,
  ) {
    this.#position = position;
    this.#heldUntil = until;
  }

  /** Takes the lease if nobody holds it; null otherwise. @throws DatabaseFault */
  static async take(tx: Tx, subscription: string, owner: string, leaseMs: number): Promise<Lease | null> {
    // The local end is counted from before the query, the database's from after: ours is never the later one
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
    return row === undefined ? null : new Lease(subscription, row.fence, row.position, until, leaseMs);
  }

  /** The checkpoint as last stored. */
  get position(): number {
    return this.#position;
  }

  /** Whether the lease still holds by this machine's own clock. Ask before doing what can't be undone. */
  held(): boolean {
    return this.#whole?.held() ?? performance.now() < this.#heldUntil;
  }

  /**
   * Moves the checkpoint; in a handler's transaction it commits together with the rows.
   * @throws LeaseLost if another has taken the lease: roll back @throws DatabaseFault
   */
  async checkpointIn(tx: Tx, position: number): Promise<void> {
    if (this.#whole !== null) return this.#whole.checkpointIn(tx, 0);
    const moved = await tx.query(
      `UPDATE store.subscriptions SET position = greatest(position, $3), lease_until = clock_timestamp() + $4 * interval '1 millisecond'
       WHERE name = $1 AND fence = $2 RETURNING name`,
      [this.subscription, this.token, position, this.leaseMs],
    );
    if (moved.length === 0) throw this.lose();
    this.#position = Math.max(this.#position, position);
  }

  /** Prolongs the lease. Unlike a checkpoint this is never rolled back. @throws LeaseLost @throws DatabaseFault */
  async renew(database: Tx): Promise<void> {
    const until = performance.now() + this.leaseMs;
    await this.checkpointIn(database, 0);
    this.#heldUntil = until;
  }

  /** Gives up the lease, so that another process can take it at once. */
  async release(tx: Tx): Promise<void> {
    this.#heldUntil = 0;
    await tx.query('UPDATE store.subscriptions SET lease_until = clock_timestamp() WHERE name = $1 AND fence = $2', [this.subscription, this.token]);
  }

  /** The same lease for a part of a batch: a checkpoint within it checks the token and moves nothing, since other parts are not done. */
  part(): Lease {
    const part = new Lease(this.subscription, this.token, this.#position, 0, this.leaseMs);
    part.#whole = this;
    return part;
  }

  /** Restores the checkpoint after a handler's transaction was rolled back. */
  rolledBackTo(position: number): void {
    this.#position = position;
  }

  lose(): LeaseLost {
    this.#whole?.lose();
    this.#heldUntil = 0;
    return new LeaseLost(this.subscription);
  }
}
