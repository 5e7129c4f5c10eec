import 'reflect-metadata';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';
import { asFault } from './database/fault.js';
import { Listener } from './database/listener.js';
import { mustBeOwnSession, refusedByPooler } from './database/own-session.js';
import { parsers } from './database/types.js';

export type { MigrationInterface, QueryRunner } from 'typeorm';
export { Column, Entity, IsNull, Not, PrimaryColumn, Raw } from 'typeorm';
export { copyLine } from './database/copy.js';
export { DatabaseFault } from './database/fault.js';
export { migrate } from './database/migrate.js';
export { migration } from './database/migration.js';
export { copyTables, type TableCopies } from './database/table-copies.js';

/** What runs SQL: the pool, or one transaction. Statements in a transaction run one at a time. */
export interface Tx {
  /** Rows as objects; parameters are $1, $2 … @throws DatabaseFault */
  query<T = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<T[]>;
}

export interface DatabaseOptions {
  readonly poolSize?: number;
  readonly entities?: readonly (new () => object)[];
  readonly applicationName?: string;
}

/** A stopped database must be a fault at once; for a busy pool it is right to wait. */
const CONNECT_MS = 2000;
const WAIT_FOR_POOL_MS = 10_000;
const STATEMENT_MS = 30_000;
const SESSION = `-c TimeZone=UTC -c jit=off -c statement_timeout=${STATEMENT_MS} -c idle_in_transaction_session_timeout=60000`;

class Client extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_MS });
    // A connection may break between the pool's listener and the borrower's; an 'error' without a listener ends the process
    this.on('error', () => undefined);
  }
}

const clientOf = new WeakMap<Tx, pg.PoolClient>();

/**
 * The only access to PostgreSQL: SQL by query(), entities by register() (docs/decisions/0020). One pool serves both, and every error is a
 * DatabaseFault.
 */
export class Database implements Tx {
  readonly #source: DataSource;
  readonly #pool: pg.Pool;
  readonly #listener: Listener;

