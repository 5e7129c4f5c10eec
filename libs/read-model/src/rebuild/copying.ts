import { copyLine, type Database, type Tx } from '#platform/database';

const FLUSH_AT = 4_000_000;

interface Target {
  readonly table: string;
  readonly columns: readonly string[];
  lines: string[];
  size: number;
}

/**
 * COPY into several tables over one connection: lines gather by table, and a full one is sent while more are being made.
 * A table's columns are asked of the database, so that there is one list of them.
 */
export class Copying {
  readonly #targets = new Map<string, Target>();
  #sending: Promise<void> = Promise.resolve();

  private constructor(private readonly database: Database, private readonly tx: Tx, private readonly schema: string) {}

  static async into(database: Database, tx: Tx, schema: string): Promise<Copying> {
    const copying = new Copying(database, tx, schema);
    const rows = await tx.query<{ table: string; columns: string[] }>(
      `SELECT table_name::text AS "table", array_agg(column_name::text ORDER BY ordinal_position) AS columns FROM information_schema.columns WHERE table_schema = $1 GROUP BY 1`, [schema]);
    for (const { table, columns } of rows) copying.#targets.set(table, { table, columns, lines: [], size: 0 });
    return copying;
  }

  /** Takes a row in. Returns when it may be followed by more: at once, unless two loads would be on the way. */
  add(table: string, row: Readonly<Record<string, unknown>>): void {
    const target = this.#targets.get(table) as Target;
    const line = copyLine(target.columns.map((column) => row[column]));
    target.lines.push(line);
    target.size += line.length;
  }

  /** Sends what is full; call between rows. */
  async breathe(): Promise<void> {
    for (const target of this.#targets.values()) if (target.size > FLUSH_AT) await this.#send(target);
  }

  async end(): Promise<void> {
    for (const target of this.#targets.values()) await this.#send(target);
    await this.#sending;
  }

  async #send(target: Target): Promise<void> {
    if (target.lines.length === 0) return;
    const { lines } = target;
    target.lines = [];
    target.size = 0;
    await this.#sending;
    this.#sending = this.database.copyIn(this.tx, `COPY ${this.schema}.${target.table} (${target.columns.join(', ')}) FROM STDIN`, [lines.join('')]);
    // A failure is met where the next load or the end waits for it.
    this.#sending.catch(() => undefined);
  }
}
