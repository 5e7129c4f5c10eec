import type { Tx } from '#platform/database';

/** The source of events. */
export interface Feed {
  stop(): Promise<void>;
}

export interface FeedOptions {
  readonly onError: (error: unknown) => void;
  /** Called for a message on the topic that is no event of ours. */
  readonly onUnreadable: (partition: number, offset: string) => void;
  /** Consumer group; given by tests. */
  readonly group?: string;
}

/** The checkpoint of the feed, in the transaction of the rows. */
export async function applied(tx: Tx, feed: 'kafka' | 'store', partition: number, position: number): Promise<void> {
  await tx.query(
    `INSERT INTO read.feed AS f (feed, partition, position) VALUES ($1, $2, $3)
     ON CONFLICT (feed, partition) DO UPDATE SET position = greatest(f.position, excluded.position)`,
    [feed, partition, position],
  );
}
