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
export async function logAccess(tx: Tx, { person, action, stream, route }: Access): Promise<void> {
  await tx.query(
    `INSERT INTO store.access_log (at, person, action, stream, route)
     VALUES (clock_timestamp() + (SELECT offset_ms FROM store.clock) * interval '1 millisecond', $1, $2, $3, $4)`,
    [person, action, stream, route],
  );
}

/** Who has seen a stream, latest first. @throws DatabaseFault */
export async function accessesTo(tx: Tx, stream: string, limit = 100): Promise<(Access & { readonly at: string })[]> {
  return tx.query('SELECT at, person, action, stream, route FROM store.access_log WHERE stream = $1 ORDER BY at DESC, id DESC LIMIT $2', [stream, limit]);
}
