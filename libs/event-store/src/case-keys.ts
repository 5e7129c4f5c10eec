import { LRUCache } from 'lru-cache';
import { DatabaseFault, type Tx } from '#platform/database';
import type { Seal } from './seal.js';

/** A stream's key, with the wrapped bytes by which the database recognises it. */
export interface CaseKey {
  readonly key: Buffer;
  readonly wrapped: Buffer;
}

/** Words were to be encrypted on a stream whose key is destroyed (gallring). A fault, since policy and decide refuse earlier. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed';
  readonly code = 'keyDestroyed';

  constructor(readonly stream: string) {
    super(`the key of ${stream} is destroyed: nothing more can be sealed there`);
  }
}

/** How long an unwrapped key stays in memory: about as long as a person works with the case. */
const KEPT_MS = 10_000;
const KEPT_AT_MOST = 2000;

/** The keys of the streams being written to. store.append confirms under the stream's lock that a cached key is still valid. */
export class CaseKeys {
  readonly #seal: Seal;
  readonly #kept = new LRUCache<string, CaseKey>({ max: KEPT_AT_MOST, ttl: KEPT_MS });

  constructor(seal: Seal) {
    this.#seal = seal;
  }

  /** The keys of these streams; a new one for a stream that has none. */
  async forStreams(tx: Tx, streams: readonly { stream: string; isNew: boolean }[]): Promise<Map<string, CaseKey>> {
    const keys = new Map<string, CaseKey>();
    const unknown = streams.filter(({ stream, isNew }) => {
      const key = isNew ? this.#make(stream) : this.#kept.get(stream);
      if (key !== undefined) keys.set(stream, key);
      return key === undefined;
    });
    const loaded = await loadKeys(
      tx,
      this.#seal,
      unknown.map((u) => u.stream),
    );
    // A stream with a destroyed key gets a new one here too; store.append refuses it, since only it knows under the lock.
    for (const { stream } of unknown) keys.set(stream, loaded.get(stream) ?? this.#make(stream));
    return keys;
  }

  /** Caches keys that the database has accepted. */
  remember(keys: ReadonlyMap<string, CaseKey>): void {
    // A key is not in memory longer than it is used.
    this.#kept.purgeStale();
    for (const [stream, key] of keys) this.#kept.set(stream, key);
  }

  forget(stream: string): void {
    this.#kept.delete(stream);
  }

  #make(stream: string): CaseKey {
    const key = this.#seal.newKey();
    return { key, wrapped: this.#seal.wrap(stream, key) };
  }
}

/** Keys by stream; null where destroyed, absent where there never was one. */
export async function loadKeys(tx: Tx, seal: Seal, streams: readonly string[]): Promise<Map<string, CaseKey | null>> {
  if (streams.length === 0) return new Map();
  const rows = await tx.query<{ stream: string; wrapped: Buffer | null }>('SELECT stream, wrapped FROM store.case_keys WHERE stream = ANY($1)', [streams]);
  return new Map(rows.map(({ stream, wrapped }) => [stream, wrapped === null ? null : { key: seal.unwrap(stream, wrapped), wrapped }]));
}

/** The database's error code for a destroyed key, raised where a writer came after the destruction. */
export function isKeyDestroyed(error: unknown): boolean {
  return error instanceof DatabaseFault && error.code === 'GK002';
}
