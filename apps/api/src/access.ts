import type { Tx } from '#platform/database';

/** Notes that somebody is shown several cases at once. Await it before showing. @throws DatabaseFault */
export async function logAccesses(tx: Tx, person: string, streams: readonly string[], route: string): Promise<void> {
  if (streams.length === 0) return;
  await tx.query(
    `INSERT INTO store.access_log (at, person, action, stream, route)
     SELECT clock_timestamp() + (SELECT offset_ms FROM store.clock) * interval '1 millisecond', $1, 'list', stream, $3 FROM unnest($2::text[]) AS stream`,
    [person, streams, route],
  );
}
