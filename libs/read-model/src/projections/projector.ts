import { parked, unpark } from '#event-store/parked';
import type { Tx } from '#platform/database';
import { grouped } from '../grouped.js';
import type { ReadCore } from '../read-core.js';
import { type Changeset, changesetOf } from './changeset.js';
import { projectionOf } from './index.js';
import { isPoison, type Poisoned, park, SUBSCRIPTION } from './poison.js';
import type { StreamEvent } from './projection.js';
import { States } from './states.js';
import { write } from './write.js';

/** An advisory lock: shared by writers of rows, exclusive for a rebuild while it swaps the schemas. */
export const ROWS_LOCK = 70_726_174;

/** An event to be applied; `open` null: it could not be read and is fetched from the store. */
export type Incoming = Omit<StreamEvent, 'open'> & { readonly open: Readonly<Record<string, unknown>> | null };
/** Writes the feed's checkpoint in the transaction of the rows. */
export type Mark = (tx: Tx) => Promise<void>;

type Streams = readonly (readonly [string, readonly Incoming[]])[];
type Standing = ReadonlyMap<string, { readonly version: number; readonly parked: boolean }>;
interface Outcome {
  readonly sets: readonly Changeset[];
  readonly poisoned: readonly Poisoned[];
}

/**
 * Turns events into rows (docs/engine.md#projections): duplicates are skipped by the version of each stream, a gap is read from the store,
 * a poisoned stream is parked while others go on; rows, versions and the feed's checkpoint are one transaction.
 */
export class Projector {
  readonly #states = new States();

  constructor(
    private readonly core: ReadCore,
    private readonly onParked: (stream: string, error: unknown) => void = () => undefined,
  ) {}

  /** Applies a batch, in any order and any number of times. @throws DatabaseFault where the database is away: try again */
  async apply(events: readonly Incoming[], mark: Mark): Promise<void> {
    const streams = [...grouped(events, ({ stream }) => stream)];
    const within = (project: (tx: Tx, all: Streams) => Promise<Outcome>) =>
      this.core.database.transaction(async (tx) => {
        await tx.query('SELECT pg_advisory_xact_lock_shared($1)', [ROWS_LOCK]);
        const outcome = await project(tx, streams);
        await mark(tx);
        return outcome;
      });
    try {
      this.#learn(await within((tx, all) => this.#project(tx, all)));
    } catch (error) {
      if (!isPoison(error)) throw error;
      this.#learn(await within((tx, all) => this.#oneByOne(tx, all)));
    }
  }

  /** Applies in a transaction that already holds the exclusive lock (the last part of a rebuild). */
  async applyAlone(tx: Tx, events: readonly Incoming[]): Promise<void> {
    await this.#oneByOne(tx, [...grouped(events, ({ stream }) => stream)]);
  }

  /** Retries parked streams from the store; those that fail again stay parked. */
  async retryParked(): Promise<void> {
    for (const { stream } of await parked(this.core.database, SUBSCRIPTION)) {
      const events = await this.core.store.load(stream);
      // Applied and unparked in one transaction: if it were cut off between the two, a case would be missing and nobody would know.
      const outcome = await this.core.database.transaction(async (tx) => {
        await tx.query('SELECT pg_advisory_xact_lock_shared($1)', [ROWS_LOCK]);
        await unpark(tx, SUBSCRIPTION, stream);
        return this.#oneByOne(tx, [[stream, events]]);
      });
      for (const set of outcome.sets) this.#states.keep(set.stream, set.version, set.state);
    }
  }

  /** The rows of some stream made a statement fail: each is tried alone, and the one at fault is parked. */
  async #oneByOne(tx: Tx, streams: Streams): Promise<Outcome> {
    const outcomes: Outcome[] = [];
    for (const [stream, events] of streams) {
      await tx.query('SAVEPOINT one');
      try {
        outcomes.push(await this.#project(tx, [[stream, events]]));
      } catch (error) {
        if (!isPoison(error)) throw error;
        await tx.query('ROLLBACK TO one');
        const poisoned = { stream, position: events[0]?.position ?? 0, error };
        await park(tx, poisoned);
        outcomes.push({ sets: [], poisoned: [poisoned] });
      }
      await tx.query('RELEASE one');
    }
    return { sets: outcomes.flatMap(({ sets }) => sets), poisoned: outcomes.flatMap(({ poisoned }) => poisoned) };
  }

