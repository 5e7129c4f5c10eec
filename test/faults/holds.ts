import type { Core } from '#case-service/core';
import type { RecordedEvent } from '#event-store/event-store';
import { verify } from '#event-store/verify';
import { dueBefore } from '../../apps/cli/src/parts/due.js';
import { differencesOf, orphans } from '../../apps/cli/src/parts/reconcile.js';
import { untilNone } from '../support/processes.js';
import type { Acknowledged } from './acknowledged.js';

/** The store is intact: no position is missing, and every link of the chain is valid. */
export async function storeIsWhole({ database }: Core): Promise<void> {
  const [row] = await database.query<{ n: number; last: number; counter: number }>(
    'SELECT count(*) AS n, max(position) AS last, (SELECT position FROM store.counter) AS counter FROM store.events',
  );
  expect(row).toEqual({ n: row?.last, last: row?.last, counter: row?.last });
  expect(await verify(database)).toMatchObject({ ok: true, events: row?.last });
}

/** Every acknowledged command is in the store, once, with the very events of its answer. */
export async function eachOnce({ database }: Core, acknowledged: readonly Acknowledged[]): Promise<void> {
  const ids = acknowledged.map(({ commandId }) => commandId);
  const rows = await database.query<{ id: string; position: number | null; types: string[] }>(
    `SELECT c.id, c.position, coalesce(array_agg(e.type ORDER BY e.position) FILTER (WHERE e.type IS NOT NULL), '{}') AS types
     FROM store.commands c LEFT JOIN store.events e ON e.command_id = c.id WHERE c.id = ANY($1::uuid[]) GROUP BY c.id`,
    [ids],
  );
  const stored = new Map(rows.map((row) => [row.id, row]));
  const lost = ids.filter((id) => !stored.has(id));
  const unlike = acknowledged.filter(({ commandId, body }) => {
    const row = stored.get(commandId);
    const told: readonly { type: string }[] | undefined = body.events;
    return row !== undefined && ((body.position ?? null) !== row.position || (told !== undefined && told.map(({ type }) => type).join() !== row.types.join()));
  });
  expect({ lost, unlike }).toEqual({ lost: [], unlike: [] });
}

/** Every person's command in the store was acknowledged in the end. */
export async function nothingMore({ database }: Core, acknowledged: readonly Acknowledged[]): Promise<void> {
  const [row] = await database.query<{ n: number }>(`SELECT count(DISTINCT command_id) AS n FROM store.events WHERE actor LIKE 'person:%'`);
  expect(row?.n).toBe(new Set(acknowledged.map(({ commandId }) => commandId)).size);
}

/** Waits, as long as the lag decreases, until the rows have all events; then: every row, in every version, is what the events give. */
export async function rowsAreTheFold(core: Core): Promise<void> {
  const behind = () =>
    core.database.query<{ n: number }>(
      'SELECT count(*) AS n FROM (SELECT stream, max(version) AS version FROM store.events GROUP BY stream) e LEFT JOIN read.projected p USING (stream) WHERE p.version IS DISTINCT FROM e.version',
    );
  await untilNone(async () => (await behind())[0]?.n ?? 0, 'streams whose rows are behind');
  const streams = new Map<string, RecordedEvent[]>();
  for await (const batch of core.store.readByStream('', await core.store.position()))
    for (const event of batch) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  expect([...(await differencesOf(core, [...streams.values()])), ...(await orphans(core))]).toEqual([]);
}

/** Waits, as long as it decreases, until no agenda item is overdue; then: exactly one event per item. */
export async function oneEventPerItem(core: Core, atLeast: number): Promise<void> {
  await untilNone(() => dueBefore(core, core.clock.now().toISOString()), 'receipts and reminders that were due');
  const items = await core.database.query<{ item: string; n: number }>(
    `SELECT open ->> 'item' AS item, count(*) AS n FROM store.events WHERE open ? 'item' GROUP BY 1`,
  );
  expect(items.filter(({ n }) => n !== 1)).toEqual([]);
  expect(items.length).toBeGreaterThanOrEqual(atLeast);
}
