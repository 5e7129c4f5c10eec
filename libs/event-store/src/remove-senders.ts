import { randomUUID } from 'node:crypto';
import type { Database, Tx } from '#platform/database';
import { demandAlone } from './alone.js';
import { APPEND, type Prepared, parameters } from './append.js';
import { canonical } from './canonical.js';
import { chainLink, eventHash, sha256 } from './chain.js';
import { eventId } from './event-id.js';
import type { RecordedEvent } from './types.js';

/** What was removed, and the last links of the chain before and after. */
export interface SendersRemoved {
  readonly reports: number;
  readonly events: number;
  /** The first position whose sender was replaced. */
  readonly from: number;
  readonly chainBefore: string;
  readonly chainAfter: string;
  /** Position of the event that records it. */
  readonly position: number;
}

const STREAM = 'organisation';
const BATCH = 2000;

/**
 * Replaces the sender of reports that staff made without their name before the sender ceased to be stored (docs/decisions/0012): actor and
 * command id of every event of the report, and of the answered command. The chain is computed again from the first of them, and an event
 * records both last links. One transaction, as the owner and alone; null where there is nothing to replace.
 * @param owner a connection as the owner with one connection in its pool @throws NotAlone @throws DatabaseFault
 */
export async function removeSenders(owner: Database, now: string): Promise<SendersRemoved | null> {
  const removed = await owner.transaction(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0');
    await tx.query('LOCK TABLE store.counter, store.events, store.commands IN ACCESS EXCLUSIVE MODE');
    await demandAlone(tx);
    const found = await replaced(tx);
    if (found === null) return null;
    const { chainBefore, chainAfter } = await rechained(tx, found.from);
    const open = { reason: 'anonymousReport', ...found, chainBefore: chainBefore.toString('hex'), chainAfter: chainAfter.toString('hex') };
    return { ...open, position: await noted(tx, open, now) };
  });
  // The replaced rows remain in the files of the tables until these are rewritten.
  if (removed !== null) {
    await owner.query('SET statement_timeout = 0');
    for (const table of ['store.events', 'store.commands']) await owner.query(`VACUUM (FULL, ANALYZE) ${table}`);
  }
  return removed;
}

/**
 * The commands by which somebody reported without their name and whose sender is in the log all the same. The sender of a conversion
 * is in the log by right: the new case is anonymous because its parent was.
 */
const COMMANDS = `SELECT DISTINCT e.command_id FROM store.events e
  WHERE e.version = 1 AND e.type = 'CaseReceived' AND e.actor LIKE 'person:%' AND (e.open ->> 'anonymous')::boolean
    AND e.open ->> 'kind' <> 'complaint' AND e.open ->> 'reporter' IS NULL
    AND NOT EXISTS (SELECT FROM store.events c WHERE c.command_id = e.command_id AND c.type = 'CaseConverted')`;

async function replaced(tx: Tx): Promise<{ readonly reports: number; readonly events: number; readonly from: number } | null> {
  const commands = (await tx.query<{ command_id: string }>(COMMANDS)).map((row) => row.command_id);
  if (commands.length === 0) return null;
  const params = [commands, commands.map(() => randomUUID())];
  const rows = await tx.query<{ position: number }>(
    `UPDATE store.events e SET actor = 'anonymous', command_id = swap.new FROM unnest($1::uuid[], $2::uuid[]) AS swap(old, new)
     WHERE e.command_id = swap.old RETURNING e.position`,
    params,
  );
  await tx.query(
    `UPDATE store.commands c SET actor = 'anonymous', id = swap.new FROM unnest($1::uuid[], $2::uuid[]) AS swap(old, new) WHERE c.id = swap.old`,
    params,
  );
  return { reports: commands.length, events: rows.length, from: Math.min(...rows.map(({ position }) => position)) };
}

type Row = RecordedEvent & { readonly sealedHash: Buffer | null; readonly chain: Buffer };

/** Every link from a position on, computed as store.append does. */
async function rechained(tx: Tx, from: number): Promise<{ readonly chainBefore: Buffer; readonly chainAfter: Buffer }> {
  const [head] = await tx.query<{ chain: Buffer; previous: Buffer | null }>(
    'SELECT chain, (SELECT e.chain FROM store.events e WHERE e.position = $1) AS previous FROM store.counter',
    [from - 1],
  );
  if (head === undefined) throw new Error('the counter row is missing');
  let link = head.previous ?? Buffer.alloc(32);
  for (let after = from - 1, more = true; more; ) {
    const rows = await tx.query<Row>(
      `SELECT position, stream, version, event_id AS "eventId", type, v, actor, command_id AS "commandId", at, recorded_at AS "recordedAt", open,
         sealed_hash AS "sealedHash", chain FROM store.events WHERE position > $1 ORDER BY position LIMIT ${BATCH}`,
      [after],
    );
    const links = rows.map((row) => {
      link = chainLink(link, row.position, row.recordedAt, eventHash({ ...row, sealedHash: row.sealedHash?.toString('hex') ?? null }));
      return link;
    });
    await tx.query(
      'UPDATE store.events e SET chain = row.chain FROM unnest($1::bigint[], $2::bytea[]) AS row(position, chain) WHERE e.position = row.position',
      [rows.map(({ position }) => position), links],
    );
    after = rows.at(-1)?.position ?? after;
    more = rows.length === BATCH;
  }
  await tx.query('UPDATE store.counter SET chain = $1', [link]);
  return { chainBefore: head.chain, chainAfter: link };
}

/** Appends the event that records it, by store.append. @returns its position */
async function noted(tx: Tx, open: Record<string, unknown>, at: string): Promise<number> {
  const [row] = await tx.query<{ version: number }>('SELECT store.version_of($1) AS version', [STREAM]);
  const expectedVersion = row?.version ?? 0;
  const command = { id: randomUUID(), actor: 'operator', bodyHash: sha256(canonical(open)) };
  const id = eventId(command.id, STREAM, 0);
  const event = { type: 'SendersRemoved', v: 1, at, open };
  const version = expectedVersion + 1;
  const h = eventHash({ ...event, stream: STREAM, version, eventId: id, actor: command.actor, commandId: command.id, sealedHash: null });
  const prepared: Prepared = {
    command,
    answer: '{}',
    streams: [{ stream: STREAM, expectedVersion, events: [event] }],
    caseKeys: new Map(),
    rows: [{ stream: STREAM, version, id, event, at, open: canonical(open), sealed: null, h }],
    keys: [],
    words: [],
  };
  const [outcome] = await tx.query<{ kind: string; place: number }>(APPEND, parameters([prepared]));
  if (outcome?.kind !== 'appended') throw new Error('the event could not be appended');
  return outcome.place;
}
