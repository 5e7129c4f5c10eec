import { park, parked, unpark } from '#event-store/parked';
import { DatabaseFault, type Tx } from '#platform/database';
import { grouped } from '../grouped.js';
import type { ReadCore } from '../read-core.js';
import { type Changeset, changesetOf } from './changeset.js';
import { projectionOf } from './index.js';
import type { StreamEvent } from './projection.js';
import { States } from './states.js';
import { write } from './write.js';

export const SUBSCRIPTION = 'projector';
/** Held shared by who writes rows, and alone by a rebuild while it changes the schemas. */
export const ROWS_LOCK = 70_726_174;

/** An event to be applied; `open` null says that it came unreadable and is to be fetched from the store. */
export type Incoming = Omit<StreamEvent, 'open'> & { readonly open: Readonly<Record<string, unknown>> | null };
/** What stands or falls with the rows: the feed's own mark. */
export type Mark = (tx: Tx) => Promise<void>;

type Standing = ReadonlyMap<string, { readonly version: number; readonly parked: boolean }>;
interface Outcome {
  readonly sets: readonly Changeset[];
  readonly poisoned: readonly { readonly stream: string; readonly position: number; readonly error: unknown }[];
}

/**
 * Turns events into rows (E7): duplicates are skipped by the version each stream has come to, a gap is healed from the store,
 * a poisoned stream is put aside and named while others go on; rows, versions and the feed's mark are one transaction.
 */
export class Projector {
  readonly #states = new States();

  constructor(private readonly core: ReadCore, private readonly onParked: (stream: string, error: unknown) => void = () => undefined) {}

  /** Applies a batch, in any order and any number of times. @throws DatabaseFault where the database is away: try again */
  async apply(events: readonly Incoming[], mark: Mark): Promise<void> {
    const streams = [...grouped(events, ({ stream }) => stream)];
    try {
      this.#learn(await this.core.database.transaction((tx) => this.#applyIn(tx, streams, mark)));
    } catch (error) {
      if (!isPoison(error)) throw error;
      await this.#oneByOne(streams, mark);
    }
  }

  /** Applies in a transaction that already holds the rows alone (a rebuild's last part). */
  async applyAlone(tx: Tx, events: readonly Incoming[]): Promise<void> {
    await this.#project(tx, [...grouped(events, ({ stream }) => stream)]);
  }

  /** Takes what was put aside in again, from the store; what is still poison stays aside. */
  async retryParked(): Promise<void> {
    for (const { stream } of await parked(this.core.database, SUBSCRIPTION)) {
      const events = await this.core.store.load(stream);
      await unpark(this.core.database, SUBSCRIPTION, stream);
      await this.apply(events, async () => undefined);
    }
  }

  /** Somebody's rows broke a statement: found by trying each alone. */
  async #oneByOne(streams: readonly (readonly [string, readonly Incoming[]])[], mark: Mark): Promise<void> {
    for (const [stream, events] of streams) {
      try {
        this.#learn(await this.core.database.transaction((tx) => this.#applyIn(tx, [[stream, events]], async () => undefined)));
      } catch (error) {
        if (!isPoison(error)) throw error;
        await putAside(this.core.database, stream, events[0]?.position ?? 0, error);
        this.onParked(stream, error);
      }
    }
    await this.core.database.transaction(mark);
  }

  async #applyIn(tx: Tx, streams: readonly (readonly [string, readonly Incoming[]])[], mark: Mark): Promise<Outcome> {
    await tx.query('SELECT pg_advisory_xact_lock_shared($1)', [ROWS_LOCK]);
    const outcome = await this.#project(tx, streams);
    await mark(tx);
    return outcome;
  }

  async #project(tx: Tx, streams: readonly (readonly [string, readonly Incoming[]])[]): Promise<Outcome> {
    const standing = await lockVersions(tx, streams.map(([stream]) => stream));
    const healed = await this.#heal(streams, standing);
    const sets: Changeset[] = [];
    const poisoned: { stream: string; position: number; error: unknown }[] = [];
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
    for (const { stream, position, error } of poisoned) await putAside(tx, stream, position, error);
    return { sets, poisoned };
  }

  /** What of each stream is new, and the state it comes upon; read from the store where this process lacks either. */
  async #heal(streams: readonly (readonly [string, readonly Incoming[]])[], standing: Standing): Promise<readonly (readonly [string, unknown, readonly StreamEvent[]])[]> {
    const wanted = streams.flatMap(([stream, events]) => {
      const { version, parked: aside } = standing.get(stream) ?? { version: 0, parked: false };
      const news = aside ? [] : newOf(events, version);
      return news.length === 0 ? [] : [{ stream, version, news, state: version === 0 ? projectionOf(stream).begin(stream) : this.#states.at(stream, version) }];
    });
    const lacking = wanted.filter(({ version, news, state }) => state === undefined || !isWhole(news, version)).map(({ stream }) => stream);
    const stored = lacking.length === 0 ? new Map<string, StreamEvent[]>() : await this.core.store.loadMany(lacking);
    return wanted.map(({ stream, version, news, state }) => {
      const all = stored.get(stream);
      if (all === undefined) return [stream, state, news as readonly StreamEvent[]];
      const { begin, evolve } = projectionOf(stream);
      const upTo = (news.at(-1) as Incoming).version;
      return [stream, all.filter((event) => event.version <= version).reduce(evolve, begin(stream)), all.filter((event) => event.version > version && event.version <= upTo)];
    });
  }

  #learn({ sets, poisoned }: Outcome): void {
    for (const { stream, version, state } of sets) this.#states.keep(stream, version, state);
    for (const { stream, error } of poisoned) this.onParked(stream, error);
  }
}

async function putAside(tx: Tx, stream: string, position: number, error: unknown): Promise<void> {
  const { name, code } = error as { name?: string; code?: string };
  await park(tx, { subscription: SUBSCRIPTION, stream, position, errorCode: `${name ?? 'fault'} ${code ?? ''}`.trim().replace(/[^\w.:/ -]/g, '') });
}

/** New events by version, each once. */
function newOf(events: readonly Incoming[], version: number): readonly Incoming[] {
  const byVersion = new Map(events.filter((event) => event.version > version).map((event) => [event.version, event]));
  return [...byVersion.values()].sort((a, b) => a.version - b.version);
}

const isWhole = (news: readonly Incoming[], version: number): boolean => news.every((event, n) => event.version === version + n + 1 && event.open !== null);

/** A fault of the rows themselves; what a retry may mend (connection, deadlock, lock, time) and what is no statement's fault is not. */
function isPoison(error: unknown): boolean {
  return error instanceof DatabaseFault && !error.unavailable && !/^(40|55P03|57014)/.test(error.code);
}

/** The version each stream has come to, its row locked until the transaction ends; and whether it is put aside. */
async function lockVersions(tx: Tx, streams: readonly string[]): Promise<Standing> {
  const rows = await tx.query<{ stream: string; version: number; parked: boolean }>(
    `WITH held AS (
       INSERT INTO read.projected AS p (stream, version, position) SELECT name, 0, 0 FROM unnest($1::text[]) AS name
       ON CONFLICT (stream) DO UPDATE SET version = p.version RETURNING stream, version)
     SELECT held.*, aside.stream IS NOT NULL AS parked FROM held LEFT JOIN store.parked aside ON aside.subscription = $2 AND aside.stream = held.stream`,
    [[...streams].sort(), SUBSCRIPTION]);
  return new Map(rows.map((row) => [row.stream, row]));
}
