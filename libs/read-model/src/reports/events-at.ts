import type { Tx } from '#platform/database';

/** An event by its position in the log, without anybody's words. */
export interface EventAt {
  readonly position: number;
  readonly type: string;
  readonly at: string;
  readonly open: Readonly<Record<string, unknown>>;
}

export async function eventsAt(tx: Tx, positions: readonly number[]): Promise<ReadonlyMap<number, EventAt>> {
  if (positions.length === 0) return new Map();
  const rows = await tx.query<EventAt>('SELECT position, type, at, open FROM store.events WHERE position = ANY($1::bigint[])', [[...new Set(positions)]]);
  return new Map(rows.map((row) => [row.position, row]));
}
