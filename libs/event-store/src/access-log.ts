import type { Tx } from '#platform/database';

/** Somebody saw something; all of it ids and codes. */
export interface Access {
  readonly person: string;
  /** What was done: `read`, `history`, `export` … */
  readonly action: string;
  readonly stream: string;
  readonly route: string;
}

/** Notes an access. Await it before showing: what can't be noted must not be shown. @throws DatabaseFault */
export const logAccess = (tx: Tx, { stream, ...access }: Access): Promise<void> => logAccesses(tx, { ...access, streams: [stream] });

/** As logAccess, of several that are shown at once. @throws DatabaseFault */
export async function logAccesses(tx: Tx, { person, action, streams, route }: Omit<Access, 'stream'> & { readonly streams: readonly string[] }): Promise<void> {
  if (streams.length === 0) return;
  await tx.query(
    `INSERT INTO store.access_log (at, person, action, stream, route)
     SELECT clock_timestamp() + (SELECT offset_ms FROM store.clock) * interval '1 millisecond', $1, $2, stream, $4 FROM unnest($3::text[]) AS stream`,
    [person, action, streams, route],
  );
}

/** Who has seen a stream, latest first. @throws DatabaseFault */
export async function accessesTo(tx: Tx, stream: string, limit = 100): Promise<(Access & { readonly at: string })[]> {
  return tx.query('SELECT at, person, action, stream, route FROM store.access_log WHERE stream = $1 ORDER BY at DESC, id DESC LIMIT $2', [stream, limit]);
}
