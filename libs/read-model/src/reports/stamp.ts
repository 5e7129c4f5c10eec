import type { Tx } from '#platform/database';

/** What a figure is computed from, so that it can be checked: when its last event was recorded, and the log's chain there (`gensvar verify`). */
export interface Stamp {
  readonly position: number;
  readonly recordedAt: string | null;
  /** Hex; null before the first event. */
  readonly chain: string | null;
}

export async function stampOf(tx: Tx, position: number): Promise<Stamp> {
  const [row] = await tx.query<{ recordedAt: string; chain: string }>(
    `SELECT recorded_at AS "recordedAt", encode(chain, 'hex') AS chain FROM store.events WHERE position = $1`,
    [position],
  );
  return { position, recordedAt: row?.recordedAt ?? null, chain: row?.chain ?? null };
}
