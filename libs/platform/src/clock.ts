import type { Database, Tx } from './database.js';

const POLL_MS = 5000;

/**
 * The platform's time: this machine's clock and the demo's stored offset. The only reader of the clock.
 * The database adds the same offset to recordedAt, so the two never disagree on the day.
 */
export class Clock {
  readonly #database: Tx;
  #offset = 0;

  constructor(database: Tx) {
    this.#database = database;
  }

  now(): Date {
    return new Date(Date.now() + this.#offset);
  }

  /** How far the demo has moved time forward, in milliseconds; 0 in production. */
  offsetMs(): number {
    return this.#offset;
  }

  /** Reads the stored offset. @throws DatabaseFault */
  async refresh(): Promise<void> {
    const [row] = await this.#database.query<{ offset_ms: number }>('SELECT offset_ms FROM store.clock');
    this.#take(row?.offset_ms ?? 0);
  }

  /**
   * Demo only: moves time forward for every process. Never back, since recordedAt never goes back.
   * @throws RangeError if ms is not a whole number ≥ 0 @throws DatabaseFault
   */
  async advance(ms: number): Promise<void> {
    if (!Number.isSafeInteger(ms) || ms < 0) throw new RangeError('time only moves forward, by whole milliseconds');
    const [row] = await this.#database.query<{ offset_ms: number }>('SELECT store.advance_clock($1) AS offset_ms', [ms]);
    this.#take(row?.offset_ms ?? 0);
  }

  /** Keeps the offset current: by NOTIFY, and by polling every five seconds. Returns a function that stops it. */
  async follow(database: Database): Promise<() => Promise<void>> {
    // An offset that can't be read now is read at the next tick; until then the last one holds.
    const refresh = () => void this.refresh().catch(() => undefined);
    const unlisten = await database.listen('clock', refresh);
    const timer = setInterval(refresh, POLL_MS).unref();
    await this.refresh();
    return async () => {
      clearInterval(timer);
      await unlisten();
    };
  }

  /** An answer that arrives after a later one must not turn time back. */
  #take(offset: number): void {
    this.#offset = Math.max(this.#offset, offset);
  }
}

/** The machine's own time, for what is logged: never what is stored or decided by. */
export const machineTime = (): string => new Date().toISOString();