  private constructor(source: DataSource, pool: pg.Pool, settings: pg.ClientConfig) {
    this.#source = source;
    this.#pool = pool;
    this.#listener = new Listener(async () => {
      const client = new Client({ ...settings, statement_timeout: 0, keepAlive: true });
      await client.connect();
      return client;
    });
  }

  /** Opens a pool (default 10). Fails within two seconds if nothing answers. @throws DatabaseFault; SettingFault where a pooler refuses its settings */
  static async connect(url: string, options: DatabaseOptions = {}): Promise<Database> {
    const settings = {
      types: parsers(pg.types.getTypeParser as never),
      application_name: options.applicationName ?? 'gensvar',
      options: SESSION,
    };
    const pool = new pg.Pool({
      ...settings,
      connectionString: url,
      max: options.poolSize ?? 10,
      Client,
      connectionTimeoutMillis: WAIT_FOR_POOL_MS,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
    } as pg.PoolConfig);
    // TypeORM makes its pool by `new driver.Pool(…)`: it is given ours.
    function Pool(): pg.Pool {
      return pool;
    }
    const source = new DataSource({
      type: 'postgres',
      url,
      driver: { ...pg, Pool },
      entities: [...(options.entities ?? [])],
      installExtensions: false,
      logging: false,
      poolErrorHandler: () => undefined,
    });
    await source.initialize().catch((error: unknown) => {
      refusedByPooler(error);
      throw asFault(error);
    });
    return new Database(source, pool, { ...settings, connectionString: url } as pg.ClientConfig);
  }

  /** Checked once when a process starts. @throws SettingFault where a pooler keeps no session for a connection; DatabaseFault */
  async mustHaveOwnSessions(): Promise<void> {
    const client = await this.#pool.connect().catch((error: unknown) => Promise.reject(asFault(error)));
    const lost = watch(client);
    try {
      await mustBeOwnSession(client as pg.PoolClient & pg.Client, `${STATEMENT_MS / 1000}s`, (sql) => this.query(sql));
    } finally {
      // It may have listened, so it does not go back to the pool.
      lost.now();
      lost.release();
    }
  }

  async query<T = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return rows<T>(this.#pool.query(sql, params as unknown[]));
  }

  /** As query, but prepared once per connection under `name`: for the few statements of the hot path. */
  async prepared<T = Record<string, unknown>>(name: string, sql: string, params: readonly unknown[]): Promise<T[]> {
    return rows<T>(this.#pool.query({ name, text: sql, values: params as unknown[] }));
  }

  /** Read committed. If the work throws, it is rolled back and the error is thrown on. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#borrow(async (client, lost) => {
      let turn: Promise<unknown> = Promise.resolve();
      const tx: Tx = {
        query<T>(sql: string, params: readonly unknown[] = []) {
          const answer = turn.then(() => rows<T>(client.query(sql, params as unknown[])));
          turn = answer.catch(() => undefined);
          return answer;
        },
      };
      clientOf.set(tx, client);
      try {
        await tx.query('BEGIN');
        const result = await work(tx);
        await turn;
        const { command } = await client.query('COMMIT').catch((error: unknown) => Promise.reject(asFault(error)));
        // COMMIT of a transaction whose error was swallowed answers ROLLBACK and raises nothing
        if (command !== 'COMMIT') throw new Error('a statement had failed: the transaction was rolled back');
        return result;
      } catch (error) {
        await turn;
        await client.query('ROLLBACK').catch(lost);
        throw error;
      }
    });
  }

  /** Listens for NOTIFY on a channel; called with '' after a lost connection is restored. Returns a function that stops it. */
  listen(channel: string, on: (payload: string) => void): Promise<() => Promise<void>> {
    return this.#listener.listen(channel, on);
  }

  /** Runs `COPY … FROM STDIN` with lines made by copyLine, in the given transaction or one of its own. */
  async copyIn(tx: Tx | null, sql: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const feed = (to: pg.PoolClient) => pipeline(Readable.from(lines), to.query(copyFrom(sql)));
    const client = tx === null ? undefined : clientOf.get(tx);
    try {
      await (client === undefined ? this.#borrow(feed) : feed(client));
    } catch (error) {
      throw asFault(error);
    }
  }

  /** Reads a big result in batches of one snapshot. Without a statement timeout, since the reader sets the pace. */
  async *cursor<T = Record<string, unknown>>(sql: string, params: readonly unknown[], batch: number): AsyncIterable<T[]> {
    const client = await this.#pool.connect().catch((error: unknown) => Promise.reject(asFault(error)));
    const lost = watch(client);
    const fetch = () => rows<T>(client.query(`FETCH ${batch} FROM reading`));
    let coming: Promise<T[]> = Promise.resolve([]);
    try {
      // cursor_tuple_fraction: all of it will be read, so plan for the whole and not for the first tenth
      await client.query(`BEGIN READ ONLY; SET LOCAL cursor_tuple_fraction = 1; SET LOCAL work_mem = '64MB'; SET LOCAL statement_timeout = 0;
        SET LOCAL idle_in_transaction_session_timeout = 0`);
      await client.query(`DECLARE reading NO SCROLL CURSOR FOR ${sql}`, params as unknown[]);
      // The next batch is fetched while this one is worked on
      coming = fetch();
      for (let more = true; more; ) {
        const fetched = await coming;
        more = fetched.length === batch;
        if (more) coming = fetch();
        coming.catch(() => undefined);
        if (fetched.length > 0) yield fetched;
      }
    } catch (error) {
      throw asFault(error);
    } finally {
      await coming.then(() => client.query('ROLLBACK')).catch(lost.now);
      lost.release();
    }
  }

  /** Reads or changes a register by TypeORM's repository of its entity, one of those given to connect(). @throws DatabaseFault */
  async register<E extends ObjectLiteral, T>(entity: EntityTarget<E>, work: (rows: Repository<E>) => Promise<T>): Promise<T> {
    return work(this.#source.getRepository(entity)).catch((error: unknown) => Promise.reject(asFault(error)));
  }

  async close(): Promise<void> {
    await this.#listener.close();
    if (this.#source.isInitialized) await this.#source.destroy();
  }

  async #borrow<T>(work: (client: pg.PoolClient, lost: () => void) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch((error: unknown) => Promise.reject(asFault(error)));
    const lost = watch(client);
    try {
      return await work(client, lost.now);
    } finally {
      lost.release();
    }
  }
}

async function rows<T>(answer: Promise<pg.QueryResult>): Promise<T[]> {
  return answer.then(
    (result) => result.rows as T[],
    (error: unknown) => Promise.reject(asFault(error)),
  );
}

/** A borrowed client whose connection breaks emits 'error', and must not go back to the pool. */
function watch(client: pg.PoolClient): { now(): void; release(): void } {
  let dead = false;
  const now = () => {
    dead = true;
  };
  client.on('error', now);
  return {
    now,
    release() {
      if (!dead) client.off('error', now);
      client.release(dead);
    },
  };
}
