import type { Database } from '#platform/database';
import { BEGINNING, chainLink, eventHash } from './chain.js';

/** `chain` is the last link in hex: kept elsewhere, it proves later that nothing up to here was replaced. */
export type Verdict =
  | { readonly ok: true; readonly events: number; readonly chain: string }
  | { readonly ok: false; readonly position: number; readonly what: string };

interface Row {
  position: number;
  stream: string;
  version: number;
  eventId: string;
  type: string;
  v: number;
  actor: string;
  commandId: string;
  at: string;
  recordedAt: string;
  exact: boolean;
  open: Record<string, unknown>;
  sealedHash: Buffer | null;
  sealedIsWhole: boolean | null;
  chain: Buffer;
}

interface Head {
  position: number;
  chain: Buffer;
  last: number;
  answered: number;
}

const BATCH = 2000;

/**
 * Computes every hash and link again from the rows, in order, and names the first corrupt position. Reads open parts and hashes only.
 * It cannot see a log that was cut short together with counter and answers; hence the verdict's `chain`.
 * @param onProgress called now and then with the number of events done and in all @throws DatabaseFault
 */
export async function verify(database: Database, onProgress?: (done: number, of: number) => void): Promise<Verdict> {
  const [head] = await database.query<Head>(
    `SELECT position, chain, (SELECT coalesce(max(position), 0) FROM store.events) AS last,
            (SELECT coalesce(max(position), 0) FROM store.commands) AS answered FROM store.counter`,
  );
  if (head === undefined) return invalid(1, 'the counter row is missing');
  const walk = new Walk(await removals(database));
  for await (const rows of database.cursor<Row>(ROWS, [head.position], BATCH)) {
    for (const row of rows) {
      const what = walk.step(row);
      if (what !== null) return invalid(Math.min(row.position, walk.done + 1), what);
    }
    onProgress?.(walk.done, head.position);
  }
  return conclude(head, walk);
}

const ROWS = `SELECT position, stream, version, event_id AS "eventId", type, v, actor, command_id AS "commandId", at,
  recorded_at AS "recordedAt", date_trunc('milliseconds', at) = at AND date_trunc('milliseconds', recorded_at) = recorded_at AS exact,
  open, sealed_hash AS "sealedHash", chain,
  CASE WHEN sealed IS NOT NULL THEN sealed_hash IS NOT DISTINCT FROM sha256(sealed) END AS "sealedIsWhole"
  FROM store.events WHERE position <= $1 ORDER BY position`;

/** Sealed parts that an event says were removed, as `stream#position`. */
export async function removals(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.query<{ name: string }>(
    `SELECT stream || '#' || (open ->> 'position') AS name FROM store.events WHERE type = 'SealedPartRemoved'`,
  );
  return new Set(rows.map((row) => row.name));
}

function conclude(head: Head, walk: Walk): Verdict {
  const { done, link } = walk;
  if (done < head.position) return invalid(done + 1, `missing: the counter stands at ${head.position}`);
  if (head.last > head.position) return invalid(head.position + 1, `beyond the counter, which stands at ${head.position}`);
  if (head.answered > head.position) return invalid(head.position + 1, `missing: a command was answered with position ${head.answered}`);
  if (!link.equals(head.chain)) return invalid(Math.max(done, 1), 'the counter holds another link of the chain');
  return { ok: true, events: done, chain: link.toString('hex') };
}

function invalid(position: number, what: string): Verdict {
  return { ok: false, position, what };
}

class Walk {
  done = 0;
  link: Buffer = BEGINNING;
  readonly #removed: ReadonlySet<string>;
  readonly #versions = new Map<string, number>();
  #recordedAt = '';

  constructor(removed: ReadonlySet<string>) {
    this.#removed = removed;
  }

  /** What is wrong with the row, or null. */
  step(row: Row): string | null {
    if (row.position !== this.done + 1) return 'missing';
    if (row.version !== (this.#versions.get(row.stream) ?? 0) + 1) return `version ${row.version} does not follow in ${row.stream}`;
    if (row.recordedAt < this.#recordedAt) return 'recorded before the one before it';
    if (!row.exact) return 'a time is finer than any that was recorded';
    const sealed = this.#sealed(row);
    if (sealed !== null) return sealed;
    const h = eventHash({ ...row, sealedHash: row.sealedHash?.toString('hex') ?? null });
    this.link = chainLink(this.link, row.position, row.recordedAt, h);
    if (!this.link.equals(row.chain)) return 'content or chain is not what was recorded';
    this.done = row.position;
    this.#recordedAt = row.recordedAt;
    this.#versions.set(row.stream, row.version);
    return null;
  }

  #sealed({ sealedHash, sealedIsWhole, stream, position }: Row): string | null {
    if (sealedIsWhole === false) return 'the sealed part is not what was recorded';
    if (sealedIsWhole === true || sealedHash === null) return null;
    return this.#removed.has(`${stream}#${position}`) ? null : 'the sealed part is gone and no event says why';
  }
}
