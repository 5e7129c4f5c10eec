import type { Database } from '#platform/database';
import { loadKeys } from './case-keys.js';
import type { Seal } from './seal.js';
import { indexParameters, type WordIndex } from './word-index.js';

const BATCH = 200;

interface Row {
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly sealed: Buffer;
}

const ALL = `SELECT stream, version, event_id AS id, type, sealed FROM store.events WHERE position > $1 AND position <= $2 AND sealed IS NOT NULL ORDER BY position`;

/**
 * Indexes the words of all events anew, while the system runs: rows that are there are replaced, and what is removed meanwhile is not put back
 * (store.index_words). For a store that is older than its index, one that was restored, and other stems. @returns the number of rows written
 */
export async function indexAllWords(database: Database, seal: Seal, index: WordIndex, signal?: AbortSignal): Promise<number> {
  await index.ready();
  const [head] = await database.query<{ position: number }>('SELECT position FROM store.counter');
  let written = 0;
  for await (const rows of database.cursor<Row>(ALL, [0, head?.position ?? 0], BATCH)) {
    signal?.throwIfAborted();
    written += await indexed(database, seal, index, rows);
  }
  await database.query('INSERT INTO store.word_index_filled (filled_at) VALUES (clock_timestamp()) ON CONFLICT DO NOTHING');
  return written;
}

/** Whether the words of all events have been indexed. What is appended is indexed at once. @throws DatabaseFault */
export async function isIndexFilled(database: Database): Promise<boolean> {
  const [row] = await database.query<{ filled: boolean }>('SELECT EXISTS (SELECT FROM store.word_index_filled) AS filled');
  return row?.filled === true;
}

async function indexed(database: Database, seal: Seal, index: WordIndex, rows: readonly Row[]): Promise<number> {
  const keys = await loadKeys(database, seal, [...new Set(rows.map(({ stream }) => stream))]);
  const found = await Promise.all(
    rows.map((row) => {
      const key = keys.get(row.stream)?.key;
      return key === undefined ? null : index.rowOf(row, seal.open(key, row.stream, row.id, row.sealed));
    }),
  );
  const words = found.filter((row) => row !== null);
  if (words.length > 0) await database.query('SELECT store.index_words($1, $2, $3, $4)', indexParameters(words));
  return words.length;
}
