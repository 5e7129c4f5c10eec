import type { Database } from '#platform/database';
import { AppendLane } from './append-lane.js';
import { CaseKeys } from './case-keys.js';
import { COLUMNS, diaryNumbers, findMany, LOAD, loadMany, number, readAfter, wordsAt, wordsMany } from './read.js';
import type { Seal } from './seal.js';
import type { AppendRequest, AppendResult, RecordedEvent } from './types.js';
import { WordIndex } from './word-index.js';

export { KeyDestroyed } from './case-keys.js';
export type * from './types.js';

const REBUILD_BATCH = 5000;

/** The event log: events in one order and one chain, answers to commands, and keys. Every method may throw DatabaseFault. */
export class EventStore {
  readonly #database: Database;
  readonly #seal: Seal;
  readonly #keys: CaseKeys;
  readonly #lane: AppendLane;
  /** Finds cases and records by the words in them. */
  readonly index: WordIndex;

  constructor(database: Database, seal: Seal) {
    this.#database = database;
    this.#seal = seal;
    this.#keys = new CaseKeys(seal);
    this.index = new WordIndex(database, seal);
    this.#lane = new AppendLane(database, { seal, keys: this.#keys, index: this.index });
  }

  /**
   * Appends what a command decided, once.
   * @throws KeyDestroyed where words were to be encrypted on a stream whose key is destroyed
   */
  append(request: AppendRequest): Promise<AppendResult> {
    return this.#lane.append(request);
  }

  /** The stored answer to a command, or null if there is none. */
  async answerOf(commandId: string): Promise<{ bodyHash: Buffer; answer: unknown } | null> {
    const [row] = await this.#database.prepared<{ bodyHash: Buffer; answer: unknown }>(
      'answerOf',
      'SELECT body_hash AS "bodyHash", answer FROM store.commands WHERE id = $1',
      [commandId],
    );
    return row ?? null;
  }

  /** When the events of a command were recorded (ISO instant); null where it had none. */
  async takenInAt(commandId: string): Promise<string | null> {
    const [row] = await this.#database.query<{ at: string }>(
      'SELECT e.recorded_at AS at FROM store.commands c JOIN store.events e ON e.position = c.position WHERE c.id = $1',
      [commandId],
    );
    return row?.at ?? null;
  }

  /** A stream's events after a version, in order. */
  load(stream: string, after = 0): Promise<RecordedEvent[]> {
    return this.#database.prepared<RecordedEvent>('load', LOAD, [stream, after]);
  }

  /** Several streams at once; one without events gives an empty list. */
  loadMany(streams: readonly string[]): Promise<Map<string, RecordedEvent[]>> {
    return loadMany(this.#database, streams);
  }

  /** Sealed parts by event id. Removed parts are absent, and so are all where the key is destroyed. */
  words(stream: string): Promise<Map<string, Record<string, unknown>>> {
    return this.wordsMany([stream]);
  }

  /** The same of several streams at once. */
  wordsMany(streams: readonly string[]): Promise<Map<string, Record<string, unknown>>> {
    return wordsMany(this.#database, this.#seal, streams);
  }

  /** The same of single events, by their positions. */
  wordsAt(positions: readonly number[]): Promise<Map<number, Record<string, unknown>>> {
    return wordsAt(this.#database, this.#seal, positions);
  }

  /** The stream a key entry points at. */
  async find(list: string, hash: Buffer): Promise<{ stream: string; note: Buffer | null } | null> {
    return (await this.findMany(list, [hash])).get(hash.toString('hex')) ?? null;
  }

  /** As find, by hash in hex. */
  findMany(list: string, hashes: readonly Buffer[]): Promise<Map<string, { stream: string; note: Buffer | null }>> {
    return findMany(this.#database, list, hashes);
  }

  /** The events that gave a case a diary number with these digits. */
  diaryNumbers(figures: string): ReturnType<typeof diaryNumbers> {
    return diaryNumbers(this.#database, figures);
  }

  /** Up to `limit` events after a position, in order. */
  readAfter(position: number, limit: number, streamPrefix = ''): Promise<RecordedEvent[]> {
    return readAfter(this.#database, position, limit, streamPrefix);
  }

  /** The last position; 0 in an empty store. */
  position(): Promise<number> {
    return number(this.#database, 'SELECT position AS n FROM store.counter');
  }

  /** The last position recorded before an instant (ISO). */
  positionAt(instant: string): Promise<number> {
    return number(this.#database, 'SELECT store.position_at($1) AS n', [instant]);
  }

  /** A position rounded down to the end of a command, so that nobody sees half of one. */
  commandEnd(position: number): Promise<number> {
    return number(this.#database, 'SELECT max(position) AS n FROM store.commands WHERE position <= $1', [position]);
  }

  /** Everything up to a position, by stream and version, for rebuilds. A stream may be split between batches. */
  readByStream(prefix: string, upTo: number): AsyncIterable<RecordedEvent[]> {
    return this.#database.cursor<RecordedEvent>(
      `SELECT ${COLUMNS} FROM store.events WHERE starts_with(stream, $1) AND position <= $2 ORDER BY stream, version`,
      [prefix, upTo],
      REBUILD_BATCH,
    );
  }

  /** Destroys the key of a stream (gallring): its words cannot be read again, while events, chain and totals stay. */
  async destroyKey(stream: string): Promise<void> {
    this.#keys.forget(stream);
    await this.#database.query('SELECT store.destroy_key($1)', [stream]);
  }

  /**
   * Removes one event's sealed part and appends an event about it. Any append of a `SealedPartRemoved { position, part, ground }`
   * does the same. @throws DatabaseFault GK003 if the stream has nothing sealed at that position
   */
  async removeSealed(removal: {
    stream: string;
    position: number;
    part?: string;
    ground: string;
    at: string;
    command: AppendRequest['command'];
  }): Promise<AppendResult> {
    const { stream, position, part = 'all', ground, at, command } = removal;
    for (;;) {
      const expectedVersion = (await this.load(stream)).at(-1)?.version ?? 0;
      const event = { type: 'SealedPartRemoved', v: 1, at, open: { position, part, ground } };
      const result = await this.append({ command, build: () => ({ streams: [{ stream, expectedVersion, events: [event] }], answer: {} }) });
      if (result.kind !== 'conflict') return result;
    }
  }
}
