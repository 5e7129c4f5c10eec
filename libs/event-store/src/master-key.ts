import { randomBytes } from 'node:crypto';
import type { Tx } from '#platform/database';
import { type MasterKey, Seal } from './seal.js';

/** A master key and its id in the database. */
export interface KeptKey {
  readonly id: number;
  readonly value: Buffer;
  /** The root key of the hashes, wrapped under the master key; null where it is the first master key itself. */
  readonly root: Buffer | null;
}

/** Why a key can't be used: it is not the database's, or a rotation is under way. */
export type NotHeld = 'other' | 'rotating';

const ROOT = 'masterKey/root';
export const checkOf = (key: MasterKey): Buffer => key.mark('masterKey', 'check');
export const isOf = (kept: KeptKey, key: MasterKey): boolean => kept.value.equals(checkOf(key));

/** A key together with the root of the hashes. */
export const rootOf = (kept: KeptKey, key: MasterKey): Buffer => (kept.root === null ? key.asRoot() : key.unwrap(ROOT, kept.root));
export const wrapRoot = (key: MasterKey, root: Buffer): Buffer => key.wrap(ROOT, root);

export const keptKeys = (tx: Tx): Promise<KeptKey[]> => tx.query<KeptKey>('SELECT id, check_value AS value, root FROM store.master_key ORDER BY id');

export const keep = (tx: Tx, { id, value, root }: KeptKey): Promise<unknown> =>
  tx.query('INSERT INTO store.master_key (id, check_value, root) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [id, value, root]);

/**
 * The seal that decrypts what the database holds; a database without encrypted data accepts any key. Where no check value is stored
 * (a database of an older version) the key is tried on a case's key.
 */
export async function sealFor(tx: Tx, key: MasterKey): Promise<Seal | NotHeld> {
  const kept = await keptKeys(tx);
  const [only] = kept;
  if (kept.length > 1) return 'rotating';
  if (only === undefined) return (await opensOlder(tx, key)) ? new Seal(key) : 'other';
  return isOf(only, key) ? new Seal(key, { id: only.id, root: rootOf(only, key) }) : 'other';
}

/** As sealFor(), and stores the check value where there is none. Of two processes that start with different keys the later gets 'other'. */
export async function holdMasterKey(tx: Tx, key: MasterKey): Promise<Seal | NotHeld> {
  const found = await sealFor(tx, key);
  if (typeof found === 'string') return found;
  const [has] = await tx.query<{ some: boolean }>('SELECT EXISTS (SELECT FROM store.master_key) AS some');
  if (has?.some !== true) await keep(tx, { id: 0, value: checkOf(key), root: (await isUnused(tx)) ? wrapRoot(key, randomBytes(32)) : null });
  return sealFor(tx, key);
}

/** True where a database without check value holds nothing encrypted, or the key decrypts it. */
export async function opensOlder(tx: Tx, key: MasterKey): Promise<boolean> {
  const [locked] = await tx.query<{ stream: string; wrapped: Buffer }>('SELECT stream, wrapped FROM store.case_keys WHERE wrapped IS NOT NULL LIMIT 1');
  if (locked === undefined) return true;
  try {
    new Seal(key).unwrap(locked.stream, locked.wrapped);
    return true;
  } catch {
    return false;
  }
}

/** No hash has been computed yet, so the root may differ from the master key. */
async function isUnused(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ unused: boolean }>('SELECT NOT EXISTS (SELECT FROM store.commands) AS unused');
  return row?.unused === true;
}
