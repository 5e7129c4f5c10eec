import { copyLine, type Database, type Tx } from '#platform/database';
import { isPoison } from '../projections/poison.js';

const FLUSH_AT = 4_000_000;

interface Line {
  /** The stream of the row; null for what belongs to no stream. */
  readonly stream: string | null;
  readonly text: string;
}

interface Target {
  readonly copy: string;
  lines: Line[];
  size: number;
}

/** COPY into several tables over one connection: lines are collected by table, and a full batch is sent while more are made. */
export class Copying {
  readonly #targets = new Map<string, Target>();
  #sending: Promise<void> = Promise.resolve();
  /** Streams whose rows a table refused. */
  readonly refused = new Map<string, unknown>();

  constructor(
    private readonly database: Database,
    private readonly tx: Tx,
    private readonly schema: string,
  ) {}

  /** Adds a row, as two parts with their columns; a table's rows have the same columns in the same order. */
  add(table: string, stream: string | null, key: Readonly<Record<string, unknown>>, values: Readonly<Record<string, unknown>>): void {
    let target = this.#targets.get(table);
    if (target === undefined) {
      const columns = [...Object.keys(key), ...Object.keys(values)].join(', ');
      target = { copy: `COPY ${this.schema}.${table} (${columns}) FROM STDIN`, lines: [], size: 0 };
      this.#targets.set(table, target);
    }
    const text = copyLine([...Object.values(key), ...Object.values(values)]);
    target.lines.push({ stream, text });
    target.size += text.length;
  }

  /** Sends full batches; call between streams. */
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
    this.#sending = this.#copy(target.copy, lines);
    // A failure is thrown where the next batch or the end waits for it.
    this.#sending.catch(() => undefined);
  }

  /** A batch that the table refuses is halved until the line is found: its stream is named, the others are written. */
  async #copy(copy: string, lines: readonly Line[]): Promise<void> {
    await this.tx.query('SAVEPOINT load');
    try {
      await this.database.copyIn(this.tx, copy, [lines.map(({ text }) => text).join('')]);
      await this.tx.query('RELEASE load');
    } catch (error) {
      const [first] = lines;
      if (!isPoison(error) || (lines.length === 1 && first?.stream === null)) throw error;
      await this.tx.query('ROLLBACK TO load; RELEASE load');
      if (lines.length === 1) return void this.refused.set(first?.stream as string, error);
      const half = Math.ceil(lines.length / 2);
      await this.#copy(copy, lines.slice(0, half));
      await this.#copy(copy, lines.slice(half));
    }
  }
}
