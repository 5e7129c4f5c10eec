import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { asFault } from './fault.js';

/** One connection of the owner's, in one transaction, for copying whole tables out or in. */
export interface TableCopies {
  query<T = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** `COPY (…) TO STDOUT` into a stream; gives the number of rows. */
  copyOut(sql: string, ...into: (NodeJS.ReadWriteStream | NodeJS.WritableStream)[]): Promise<number>;
  /** `COPY … FROM STDIN` from a stream. */
  copyIn(sql: string, source: Readable): Promise<number>;
}

const begins = {
  /** Everything that is read is of one snapshot, whatever is written meanwhile. */
  snapshot: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  /** Everything is written, or nothing. */
  load: 'BEGIN',
} as const;

/** @throws DatabaseFault */
export async function copyTables<T>(adminUrl: string, how: keyof typeof begins, work: (copies: TableCopies) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 2000, application_name: 'gensvar-copies', options: '-c TimeZone=UTC' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(begins[how]);
    const result = await work(copiesOn(client));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    throw isOfDatabase(error) ? asFault(error) : error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const isOfDatabase = (error: unknown): boolean => error instanceof pg.DatabaseError || String((error as { code?: unknown }).code ?? '').startsWith('ECONN');

const copiesOn = (client: pg.Client): TableCopies => ({
  query: async <T>(sql: string, params: readonly unknown[] = []) => (await client.query(sql, params as unknown[])).rows as T[],
  copyOut: async (sql, ...into) => {
    const out = client.query(to(sql));
    await pipeline([out, ...into] as (NodeJS.ReadWriteStream | NodeJS.WritableStream)[] as readonly NodeJS.ReadWriteStream[]);
    return out.rowCount ?? 0;
  },
  copyIn: async (sql, source) => {
    const into = client.query(from(sql));
    await pipeline(source, into);
    return into.rowCount ?? 0;
  },
});
