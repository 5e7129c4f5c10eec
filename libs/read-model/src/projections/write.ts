import type { Tx } from '#platform/database';
import { grouped } from '../grouped.js';
import { CHANGES } from '../live.js';
import { STILL } from '../read-core.js';
import type { Changeset } from './changeset.js';
import type { Table } from './projection.js';

/** The tables' first column. */
export const idColumn = (table: Table): string => (table === 'fact_register' || table === 'fact_record' ? 'stream' : 'case_id');
const NOTIFIED_AT_ONCE = 150;

/** Writes the changes of some streams and notifies listeners, in the caller's transaction. */
export async function write(tx: Tx, sets: readonly Changeset[]): Promise<void> {
  if (sets.length === 0) return;
  await end(tx, sets);
  await make(tx, sets);
  await list(tx, sets);
  await tx.query(
    `UPDATE read.projected p SET version = n.version, position = n.position
     FROM unnest($1::text[], $2::int[], $3::bigint[]) AS n(stream, version, position) WHERE p.stream = n.stream`,
    [sets.map((set) => set.stream), sets.map((set) => set.version), sets.map((set) => set.position)],
  );
  for (let from = 0; from < sets.length; from += NOTIFIED_AT_ONCE) {
    await tx.query('SELECT pg_notify($1, $2)', [CHANGES, JSON.stringify(sets.slice(from, from + NOTIFIED_AT_ONCE).map((set) => set.stream))]);
  }
}

async function end(tx: Tx, sets: readonly Changeset[]): Promise<void> {
  for (const [table, rows] of grouped(
    sets.flatMap((set) => set.ended),
    (row) => row.table,
  )) {
    const id = idColumn(table);
    const key = table === 'fact_case' ? '' : 'AND f.key = e.key';
    await tx.query(
      `UPDATE read.${table} f SET to_position = e.position FROM unnest($1::text[], $2::text[], $3::bigint[]) AS e(id, key, position)
       WHERE f.${id} = e.id::${id === 'case_id' ? 'uuid' : 'text'} ${key} AND f.to_position = ${STILL}`,
      [rows.map((row) => row.id), rows.map((row) => row.key), rows.map((row) => row.position)],
    );
  }
}

async function make(tx: Tx, sets: readonly Changeset[]): Promise<void> {
  for (const [table, rows] of grouped(
    sets.flatMap((set) => set.made),
    (row) => row.table,
  )) {
    const json = rows.map((row) => ({
      ...row.values,
      [idColumn(table)]: row.id,
      ...(table === 'fact_case' ? {} : { key: row.key }),
      from_position: row.fromPosition,
      to_position: row.toPosition ?? STILL,
    }));
    await tx.query(`INSERT INTO read.${table} SELECT * FROM json_populate_recordset(NULL::read.${table}, $1)`, [JSON.stringify(json)]);
  }
}

async function list(tx: Tx, sets: readonly Changeset[]): Promise<void> {
  const rows = sets.flatMap((set) => (set.listRow === null ? [] : [set.listRow]));
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0] as object).filter((column) => column !== 'case_id');
  await tx.query(
    `INSERT INTO read.case_list SELECT * FROM json_populate_recordset(NULL::read.case_list, $1)
     ON CONFLICT (case_id) DO UPDATE SET (${columns.join(', ')}) = (${columns.map((column) => `excluded.${column}`).join(', ')})`,
    [JSON.stringify(rows)],
  );
}
