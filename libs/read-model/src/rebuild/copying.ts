import { copyLine, type Database, type Tx } from '#platform/database';

const FLUSH_AT = 4_000_000;

interface Target {
  readonly copy: string;
  lines: string[];
  size: number;
}

/** COPY into several tables over one connection: lines gather by table, and a full one is sent while more are being made. */
export class Copying {
  readonly #targets = new Map<string, Target>();
  #sending: Promise<void> = Promise.resolve();

  constructor(private readonly database: Database, private readonly tx: Tx, private readonly schema: string) {}

  /** Takes a row in, as two parts with their columns; a table's rows have the same columns in the same order. */
  add(table: string, key: Readonly<Record<string, unknown>>, values: Readonly<Record<string, unknown>>): void {
    let target = this.#targets.get(table);
    if (target === undefined) {
      const columns = [...Object.keys(key), ...Object.keys(values)].join(', ');
      target = { copy: `COPY ${this.schema}.${table} (${columns}) FROM STDIN`, lines: [], size: 0 };
      this.#targets.set(table, target);
    }
    const line = copyLine([...Object.values(key), ...Object.values(values)]);
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
    this.#sending = this.database.copyIn(this.tx, target.copy, [lines.join('')]);
    // A failure is met where the next load or the end waits for it.
    this.#sending.catch(() => undefined);
  }
}