  async #project(tx: Tx, streams: Streams): Promise<Outcome> {
    const standing = await lockVersions(
      tx,
      streams.map(([stream]) => stream),
    );
    const poisoned: Poisoned[] = [];
    const healed = await this.#heal(streams, standing, poisoned);
    const sets: Changeset[] = [];
    for (const [stream, before, events] of healed) {
      const first = events[0];
      if (first === undefined) continue;
      try {
        sets.push(changesetOf(projectionOf(stream), before, events));
      } catch (error) {
        poisoned.push({ stream, position: first.position, error });
      }
    }
    await write(tx, sets);
    for (const one of poisoned) await park(tx, one);
    return { sets, poisoned };
  }

  /** The new events of each stream, and the state before them; read from the store where this process lacks either. */
  async #heal(streams: Streams, standing: Standing, poisoned: Poisoned[]): Promise<readonly (readonly [string, unknown, readonly StreamEvent[]])[]> {
    const wanted = streams.flatMap(([stream, events]) => {
      const { version, parked: aside } = standing.get(stream) ?? { version: 0, parked: false };
      const news = aside ? [] : newOf(events, version);
      return news.length === 0 ? [] : [{ stream, version, news, state: version === 0 ? projectionOf(stream).begin(stream) : this.#states.at(stream, version) }];
    });
    const lacking = wanted.filter(({ version, news, state }) => state === undefined || !isWhole(news, version)).map(({ stream }) => stream);
    const stored = lacking.length === 0 ? new Map<string, StreamEvent[]>() : await this.core.store.loadMany(lacking);
    return wanted.flatMap(({ stream, version, news, state }) => {
      const all = stored.get(stream);
      if (all === undefined) return [[stream, state, news as readonly StreamEvent[]] as const];
      const { begin, evolve } = projectionOf(stream);
      const upTo = (news.at(-1) as Incoming).version;
      try {
        const before = all.filter((event) => event.version <= version).reduce(evolve, begin(stream));
        return [[stream, before, all.filter((event) => event.version > version && event.version <= upTo)] as const];
      } catch (error) {
        poisoned.push({ stream, position: (news[0] as Incoming).position, error });
        return [];
      }
    });
  }

  #learn({ sets, poisoned }: Outcome): void {
    for (const { stream, version, state } of sets) this.#states.keep(stream, version, state);
    for (const { stream, error } of poisoned) this.onParked(stream, error);
  }
}

/** New events by version, each once. */
function newOf(events: readonly Incoming[], version: number): readonly Incoming[] {
  const byVersion = new Map(events.filter((event) => event.version > version).map((event) => [event.version, event]));
  return [...byVersion.values()].sort((a, b) => a.version - b.version);
}

const isWhole = (news: readonly Incoming[], version: number): boolean => news.every((event, n) => event.version === version + n + 1 && event.open !== null);

/** The version of each stream, its row locked until the transaction ends; and whether it is parked. */
async function lockVersions(tx: Tx, streams: readonly string[]): Promise<Standing> {
  const rows = await tx.query<{ stream: string; version: number; parked: boolean }>(
    `WITH held AS (
       INSERT INTO read.projected AS p (stream, version, position) SELECT name, 0, 0 FROM unnest($1::text[]) AS name
       ON CONFLICT (stream) DO UPDATE SET version = p.version RETURNING stream, version)
     SELECT held.*, aside.stream IS NOT NULL AS parked FROM held LEFT JOIN store.parked aside ON aside.subscription = $2 AND aside.stream = held.stream`,
    [[...streams].sort(), SUBSCRIPTION],
  );
  return new Map(rows.map((row) => [row.stream, row]));
}
