import type { Tx } from '#platform/database';
import { loadKeys } from './case-keys.js';
import type { Seal } from './seal.js';
import type { RecordedEvent } from './types.js';

/** The columns of a RecordedEvent. Open parts only, so that no reader gets a person's words by accident. */
export const COLUMNS = `position, stream, version, event_id AS "eventId", type, v, actor, command_id AS "commandId",
  at, recorded_at AS "recordedAt", open`;

export const LOAD = `SELECT ${COLUMNS} FROM store.events WHERE stream = $1 AND version > $2 ORDER BY version`;

/** Each stream's events in order of version; a stream without events gives an empty list. */
export async function loadMany(tx: Tx, streams: readonly string[]): Promise<Map<string, RecordedEvent[]>> {
  const found = new Map<string, RecordedEvent[]>(streams.map((stream) => [stream, []]));
  const rows = await tx.query<RecordedEvent>(`SELECT ${COLUMNS} FROM store.events WHERE stream = ANY($1) ORDER BY stream, version`, [streams]);
  for (const row of rows) found.get(row.stream)?.push(row);
  return found;
}

/** Decrypted sealed parts of several streams by event id. Removed parts are absent, and so are all of a stream whose key is destroyed. */
export async function wordsMany(tx: Tx, seal: Seal, streams: readonly string[]): Promise<Map<string, Record<string, unknown>>> {
  const keys = await loadKeys(tx, seal, streams);
  const rows = await tx.query<{ stream: string; event_id: string; sealed: Buffer }>(
    'SELECT stream, event_id, sealed FROM store.events WHERE stream = ANY($1) AND sealed IS NOT NULL ORDER BY stream, version',
    [streams],
  );
  return new Map(
    rows.flatMap(({ stream, event_id, sealed }) => {
      const key = keys.get(stream);
      return key ? [[event_id, seal.open(key.key, stream, event_id, sealed)] as const] : [];
    }),
  );
}

/** Decrypted sealed parts of single events by position. Removed parts are absent, and so are those of a stream whose key is destroyed. */
export async function wordsAt(tx: Tx, seal: Seal, positions: readonly number[]): Promise<Map<number, Record<string, unknown>>> {
  const rows = await tx.query<{ position: number; stream: string; event_id: string; sealed: Buffer }>(
    'SELECT position, stream, event_id, sealed FROM store.events WHERE position = ANY($1::bigint[]) AND sealed IS NOT NULL',
    [positions],
  );
  const keys = await loadKeys(tx, seal, [...new Set(rows.map(({ stream }) => stream))]);
  return new Map(
    rows.flatMap(({ position, stream, event_id, sealed }) => {
      const key = keys.get(stream);
      return key ? [[position, seal.open(key.key, stream, event_id, sealed)] as const] : [];
    }),
  );
}

/** The streams that hashes point at: [hash in hex → stream and note]. */
export async function findMany(tx: Tx, list: string, hashes: readonly Buffer[]): Promise<Map<string, { stream: string; note: Buffer | null }>> {
  const rows = await tx.query<{ hash: Buffer; stream: string; note: Buffer | null }>(
    'SELECT hash, stream, note FROM store.keys WHERE list = $1 AND hash = ANY($2)',
    [list, hashes],
  );
  return new Map(rows.map(({ hash, stream, note }) => [hash.toString('hex'), { stream, note }]));
}

const GIVEN_NUMBER = `coalesce(open ->> 'diaryNumber', open #>> '{set,diaryNumber}')`;

/** The events that gave a case a diary number with these digits (1–9, in this order), whatever stands between them. */
export async function diaryNumbers(tx: Tx, figures: string): Promise<readonly { readonly stream: string; readonly number: string }[]> {
  return tx.query<{ stream: string; number: string }>(
    `SELECT stream, ${GIVEN_NUMBER} AS number FROM store.events WHERE ${GIVEN_NUMBER} IS NOT NULL AND regexp_replace(${GIVEN_NUMBER}, '[^1-9]', '', 'g') = $1`,
    [figures],
  );
}

/** Up to `limit` events after a position, in order; with a prefix only those of streams that begin with it. */
export async function readAfter(tx: Tx, position: number, limit: number, prefix: string): Promise<RecordedEvent[]> {
  return tx.query<RecordedEvent>(`SELECT ${COLUMNS} FROM store.events WHERE position > $1 AND starts_with(stream, $3) ORDER BY position LIMIT $2`, [
    position,
    limit,
    prefix,
  ]);
}

/** A single number from the store, 0 where there is none. */
export async function number(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<number> {
  const [row] = await tx.query<{ n: number | null }>(sql, params);
  return row?.n ?? 0;
}
