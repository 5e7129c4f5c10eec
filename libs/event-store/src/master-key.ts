import type { Tx } from '#platform/database';
import type { Seal } from './seal.js';

const checkOf = (seal: Seal): Buffer => seal.hmac('masterKey', 'check');

/**
 * Whether the master key is the one that the database was begun with; a database that has locked nothing yet is anybody's. Where no check
 * value has been kept (an older version's database) a case's key tells, since only the key that wrapped it opens it.
 */
export async function isMasterKey(tx: Tx, seal: Seal): Promise<boolean> {
  const [kept] = await tx.query<{ value: Buffer }>('SELECT check_value AS value FROM store.master_key');
  if (kept !== undefined) return kept.value.equals(checkOf(seal));
  const [key] = await tx.query<{ stream: string; wrapped: Buffer }>('SELECT stream, wrapped FROM store.case_keys WHERE wrapped IS NOT NULL LIMIT 1');
  if (key === undefined) return true;
  try {
    seal.unwrap(key.stream, key.wrapped);
    return true;
  } catch {
    return false;
  }
}

/** As isMasterKey(), and keeps the check value where there is none: of two that start with different keys the later gets false. */
export async function holdMasterKey(tx: Tx, seal: Seal): Promise<boolean> {
  if (!(await isMasterKey(tx, seal))) return false;
  await tx.query('INSERT INTO store.master_key (check_value) VALUES ($1) ON CONFLICT DO NOTHING', [checkOf(seal)]);
  return isMasterKey(tx, seal);
}
