import type { Tx } from '#platform/database';

/** What events come by. */
export interface Feed {
  stop(): Promise<void>;
}

export interface FeedOptions {
  readonly onError: (error: unknown) => void;
  /** A message on the topic that is no event of ours. */
  readonly onUnreadable: (partition: number, offset: string) => void;
  /** Consumer group; given by tests. */
  readonly group?: string;
}

/** How far the feed has come, in the transaction of the rows. */
export async function applied(tx: Tx, feed: 'kafka' | 'store', partition: number, position: number): Promise<void> {
  await tx.query(
    `INSERT INTO read.feed AS f (feed, partition, position) VALUES ($1, $2, $3)
     ON CONFLICT (feed, partition) DO UPDATE SET position = greatest(f.position, excluded.position)`,
    [feed, partition, position],
  );
}
