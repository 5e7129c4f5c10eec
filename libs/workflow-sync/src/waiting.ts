import { type CaseSnapshot, nextAt } from '#domain/case/snapshot';
import type { Tx } from '#platform/database';

/** Keeps what the cases wait for; an older version never takes the place of a newer. @throws DatabaseFault */
export async function keepWaiting(database: Tx, snapshots: readonly CaseSnapshot[]): Promise<void> {
  const rows = snapshots.map((snapshot) => ({ case_id: snapshot.caseId, version: snapshot.version, next_at: nextAt(snapshot) }));
  await database.query(
    `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS g(case_id uuid, version integer, next_at timestamptz)),
          done AS (DELETE FROM store.waiting w USING given g WHERE w.case_id = g.case_id AND g.next_at IS NULL AND w.version <= g.version)
     INSERT INTO store.waiting AS w (case_id, version, next_at) SELECT case_id, version, next_at FROM given WHERE next_at IS NOT NULL
     ON CONFLICT (case_id) DO UPDATE SET version = excluded.version, next_at = excluded.next_at WHERE w.version <= excluded.version`,
    [JSON.stringify(rows)],
  );
}

/** Cases whose next item was to be done before an instant (ISO), the latest first. @throws DatabaseFault */
export async function waitingSince(database: Tx, instant: string): Promise<string[]> {
  const rows = await database.query<{ case_id: string }>('SELECT case_id FROM store.waiting WHERE next_at < $1 ORDER BY next_at', [instant]);
  return rows.map((row) => row.case_id);
}

/** Every case that time has something to do in. @throws DatabaseFault */
export async function allWaiting(database: Tx): Promise<string[]> {
  const rows = await database.query<{ case_id: string }>('SELECT case_id FROM store.waiting ORDER BY next_at');
  return rows.map((row) => row.case_id);
}
