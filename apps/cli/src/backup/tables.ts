import type { TableCopies } from '#platform/database';

/**
 * What is not copied: sessions, unfinished forms of browsers, leases and heartbeats, and the checkpoints of relay, conductor and projector. Where it is restored the
 * topic is filled from the log, every workflow is told again, and the rows and the index of words are rebuilt, the latter under a new key.
 */
const leftOut = new Set([
  ...['migrations', 'session', 'sign_in', 'follow_session', 'kept_aside', 'heartbeat', 'waiting', 'parked', 'relay_partition'],
  ...['word_index', 'word_index_filled', 'word_key'],
]);
/** Of the checkpoints only that of the mail, so that mail is not written twice. */
const onlySome: Readonly<Record<string, string>> = {
  subscriptions: `SELECT name, position, NULL::text AS owner, fence, '-infinity'::timestamptz AS lease_until FROM store.subscriptions WHERE name = 'notices'`,
};
/** Without them the rest can't be read: in a folder of their own, so that they can be kept elsewhere. */
const keyTables = new Set(['case_keys', 'master_key']);

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly isKey: boolean;
  /** What is copied out. */
  readonly select: string;
}

/** The tables of the store, those that others refer to first. */
export async function tablesOf(copies: TableCopies): Promise<readonly Table[]> {
  const found = await copies.query<{ name: string; columns: string[]; refers: string[] }>(
    `SELECT c.relname AS name,
       (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid WHERE k.conrelid = c.oid AND k.contype = 'f' AND r.oid <> c.oid) AS refers
     FROM pg_class c WHERE c.relnamespace = 'store'::regnamespace AND c.relkind = 'r' ORDER BY c.relname`,
  );
  const left = found.filter(({ name }) => !leftOut.has(name));
  const ordered: typeof left = [];
  while (ordered.length < left.length) {
    const next = left.filter(
      (table) => !ordered.includes(table) && table.refers.every((name) => leftOut.has(name) || ordered.some((done) => done.name === name)),
    );
    if (next.length === 0) throw new Error('tables refer to each other in a circle');
    ordered.push(...next);
  }
  return ordered.map(({ name, columns }) => ({
    name,
    columns,
    isKey: keyTables.has(name),
    select: onlySome[name] ?? `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM store."${name}"`,
  }));
}
