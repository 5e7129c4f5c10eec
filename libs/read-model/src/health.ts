import { parked } from '#event-store/parked';
import type { Tx } from '#platform/database';
import { figurePosition } from './position.js';

export interface ProjectionHealth {
  /** Events in the store that are not in the rows yet. */
  readonly lagEvents: number;
  /** Age of the oldest of them, in seconds; 0 if none. */
  readonly lagSeconds: number;
  /** Parked cases and registers. */
  readonly parked: number;
  /** The position that figures are computed at. */
  readonly position: number;
  /** When the last event that is in the rows was recorded ("senast uppdaterad"); null in an empty store. */
  readonly updatedAt: string | null;
}

/** How far the read side is behind the store. @throws DatabaseFault */
export async function projectionHealth(database: Tx): Promise<ProjectionHealth> {
  const position = await figurePosition(database);
  const aside = await parked(database, 'projector');
  const [row] = await database.query<{ events: number; seconds: number; updated: string | null }>(
    `SELECT greatest(head.position - $1, 0) AS events, last.recorded_at AS updated,
            greatest(coalesce(extract(epoch FROM clock_timestamp() + clock.offset_ms * interval '1 millisecond' - next.recorded_at), 0), 0) AS seconds
     FROM store.counter head, store.clock clock LEFT JOIN store.events next ON next.position = $1 + 1 LEFT JOIN store.events last ON last.position = $1`,
    [position],
  );
  return { lagEvents: row?.events ?? 0, lagSeconds: row?.seconds ?? 0, parked: aside.length, position, updatedAt: row?.updated ?? null };
}
