import type { Tx } from '#platform/database';

/** How far behind a subscription is: events not yet handled, and the age in seconds of the oldest of them (0 if none). */
export interface Lag {
  readonly events: number;
  readonly seconds: number;
}

/** A subscription that has never run has all events left. @throws DatabaseFault */
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

/** The state of a subscription: its lag, and how many streams it has parked. */
export interface SubscriptionHealth {
  readonly lagEvents: number;
  readonly lagSeconds: number;
  readonly parked: number;
}

/** The same of several, by name; one that has never run here and has put nothing aside is left out. Not every one follows the log: workflows put cases aside too. @throws DatabaseFault */
export async function subscriptionHealth(tx: Tx, names: readonly string[]): Promise<Readonly<Record<string, SubscriptionHealth>>> {
  const aside = await tx.query<{ name: string; n: number }>('SELECT subscription AS name, count(*)::int AS n FROM store.parked GROUP BY subscription');
  const known = await tx.query<{ name: string }>('SELECT name FROM store.subscriptions WHERE name = ANY($1)', [names]);
  const rows = await Promise.all(
    known.map(async ({ name }) => {
      const { events, seconds } = await lag(tx, name);
      return [name, { lagEvents: events, lagSeconds: Math.max(seconds, 0), parked: aside.find((row) => row.name === name)?.n ?? 0 }] as const;
    }),
  );
  const others = aside.filter(({ name }) => names.includes(name) && !known.some((row) => row.name === name));
  return Object.fromEntries([...rows, ...others.map(({ name, n }) => [name, { lagEvents: 0, lagSeconds: 0, parked: n }] as const)]);
}
