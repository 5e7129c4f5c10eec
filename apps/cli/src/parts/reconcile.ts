import type { Core } from '#case-service/core';
import type { RecordedEvent } from '#event-store/event-store';
import { changesetOf } from '#read-model/projections/changeset';
import { projectionOf } from '#read-model/projections/index';
import { STILL } from '#read-model/read-core';

/*
 * The rows must equal the fold of the store, every version of them. Compared by the database, in its own types.
 */

const tables = {
  fact_case: 'case_id',
  fact_step: 'case_id',
  fact_duty: 'case_id',
  fact_action: 'case_id',
  fact_register: 'stream',
  fact_record: 'stream',
  case_list: 'case_id',
} as const;
type TableName = keyof typeof tables;

export interface Difference {
  readonly stream: string;
  readonly what: string;
}

interface Wanted {
  readonly stream: string;
  readonly id: string;
  readonly isCase: boolean;
  readonly version: number;
  readonly rows: readonly { readonly table: TableName; readonly values: Readonly<Record<string, unknown>> }[];
}

/** Compares the rows of these streams with the fold of their events, each as far as its rows have come. */
export async function differencesOf(core: Core, streams: readonly (readonly RecordedEvent[])[]): Promise<readonly Difference[]> {
  const names = streams.map((events) => events[0]?.stream ?? '');
  const standing = new Map(
    (await core.database.query<{ stream: string; version: number }>('SELECT stream, version FROM read.projected WHERE stream = ANY($1)', [names])).map(
      (row) => [row.stream, row.version],
    ),
  );
  const behind = streams.flatMap((events) => {
    const last = events.at(-1) as RecordedEvent;
    const missing = last.version - (standing.get(last.stream) ?? 0);
    return missing > 0 ? [{ stream: last.stream, what: `raderna saknar ${missing} händelser` }] : [];
  });
  const wanted = streams.map((events) => wantedOf(events.filter((event) => event.version <= (standing.get(event.stream) ?? 0)))).filter((one) => one !== null);
  const unequal: Difference[] = [];
  for (const table of Object.keys(tables) as TableName[]) unequal.push(...(await unequalIn(core, table, wanted)));
  return [...behind, ...unequal];
}

function wantedOf(events: readonly RecordedEvent[]): Wanted | null {
  const [first] = events;
  if (first === undefined) return null;
  const projection = projectionOf(first.stream);
  const set = changesetOf(projection, projection.begin(first.stream), events);
  const id = projection.idOf(first.stream);
  const facts = set.made.map(({ table, key, values, fromPosition, toPosition }) => ({
    table,
    values: { ...values, [tables[table]]: id, ...(table === 'fact_case' ? {} : { key }), from_position: fromPosition, to_position: toPosition ?? STILL },
  }));
  const list = set.listRow === null ? [] : [{ table: 'case_list' as const, values: set.listRow }];
  return { stream: first.stream, id, isCase: first.stream.startsWith('case/'), version: set.version, rows: [...facts, ...list] };
}

async function unequalIn({ database }: Core, table: TableName, wanted: readonly Wanted[]): Promise<readonly Difference[]> {
  const column = tables[table];
  const ours = wanted.filter(({ isCase }) => isCase === (column === 'case_id'));
  if (ours.length === 0) return [];
  const rows = ours.flatMap((one) => one.rows.filter((row) => row.table === table).map(({ values }) => values));
  const found = await database.query<{ id: string }>(
    `WITH given AS (SELECT * FROM json_populate_recordset(NULL::read.${table}, $1)),
          there AS (SELECT * FROM read.${table} WHERE ${column} = ANY($2::${column === 'case_id' ? 'uuid' : 'text'}[]))
     SELECT DISTINCT ${column} AS id FROM ((TABLE given EXCEPT TABLE there) UNION ALL (TABLE there EXCEPT TABLE given)) AS odd`,
    [JSON.stringify(rows), ours.map(({ id }) => id)],
  );
  const streamOf = new Map(ours.map(({ id, stream }) => [id, stream]));
  return found.map(({ id }) => ({ stream: streamOf.get(id) ?? id, what: `${table} är inte vad händelserna ger` }));
}

/** Rows of streams that the store does not have. */
export async function orphans({ database }: Core): Promise<readonly Difference[]> {
  const rows = await database.query<{ stream: string }>(
    `SELECT stream FROM read.projected p WHERE NOT EXISTS (SELECT FROM store.events e WHERE e.stream = p.stream)
     UNION SELECT 'case/' || case_id FROM read.case_list l WHERE NOT EXISTS (SELECT FROM store.events e WHERE e.stream = 'case/' || l.case_id)`,
  );
  return rows.map(({ stream }) => ({ stream, what: 'rader utan händelser' }));
}
