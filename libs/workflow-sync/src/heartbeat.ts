import type { Tx } from '#platform/database';
import { isStorageFull } from '#platform/storage';

/** What a process says of its surroundings: codes, no words. */
export type BeatState = Readonly<Record<string, string | number | boolean | null>>;

export interface Beat {
  readonly process: string;
  /** Seconds since it was last heard of. */
  readonly ageSeconds: number;
  readonly state: BeatState;
}

const BEAT_MS = 5000;

/** Says that a process lives. Where several run under one name the last to speak is heard. @throws DatabaseFault */
export async function beat(database: Tx, process: string, state: BeatState): Promise<void> {
  await database.query(
    `INSERT INTO store.heartbeat (process, at, state) VALUES ($1, clock_timestamp(), $2)
     ON CONFLICT (process) DO UPDATE SET at = excluded.at, state = excluded.state`,
    [process, JSON.stringify(state)],
  );
}

/** Beats every five seconds until the answer is called; a beat that fails is told to `onError` and the next one comes all the same. */
export function keepBeating(database: Tx, process: string, state: () => Promise<BeatState> | BeatState, onError: (error: unknown) => void): () => void {
  let busy = false;
  const now = async () => {
    if (busy) return;
    busy = true;
    try {
      await beat(database, process, { ...(await state()), diskFull: isStorageFull() });
    } catch (error) {
      onError(error);
    } finally {
      busy = false;
    }
  };
  void now();
  const timer = setInterval(() => void now(), BEAT_MS);
  return () => clearInterval(timer);
}

/** Every process that was ever heard of. @throws DatabaseFault */
export function heartbeats(database: Tx): Promise<Beat[]> {
  return database.query<Beat>(
    'SELECT process, extract(epoch FROM clock_timestamp() - at)::float8 AS "ageSeconds", state FROM store.heartbeat ORDER BY process',
  );
}
