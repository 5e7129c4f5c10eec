import type { Tx } from '#platform/database';

interface Standing {
  readonly feed: 'kafka' | 'store' | null;
  readonly store_position: number;
  readonly relay: number;
  readonly partition: number | null;
  readonly sent: number | null;
  readonly applied: number | null;
}

/**
 * The position that figures are computed at: everything up to it is in the rows. From the store it is the feed's checkpoint. From Kafka it is the
 * relay's position where every partition is applied; where some lag, it is sought from the least of them onwards. The last position of a
 * partition without new events may be old, and figures must not jump back because of it.
 */
export async function figurePosition(tx: Tx): Promise<number> {
  const rows = await tx.query<Standing>(
    `SELECT a.feed, coalesce((SELECT position FROM read.feed WHERE feed = 'store'), 0) AS store_position,
            coalesce((SELECT position FROM store.subscriptions WHERE name = 'relay'), 0) AS relay, r.partition, r.position AS sent, f.position AS applied
     FROM (SELECT 1) one LEFT JOIN read.active_feed a ON true
     LEFT JOIN store.relay_partition r ON true LEFT JOIN read.feed f ON f.feed = 'kafka' AND f.partition = r.partition`,
  );
  const [first] = rows;
  if (first === undefined || first.feed === null) return 0;
  if (first.feed === 'store') return first.store_position;
  const partitions = rows.filter((row) => row.partition !== null);
  const lagging = partitions.filter((row) => (row.applied ?? 0) < (row.sent ?? 0));
  // A rebuild may bring every partition further than the relay has come; its position counts too.
  const certain = partitions.length === 0 ? first.store_position : Math.min(...partitions.map((row) => row.applied ?? 0));
  if (lagging.length === 0) return Math.max(certain, first.relay);
  return beforeFirstMissing(tx, Math.min(...lagging.map((row) => row.applied ?? 0)), Math.max(certain, first.relay));
}

/** The position before the first event that is not in its stream's rows; parked streams are reported elsewhere and not waited for. */
async function beforeFirstMissing(tx: Tx, after: number, upTo: number): Promise<number> {
  const [missing] = await tx.query<{ position: number }>(
    `SELECT e.position FROM store.events e WHERE e.position > $1 AND e.position <= $2
       AND NOT EXISTS (SELECT FROM read.projected p WHERE p.stream = e.stream AND p.version >= e.version)
       AND NOT EXISTS (SELECT FROM store.parked a WHERE a.subscription = 'projector' AND a.stream = e.stream)
     ORDER BY e.position LIMIT 1`,
    [after, upTo],
  );
  return missing === undefined ? upTo : missing.position - 1;
}
