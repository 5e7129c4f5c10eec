import type { Tx } from '#platform/database';

/** How far a subscription is behind: events not yet done, and the age in seconds of the oldest of them (0 if none). */
export interface Lag {
  readonly events: number;
  readonly seconds: number;
}

/** A subscription that has never run is behind by everything. @throws DatabaseFault */
export async function lag(tx: Tx, subscription: string): Promise<Lag> {
  const [row] = await tx.query<Lag>(
    `SELECT head.position - done.position AS events,
            coalesce(extract(epoch FROM clock_timestamp() + clock.offset_ms * interval '1 millisecond' - first.recorded_at), 0) AS seconds
     FROM store.counter head, store.clock clock,
          (SELECT coalesce(max(position), 0) AS position FROM store.subscriptions WHERE name = $1) done
     LEFT JOIN store.events first ON first.position = done.position + 1`,
    [subscription],
  );
  return row as Lag;
}
