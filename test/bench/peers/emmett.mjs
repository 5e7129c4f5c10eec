import { emptyDatabase } from '../database.mjs';
import { rate } from '../measure.mjs';

/** emmett's append to a stream with an expected version: no stored answer for a repeat, no single order, no chain. Per second. */
export async function emmettAppends({ count, clients, streams }) {
  const { getPostgreSQLEventStore } = await import('@event-driven-io/emmett-postgresql');
  const database = await emptyDatabase('emmett');
  const store = getPostgreSQLEventStore(database.adminUrl);
  try {
    await store.schema?.migrate?.();
    const versions = new Map();
    const append = async (n, who) => {
      const stream = `case-${who}-${n % streams}`;
      const expected = versions.get(stream);
      const event = { type: 'AddendumMade', data: { by: 'complainant', has: ['text'] } };
      const { nextExpectedStreamVersion } = await store.appendToStream(stream, [event], expected === undefined ? {} : { expectedStreamVersion: expected });
      versions.set(stream, nextExpectedStreamVersion);
    };
    await rate(clients * 10, clients, append);
    return await rate(count, clients, append);
  } finally {
    await store.close();
    await database.drop();
  }
}
