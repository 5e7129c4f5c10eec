import type { Database, Tx } from '#platform/database';
import { demandAlone } from './alone.js';
import { checkOf, isOf, type KeptKey, keep, keptKeys, type NotHeld, opensOlder, rootOf, wrapRoot } from './master-key.js';
import { keyIdOf, type MasterKey, Seal, WITHOUT_ID_BYTES } from './seal.js';
import { rewrapWordKey } from './word-index.js';

export interface Rotated {
  /** The id of the key that everything is wrapped under now. */
  readonly id: number;
  /** How many keys this run wrapped again. */
  readonly wrapped: number;
  /** Whether an earlier run had been cut off. */
  readonly resumed: boolean;
}

interface Turn {
  readonly from: Seal;
  readonly to: Seal;
  readonly id: number;
  readonly resumed: boolean;
}

const BATCH = 500;

/**
 * Wraps every key that is under the old master key under the new one; the words themselves are not touched. Each batch is committed, so
 * that a run that was cut off can be resumed, to the new key or back to the old. While the database has two keys no process
 * starts. The check value of the old one is deleted last. Null where the database already has the new key.
 * @param owner a connection as the owner with one connection in its pool
 * @param told called when a batch is committed @throws NotAlone @throws DatabaseFault
 */
export async function rotateKey(
  owner: Database,
  keys: { readonly to: MasterKey; readonly from: MasterKey | undefined },
  { batch = BATCH, told = () => undefined }: { readonly batch?: number; readonly told?: (wrapped: number) => void } = {},
): Promise<Rotated | NotHeld | null> {
  const turn = await owner.transaction((tx) => begin(tx, keys));
  if (turn === null || typeof turn === 'string') return turn;
  let wrapped = 0;
  for (let after: string | null = ''; after !== null; ) {
    const last: string = after;
    const done = await owner.transaction((tx) => wrapBatch(tx, turn, last, batch));
    wrapped += done.wrapped;
    after = done.last;
    if (done.wrapped > 0) told(wrapped);
  }
  await owner.transaction((tx) => end(tx, turn));
  // The old wrapped keys remain in the tables' files until these are rewritten.
  await owner.query('SET statement_timeout = 0');
  for (const table of ['store.case_keys', 'store.word_key']) await owner.query(`VACUUM (FULL, ANALYZE) ${table}`);
  return { id: turn.id, wrapped, resumed: turn.resumed };
}

/** Registers both keys, under a lock that a starting process waits for: an earlier process is seen as connected, a later one finds two keys. */
async function begin(tx: Tx, { to, from }: { readonly to: MasterKey; readonly from: MasterKey | undefined }): Promise<Turn | NotHeld | null> {
  await tx.query('LOCK TABLE store.master_key IN ACCESS EXCLUSIVE MODE');
  const kept = await known(tx, from ?? to);
  if (kept === null) return 'other';
  const mine = kept.find((key) => isOf(key, to));
  if (kept.length === 1 && mine !== undefined) return null;
  const theirs = from === undefined ? undefined : kept.find((key) => isOf(key, from));
  if (from === undefined || theirs === undefined || (kept.length > 1 && mine === undefined)) return kept.length > 1 ? 'rotating' : 'other';
  await demandAlone(tx);
  const root = rootOf(theirs, from);
  const target = mine ?? { id: theirs.id + 1, value: checkOf(to), root: wrapRoot(to, root) };
  if (mine === undefined) await keep(tx, target);
  return { from: new Seal(from, { id: theirs.id, root }), to: new Seal(to, { id: target.id, root }), id: target.id, resumed: mine !== undefined };
}

/** The keys of the database; a database from before check values gets the one of the key that decrypts it. */
async function known(tx: Tx, key: MasterKey): Promise<readonly KeptKey[] | null> {
  const kept = await keptKeys(tx);
  if (kept.length > 0) return kept;
  if (!(await opensOlder(tx, key))) return null;
  await keep(tx, { id: 0, value: checkOf(key), root: null });
  return keptKeys(tx);
}

async function wrapBatch(tx: Tx, turn: Turn, after: string, batch: number): Promise<{ readonly wrapped: number; readonly last: string | null }> {
  const rows = await tx.query<{ stream: string; wrapped: Buffer }>(
    'SELECT stream, wrapped FROM store.case_keys WHERE wrapped IS NOT NULL AND stream > $1 ORDER BY stream LIMIT $2 FOR UPDATE',
    [after, batch],
  );
  const old = rows.filter(({ wrapped }) => keyIdOf(wrapped) !== turn.id);
  const anew = old.map(({ stream, wrapped }) => turn.to.wrap(stream, turn.from.unwrap(stream, wrapped)));
  await tx.query(
    'UPDATE store.case_keys k SET wrapped = row.wrapped FROM unnest($1::text[], $2::bytea[]) AS row(stream, wrapped) WHERE k.stream = row.stream',
    [old.map(({ stream }) => stream), anew],
  );
  return { wrapped: old.length, last: rows.length < batch ? null : (rows.at(-1)?.stream ?? null) };
}

/** Wraps the key of the word index, and deletes the old key when nothing is wrapped under it. */
async function end(tx: Tx, { from, to, id }: Turn): Promise<void> {
  await rewrapWordKey(tx, from, { seal: to, id });
  await tx.query('LOCK TABLE store.case_keys IN SHARE MODE');
  const [left] = await tx.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM store.case_keys WHERE wrapped IS NOT NULL
     AND CASE WHEN octet_length(wrapped) = $1 THEN 0 ELSE get_byte(wrapped, 0) * 256 + get_byte(wrapped, 1) END <> $2`,
    [WITHOUT_ID_BYTES, id],
  );
  if (left?.n !== 0) throw new Error('keys are left under the old master key');
  await tx.query('DELETE FROM store.master_key WHERE id <> $1', [id]);
}
