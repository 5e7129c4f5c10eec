import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { emptyDatabase } from '../database.mjs';
import { each, percentile, rate } from '../measure.mjs';

const open = { by: 'complainant', has: ['text'] };
const insert = { name: 'insert', text: 'INSERT INTO event (id, stream, type, open) VALUES ($1, $2, $3, $4)' };
const values = (n) => [randomUUID(), `case/${n % 200}`, 'AddendumMade', open];

async function within(clients, work) {
  const database = await emptyDatabase('raw');
  const pool = new pg.Pool({ connectionString: database.adminUrl, max: clients });
  try {
    await pool.query(
      'CREATE TABLE event (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid UNIQUE, stream text, type text, open jsonb, at timestamptz DEFAULT now())',
    );
    return await work(pool);
  } finally {
    await pool.end();
    await database.drop();
  }
}

/** One row, one commit: PostgreSQL's own cost. p50 in ms. */
export const rawInsert = ({ count }) => within(1, async (pool) => percentile(await each(count, 30, (n) => pool.query({ ...insert, values: values(n) })), 0.5));

/** The same by many at once, per second. */
export const rawInserts = ({ count, clients }) =>
  within(clients, async (pool) => {
    await rate(clients * 20, clients, (n) => pool.query({ ...insert, values: values(n) }));
    return rate(count, clients, (n) => pool.query({ ...insert, values: values(n) }));
  });
