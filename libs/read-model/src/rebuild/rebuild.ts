import type { Tx } from '#platform/database';
import { sql } from '../migrations/index.js';
import { projectionOf } from '../projections/index.js';
import { type Poisoned, park, SUBSCRIPTION } from '../projections/poison.js';
import { Projector, ROWS_LOCK } from '../projections/projector.js';
import { idColumn } from '../projections/write.js';
import type { ReadCore } from '../read-core.js';
import { calendarDays } from './calendar-days.js';
import { Copying } from './copying.js';
import { foldAll } from './fold-all.js';

const ONE_REBUILD = 70_726_175;
const TAIL_BATCH = 2000;
const FACTS = ['fact_case', 'fact_step', 'fact_duty', 'fact_action', 'fact_register', 'fact_record'] as const;

export interface Rebuilt {
  readonly events: number;
  readonly streams: number;
  readonly parked: number;
  /** The position of the new rows. */
  readonly position: number;
  readonly seconds: number;
}

/**
 * Rebuilds the whole read side from the store, beside the one in use, and swaps them (blue/green): readers see the old
 * rows until the new ones are complete, and projectors wait only while the last events are applied. All projections share each
 * stream's version, so they are rebuilt together. One at a time; a second one waits.
 */
export async function rebuild(core: ReadCore): Promise<Rebuilt> {
  const started = performance.now();
  await core.database.query('DROP SCHEMA IF EXISTS read_old CASCADE');
  const built = await core.database.transaction(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
    await tx.query('SELECT pg_advisory_xact_lock($1)', [ONE_REBUILD]);
    await tx.query('DROP SCHEMA IF EXISTS read_next CASCADE; CREATE SCHEMA read_next');
    await tx.query(`SET LOCAL search_path = read_next; ${sql('tables')}; SET LOCAL search_path = DEFAULT`);
    const upTo = await core.store.position();
    const copying = new Copying(core.database, tx, 'read_next');
    for (const day of calendarDays()) copying.add('calendar_day', null, {}, day);
    const folded = await foldAll(core, upTo, copying);
    await copying.end();
    const poisoned = [...folded.poisoned, ...(await takenOut(tx, copying.refused))];
    await tx.query(`SET LOCAL search_path = read_next; ${sql('indexes')}; SET LOCAL search_path = DEFAULT`);
    await tx.query(
      'ANALYZE read_next.fact_case, read_next.fact_step, read_next.fact_duty, read_next.fact_action, read_next.fact_register, read_next.fact_record, read_next.case_list, read_next.projected, read_next.calendar_day',
    );
    return { folded, poisoned, position: await takeOver(core, tx, upTo, poisoned) };
  });
  await core.database.query('DROP SCHEMA IF EXISTS read_old CASCADE');
  const { folded, poisoned, position } = built;
  return { events: folded.events, streams: folded.streams, parked: poisoned.length, position, seconds: (performance.now() - started) / 1000 };
}

/** Streams that one table refused are removed from the others too, since half a case would be wrong. */
async function takenOut(tx: Tx, refused: ReadonlyMap<string, unknown>): Promise<readonly Poisoned[]> {
  const poisoned: Poisoned[] = [];
  for (const [stream, error] of refused) {
    const id = projectionOf(stream).idOf(stream);
    for (const table of FACTS) await tx.query(`DELETE FROM read_next.${table} WHERE ${idColumn(table)}::text = $1`, [id]);
    await tx.query('DELETE FROM read_next.case_list WHERE case_id::text = $1', [id]);
    await tx.query('DELETE FROM read_next.projected WHERE stream = $1', [stream]);
    const [first] = await tx.query<{ position: number }>('SELECT min(position) AS position FROM store.events WHERE stream = $1', [stream]);
    poisoned.push({ stream, position: first?.position ?? 0, error });
  }
  return poisoned;
}

/** The new schema takes the old one's name and is brought up to the last event under the exclusive lock; both or nothing. */
async function takeOver(core: ReadCore, tx: Tx, upTo: number, poisoned: readonly Poisoned[]): Promise<number> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [ROWS_LOCK]);
  await tx.query('INSERT INTO read_next.active_feed SELECT * FROM read.active_feed; INSERT INTO read_next.feed SELECT * FROM read.feed');
  await tx.query('ALTER SCHEMA read RENAME TO read_old; ALTER SCHEMA read_next RENAME TO read');
  await tx.query('DELETE FROM store.parked WHERE subscription = $1', [SUBSCRIPTION]);
  for (const one of poisoned) await park(tx, one);
  const projector = new Projector(core);
  let at = upTo;
  for (;;) {
    const tail = await core.store.readAfter(at, TAIL_BATCH);
    await projector.applyAlone(tx, tail);
    at = tail.at(-1)?.position ?? at;
    if (tail.length < TAIL_BATCH) break;
  }
  // Everything up to here is in the rows, whether the next event comes from Kafka or the store.
  await tx.query(
    `INSERT INTO read.feed (feed, partition, position)
     SELECT 'kafka', partition, $1::bigint FROM store.relay_partition UNION ALL SELECT 'store', 0, $1
     ON CONFLICT (feed, partition) DO UPDATE SET position = greatest(read.feed.position, excluded.position)`,
    [at],
  );
  return at;
}

const HASHED = [...FACTS, 'case_list', 'projected'] as const;

/** A checksum of all rows of the read side, whatever their order: equal before and after a rebuild (AC-22). */
export async function hashOfReadModel(database: Tx): Promise<string> {
  const sums = HASHED.map(
    (table) => `SELECT '${table}' AS name, count(*) AS n, sum(('x' || substr(md5(t::text), 1, 15))::bit(60)::bigint)::text AS hash FROM read.${table} t`,
  );
  const rows = await database.query<{ name: string; n: number; hash: string | null }>(sums.join(' UNION ALL '));
  return rows.map(({ name, n, hash }) => `${name}:${n}:${hash ?? 0}`).join(' ');
}
