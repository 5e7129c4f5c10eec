import { randomBytes } from 'node:crypto';
import type { Tx } from '#platform/database';
import { type MasterKey, Seal } from './seal.js';

/** A master key as the database knows it. */
export interface KeptKey {
  readonly id: number;
  readonly value: Buffer;
  /** What hashes are made of, wrapped under the key; null where it is the first key itself. */
  readonly root: Buffer | null;
}

/** Why a key can't be used: it is another than the database's, or the database is between two. */
export type NotHeld = 'other' | 'rotating';

const ROOT = 'masterKey/root';
export const checkOf = (key: MasterKey): Buffer => key.mark('masterKey', 'check');
export const isOf = (kept: KeptKey, key: MasterKey): boolean => kept.value.equals(checkOf(key));

/** Whoever holds a key has the hashes' root too. */
export const rootOf = (kept: KeptKey, key: MasterKey): Buffer => (kept.root === null ? key.asRoot() : key.unwrap(ROOT, kept.root));
export const wrapRoot = (key: MasterKey, root: Buffer): Buffer => key.wrap(ROOT, root);

export const keptKeys = (tx: Tx): Promise<KeptKey[]> => tx.query<KeptKey>('SELECT id, check_value AS value, root FROM store.master_key ORDER BY id');

export const keep = (tx: Tx, { id, value, root }: KeptKey): Promise<unknown> =>
  tx.query('INSERT INTO store.master_key (id, check_value, root) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [id, value, root]);

/**
 * The seal that opens what the database has locked; a database that has locked nothing yet is anybody's. Where no check value has been kept
 * (an older version's database) a case's key tells, since only the key that wrapped it opens it.
 */
export async function sealFor(tx: Tx, key: MasterKey): Promise<Seal | NotHeld> {
  const kept = await keptKeys(tx);
  const [only] = kept;
  if (kept.length > 1) return 'rotating';
  if (only === undefined) return (await opensOlder(tx, key)) ? new Seal(key) : 'other';
  return isOf(only, key) ? new Seal(key, { id: only.id, root: rootOf(only, key) }) : 'other';
}

/** As sealFor(), and keeps the check value where there is none: of two that start with different keys the later gets 'other'. */
export async function holdMasterKey(tx: Tx, key: MasterKey): Promise<Seal | NotHeld> {
  const found = await sealFor(tx, key);
  if (typeof found === 'string') return found;
  const [has] = await tx.query<{ some: boolean }>('SELECT EXISTS (SELECT FROM store.master_key) AS some');
  if (has?.some !== true) await keep(tx, { id: 0, value: checkOf(key), root: (await isUnused(tx)) ? wrapRoot(key, randomBytes(32)) : null });
  return sealFor(tx, key);
}

/** Whether nothing is locked in a database without check value, or the key opens what is. */
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

/** No hash has been made yet, so that the root may be another than the master key. */
async function isUnused(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ unused: boolean }>('SELECT NOT EXISTS (SELECT FROM store.commands) AS unused');
  return row?.unused === true;
}
