import { DatabaseFault, type Tx } from '#platform/database';

/** A stream that a subscription has parked so that others go on. */
export interface Parked {
  readonly subscription: string;
  readonly stream: string;
  /** The first event that failed. */
  readonly position: number;
  readonly errorCode: string;
  readonly at: string;
}

/**
 * Parks a stream; the first fault is the one that is stored. `errorCode` is a code and an error's name (`DatabaseFault 22P02`),
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

/** Unparks a stream. True if it was parked. @throws DatabaseFault */
export async function unpark(tx: Tx, subscription: string, stream: string): Promise<boolean> {
  const gone = await tx.query('DELETE FROM store.parked WHERE subscription = $1 AND stream = $2 RETURNING stream', [subscription, stream]);
  return gone.length > 0;
}

/** Parked streams, oldest position first; of one subscription or of all. @throws DatabaseFault */
export async function parked(tx: Tx, subscription?: string): Promise<Parked[]> {
  return tx.query<Parked>(
    `SELECT subscription, stream, position, error_code AS "errorCode", at FROM store.parked
     WHERE subscription = coalesce($1, subscription) ORDER BY position`,
    [subscription ?? null],
  );
}

/** A stream that failed, and why. */
export interface Failed {
  readonly stream: string;
  /** The first event that failed. */
  readonly position: number;
  readonly error: unknown;
}

/**
 * Whether a fault is the stream's own, so that it would come again, and not that of a service that is away, busy or full. An error that is not
 * a statement's comes from our code on this stream's events.
 */
export function isPoison(error: unknown): boolean {
  return !(error instanceof DatabaseFault && error.ofTheDatabase);
}

/** Parks a stream with its fault's name and code; never its message, which may quote a row. @throws DatabaseFault */
export async function parkFailed(tx: Tx, subscription: string, { stream, position, error }: Failed): Promise<void> {
  const { name, code } = error as { name?: string; code?: unknown };
  const errorCode = `${name ?? 'fault'} ${typeof code === 'string' || typeof code === 'number' ? code : ''}`.trim().replace(/[^\w.:/ -]/g, '');
  await park(tx, { subscription, stream, position, errorCode: errorCode.slice(0, 100) || 'fault' });
}

/** The channel on which subscriptions are told to retry what they have parked. */
export const RETRY = 'parked';
/** How often, in ms, parked streams are retried without being told. */
export const RETRY_MS = 30_000;

/** Has every subscription retry its parked streams at once. Answers how many streams that are. @throws DatabaseFault */
export async function retryAll(tx: Tx): Promise<number> {
  await tx.query('SELECT pg_notify($1, $2)', [RETRY, '']);
  return (await parked(tx)).length;
}
