import { createHash, createHmac, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Tx } from '#platform/database';
import type { Seal } from './seal.js';

const KEPT = '1 hour';
const PLACE = 'kept-aside';
const KEY_BYTES = 32;

/** Anyone can send a step, so what is stored is limited, for all together and for each. */
export interface KeptAsideBounds {
  readonly rows: number;
  readonly bytes: number;
  readonly bytesEach: number;
}
const BOUNDS: KeptAsideBounds = { rows: 20_000, bytes: 256 * 1024 * 1024, bytesEach: 1024 * 1024 };

/**
 * What a browser has sent and may come back to for an hour. The key is kept in the browser alone, and each stored value has an id. The
 * table holds a hash of both and the encrypted value, so that neither the database nor its operator can read the words
 * or tell which values belong together. No person and no case is named.
 */
export class KeptAside {
  constructor(
    private readonly database: Tx,
    private readonly seal: Seal,
    private readonly bounds: KeptAsideBounds = BOUNDS,
  ) {}

  static newKey(): string {
    return randomBytes(KEY_BYTES).toString('base64url');
  }

  /** Stores the value in place of an earlier one under the id. False where there is no room, or no key. @throws DatabaseFault */
  async keep(key: string, id: string, value: object): Promise<boolean> {
    const own = ownKey(key, id);
    if (own === null) return false;
    const sealed = this.seal.sealBytes(own.sealing, PLACE, '', deflateRawSync(JSON.stringify(value)));
    if (sealed.length > this.bounds.bytesEach) return false;
    await this.database.query('DELETE FROM store.kept_aside WHERE ends_at <= clock_timestamp()');
    const rows = await this.database.query(
      `INSERT INTO store.kept_aside (token_hash, sealed, ends_at)
       SELECT $1, $2, clock_timestamp() + interval '${KEPT}'
       FROM (SELECT count(*) AS n, coalesce(sum(octet_length(sealed)), 0) AS bytes FROM store.kept_aside WHERE token_hash <> $1) taken
       WHERE taken.n < $3 AND taken.bytes + octet_length($2::bytea) <= $4
       ON CONFLICT (token_hash) DO UPDATE SET sealed = excluded.sealed, ends_at = excluded.ends_at RETURNING 1`,
      [own.hash, sealed, this.bounds.rows, this.bounds.bytes],
    );
    return rows.length > 0;
  }

  /** The value under the id for this browser; null where there is none, or its hour has passed. @throws DatabaseFault */
  async find<T extends object>(key: string, id: string): Promise<T | null> {
    const own = ownKey(key, id);
    if (own === null) return null;
    const [row] = await this.database.query<{ sealed: Buffer }>('SELECT sealed FROM store.kept_aside WHERE token_hash = $1 AND ends_at > clock_timestamp()', [
      own.hash,
    ]);
    return row === undefined ? null : (JSON.parse(inflateRawSync(this.seal.openBytes(own.sealing, PLACE, '', row.sealed)).toString()) as T);
  }

  async drop(key: string, id: string): Promise<void> {
    const own = ownKey(key, id);
    if (own !== null) await this.database.query('DELETE FROM store.kept_aside WHERE token_hash = $1', [own.hash]);
  }
}

/** Each value has a key of its own, derived from the browser's key and the id; null for a malformed key. */
function ownKey(key: string, id: string): { readonly sealing: Buffer; readonly hash: Buffer } | null {
  const bytes = Buffer.from(key, 'base64url');
  if (bytes.length !== KEY_BYTES) return null;
  const sealing = createHmac('sha256', bytes).update(id).digest();
  return { sealing, hash: createHash('sha256').update(sealing).digest() };
}
