import { machineTime } from '#platform/clock';
import { DatabaseFault, type Tx } from '#platform/database';

/** One access to a stream, as ids and codes. */
export interface Access {
  readonly person: string;
  /** What was done: `read`, `history`, `export` … */
  readonly action: string;
  readonly stream: string;
  readonly route: string;
}

/** Logs an access. Await it before showing anything: what cannot be logged must not be shown. @throws DatabaseFault */
export const logAccess = (tx: Tx, { stream, ...access }: Access): Promise<void> => logAccesses(tx, { ...access, streams: [stream] });

/**
 * Like logAccess, for several streams that are shown at once. Where the disk is full the accesses are written to stderr, which the operator keeps,
 * so that a case can still be read when it cannot be changed. @throws DatabaseFault
 */
export async function logAccesses(tx: Tx, { person, action, streams, route }: Omit<Access, 'stream'> & { readonly streams: readonly string[] }): Promise<void> {
  if (streams.length === 0) return;
  const noted = tx.query(
    `INSERT INTO store.access_log (at, person, action, stream, route)
     SELECT clock_timestamp() + (SELECT offset_ms FROM store.clock) * interval '1 millisecond', $1, $2, stream, $4 FROM unnest($3::text[]) AS stream`,
    [person, action, streams, route],
  );
  await noted.catch((error: unknown) => {
    if (!(error instanceof DatabaseFault && error.full)) throw error;
    process.stderr.write(`${JSON.stringify({ time: machineTime(), name: 'access', person, action, streams, route })}\n`);
  });
}

/** Who has seen a stream, latest first. @throws DatabaseFault */
export async function accessesTo(tx: Tx, stream: string, limit = 100): Promise<(Access & { readonly at: string })[]> {
  return tx.query('SELECT at, person, action, stream, route FROM store.access_log WHERE stream = $1 ORDER BY at DESC, id DESC LIMIT $2', [stream, limit]);
}
