import { parked, unpark } from '#event-store/parked';
import type { Tx } from '#platform/database';
import { grouped } from '../grouped.js';
import type { ReadCore } from '../read-core.js';
import { type Changeset, changesetOf } from './changeset.js';
import { projectionOf } from './index.js';
import { isPoison, type Poisoned, putAside, SUBSCRIPTION } from './poison.js';
import type { StreamEvent } from './projection.js';
import { States } from './states.js';
import { write } from './write.js';

/** Held shared by who writes rows, and alone by a rebuild while it changes the schemas. */
export const ROWS_LOCK = 70_726_174;

/** An event to be applied; `open` null says that it came unreadable and is to be fetched from the store. */
export type Incoming = Omit<StreamEvent, 'open'> & { readonly open: Readonly<Record<string, unknown>> | null };
/** What stands or falls with the rows: the feed's own mark. */
export type Mark = (tx: Tx) => Promise<void>;

type Streams = readonly (readonly [string, readonly Incoming[]])[];
type Standing = ReadonlyMap<string, { readonly version: number; readonly parked: boolean }>;
interface Outcome {
  readonly sets: readonly Changeset[];
  readonly poisoned: readonly Poisoned[];
}

/**
 * Turns events into rows (docs/engine.md#projections): duplicates are skipped by the version each stream has come to, a gap is healed from the store,
 * a poisoned stream is put aside and named while others go on; rows, versions and the feed's mark are one transaction.
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

  /** Applies in a transaction that already holds the rows alone (a rebuild's last part). */
  async applyAlone(tx: Tx, events: readonly Incoming[]): Promise<void> {
    await this.#oneByOne(tx, [...grouped(events, ({ stream }) => stream)]);
  }

  /** Takes what was put aside in again, from the store; what is still poison stays aside. */
  async retryParked(): Promise<void> {
    for (const { stream } of await parked(this.core.database, SUBSCRIPTION)) {
      const events = await this.core.store.load(stream);
      // Taken in and no longer aside in one transaction: cut off between the two, a case would be missing and nobody told.
      const outcome = await this.core.database.transaction(async (tx) => {
        await tx.query('SELECT pg_advisory_xact_lock_shared($1)', [ROWS_LOCK]);
        await unpark(tx, SUBSCRIPTION, stream);
        return this.#oneByOne(tx, [[stream, events]]);
      });
      for (const set of outcome.sets) this.#states.keep(set.stream, set.version, set.state);
    }
  }

  /** Somebody's rows broke a statement: found by trying each alone, and put aside. */
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
        await putAside(tx, poisoned);
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
    for (const one of poisoned) await putAside(tx, one);
    return { sets, poisoned };
  }

  /** What of each stream is new, and the state it comes upon; read from the store where this process lacks either. */
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

/** The version each stream has come to, its row locked until the transaction ends; and whether it is put aside. */
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
