import type { Tx } from '#platform/database';

/** A stream that a subscription has put aside so that others go on. */
export interface Parked {
  readonly subscription: string;
  readonly stream: string;
  /** The first event it could not take. */
  readonly position: number;
  readonly errorCode: string;
  readonly at: string;
}

/**
 * Puts a stream aside; the first fault is the one kept. `errorCode` is a code and an error's name (`DatabaseFault 22P02`),
 * never its message: it may quote a person. @throws RangeError for what is not shaped like a code @throws DatabaseFault
 */
export async function park(tx: Tx, parked: Omit<Parked, 'at'>): Promise<void> {
  const { subscription, stream, position, errorCode } = parked;
  if (!/^[\w.:/ -]{1,100}$/.test(errorCode)) throw new RangeError('an error code holds letters, digits and . : / - only');
  await tx.query(
    `INSERT INTO store.parked (subscription, stream, position, error_code, at)
     VALUES ($1, $2, $3, $4, clock_timestamp() + (SELECT offset_ms FROM store.clock) * interval '1 millisecond') ON CONFLICT DO NOTHING`,
    [subscription, stream, position, errorCode],
  );
}

/** Takes a stream back in. True if it was parked. @throws DatabaseFault */
export async function unpark(tx: Tx, subscription: string, stream: string): Promise<boolean> {
  const gone = await tx.query('DELETE FROM store.parked WHERE subscription = $1 AND stream = $2 RETURNING stream', [subscription, stream]);
  return gone.length > 0;
}

/** What is put aside, oldest position first; of one subscription or of all. @throws DatabaseFault */
export async function parked(tx: Tx, subscription?: string): Promise<Parked[]> {
  return tx.query<Parked>(
    `SELECT subscription, stream, position, error_code AS "errorCode", at FROM store.parked
     WHERE subscription = coalesce($1, subscription) ORDER BY position`,
    [subscription ?? null],
  );
}
