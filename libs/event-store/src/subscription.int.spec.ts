import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#platform/database';
import { waitFor } from '../../../test/support/processes.js';
import { type FreshStore, freshStore, to } from '../../../test/support/store.js';
import { EventStore } from './event-store.js';
import { lag, subscriptionHealth } from './lag.js';
import { parked, retryAll } from './parked.js';
import { type Lease, LeaseLost, type Subscription, type SubscriptionOptions, subscribe } from './subscription.js';

describe('A subscription', () => {
  let at: FreshStore;
  const running: Subscription[] = [];
  beforeEach(async () => {
    at = await freshStore();
    await at.owner.query(
      'CREATE TABLE read.seen (id bigserial, who text, position bigint); GRANT USAGE ON SCHEMA read TO gensvar_app; ' +
        'GRANT ALL ON read.seen TO gensvar_app; GRANT ALL ON SEQUENCE read.seen_id_seq TO gensvar_app',
    );
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((s) => s.stop()));
    await at.close();
  });

  const start = async (over: Partial<SubscriptionOptions> & Pick<SubscriptionOptions, 'handle'>, database: Database = at.database) => {
    const subscription = await subscribe(new EventStore(database, at.seal), database, {
      name: 'relay',
      leaseMs: 600,
      pollMs: 50,
      onError: () => undefined,
      ...over,
    });
    running.push(subscription);
    return subscription;
  };
  const append = async (n: number, stream = 'case/1') => {
    for (let i = 0; i < n; i++) await at.store.append(to(stream, (await at.store.load(stream)).length));
  };
  const numbers = (n: number, from = 1) => Array.from({ length: n }, (_, i) => i + from);

  it('hands over every event once, in order, from its checkpoint, and reports its lag', async () => {
    await append(3);
    expect(await lag(at.database, 'relay')).toEqual({ events: 3, seconds: expect.any(Number) });
    const seen: number[] = [];
    const handle = async (events: { position: number }[]) => void seen.push(...events.map((e) => e.position));
    const first = await start({ handle, batch: 2 });
    await waitFor(() => first.checkpoint() === 3);
    await first.stop();
    await append(2);
    const second = await start({ handle, batch: 2 });
    await waitFor(() => second.checkpoint() === 5);
    expect(seen).toEqual(numbers(5));
    expect(await lag(at.database, 'relay')).toEqual({ events: 0, seconds: 0 });
  });

  it('is woken by NOTIFY long before the next poll', async () => {
    const seen: number[] = [];
    const woken = await start({ pollMs: 60_000, leaseMs: 60_000, handle: async (events) => void seen.push(events.length) });
    await waitFor(() => woken.leading());
    await append(1);
    await waitFor(() => seen.length === 1, 25_000);
  });

  it('polls when NOTIFY is lost', async () => {
    const deaf = Object.create(at.database, { listen: { value: async () => async () => undefined } }) as Database;
    const seen: number[] = [];
    const unheard = await start({ pollMs: 50, handle: async (events) => void seen.push(events.length) }, withMethods(at.database, deaf));
    await waitFor(() => unheard.leading());
    await append(1);
    await waitFor(() => seen.length === 1);
  });

  it('skips the streams it does not follow, and has no lag because of them', async () => {
    const seen: string[] = [];
    const subscription = await start({ streamPrefix: 'case/', handle: async (events) => void seen.push(...events.map((e) => e.stream)) });
    await append(2, 'unit/a');
    await append(1, 'case/1');
    await append(2, 'unit/a');
    await waitFor(() => subscription.checkpoint() === 5);
    expect(seen).toEqual(['case/1']);
    await waitFor(async () => (await lag(at.database, 'relay')).events === 0);
  });

  it('hands over the same batch again after a fault, reports it, and skips nothing (docs/engine.md#projections)', async () => {
    await append(4);
    const [calls, faults]: [number[][], unknown[]] = [[], []];
    const subscription = await start({
      batch: 2,
      onError: (error) => faults.push(error),
      isPoison: () => false,
      handle: async (events) => {
        calls.push(events.map((e) => e.position));
        if (calls.length === 2 || calls.length === 3) throw new Error('the broker is away');
      },
    });
    await waitFor(() => subscription.checkpoint() === 4);
    expect(calls).toEqual([
      [1, 2],
      [3, 4],
      [3, 4],
      [3, 4],
    ]);
    expect(faults).toEqual([new Error('the broker is away'), new Error('the broker is away')]);
  });

  it("keeps the checkpoint in the handler's transaction: rows and position are committed together", async () => {
    await append(3);
    let attempts = 0;
    const subscription = await start({
      isPoison: () => false,
      handle: (events, lease) =>
        at.database.transaction(async (tx) => {
          for (const e of events) await tx.query('INSERT INTO read.seen (position) VALUES ($1)', [e.position]);
          await lease.checkpointIn(tx, events.at(-1)?.position as number);
          if (attempts++ === 0) throw new Error('rolled back');
        }),
    });
    await waitFor(() => attempts === 2 && subscription.checkpoint() === 3);
    expect((await at.database.query<{ position: number }>('SELECT position FROM read.seen ORDER BY id')).map((r) => r.position)).toEqual([1, 2, 3]);
  });

  it('parks a stream whose fault is its own, goes on with the others, and retries it later, in order', async () => {
    const done: [string, number][] = [];
    let mended = false;
    const put: string[] = [];
    const subscription = await start({
      retryMs: 60_000,
      onParked: ({ stream }) => put.push(stream),
      handle: async (events) => {
        if (!mended && events.some(({ stream }) => stream === 'case/bad')) throw new TypeError('unreadable');
        done.push(...events.map(({ stream, version }): [string, number] => [stream, version]));
      },
    });
    await append(1, 'case/good');
    await append(2, 'case/bad');
    await append(1, 'case/good');
    await waitFor(() => subscription.checkpoint() === 4);
    await append(1, 'case/bad');
    await append(1, 'case/good');
    await waitFor(() => subscription.checkpoint() === 6);
    expect(done.map(([stream]) => stream)).toEqual(['case/good', 'case/good', 'case/good']);
    expect(put).toEqual(['case/bad']);
    expect(await subscriptionHealth(at.database, ['relay'])).toEqual({ relay: { lagEvents: 0, lagSeconds: 0, parked: 1 } });
    mended = true;
    expect(await retryAll(at.database)).toBe(1);
    await waitFor(async () => (await parked(at.database, 'relay')).length === 0);
    expect(done.filter(([stream]) => stream === 'case/bad')).toEqual([
      ['case/bad', 1],
      ['case/bad', 2],
      ['case/bad', 3],
    ]);
  });

  it('has one leader of two, and the other continues where it stopped', async () => {
    const seen: [string, number][] = [];
    const as = (who: string) => async (events: { position: number }[]) => void seen.push(...events.map((e): [string, number] => [who, e.position]));
    const a = await start({ handle: as('a') });
    await waitFor(() => a.leading());
    const b = await start({ handle: as('b') });
    await append(3);
    await waitFor(() => seen.length === 3);
    expect([a.leading(), b.leading()]).toEqual([true, false]);
    await a.stop();
    await append(3);
    await waitFor(() => seen.length === 6);
    expect(seen).toEqual([...numbers(3).map((n) => ['a', n]), ...numbers(3, 4).map((n) => ['b', n])]);
  });

  it('that was suspended past its lease can neither move the checkpoint nor write a row, and steps down (docs/engine.md#subscriptions-and-leases)', async () => {
    const sleeper = new SleepingDatabase(at.database);
    const faults: unknown[] = [];
    const write = (who: string, midway: () => Promise<void>) => (events: { position: number }[], lease: Lease) =>
      at.database.transaction(async (tx) => {
        for (const e of events) await tx.query('INSERT INTO read.seen (who, position) VALUES ($1, $2)', [who, e.position]);
        await midway();
        await lease.checkpointIn(tx, events.at(-1)?.position as number);
      });
    await append(2);
    const old = await start({ handle: write('old', () => sleeper.sleep()), onError: (e) => faults.push(e) }, sleeper.database);
    await waitFor(() => sleeper.sleeping);
    const young = await start({ handle: write('young', async () => undefined) });
    await append(2);
    await waitFor(() => young.checkpoint() === 4, 10_000);
    expect(old.leading()).toBe(false);
    sleeper.wakeUp();
    await waitFor(() => faults.some((f) => f instanceof LeaseLost));
    await append(2);
    // The callback within the handler's transaction, the database when it has ended.
    await waitFor(async () => (await at.database.query<{ position: number }>('SELECT position FROM store.subscriptions'))[0]?.position === 6);
    const rows = await at.database.query<{ who: string; position: number }>('SELECT who, position FROM read.seen ORDER BY id');
    expect(rows.map((r) => [r.who, r.position])).toEqual(numbers(6).map((n) => ['young', n]));
  });

  it('keeps its lease through a handler slower than the lease', async () => {
    const seen: string[] = [];
    const slow = async () => {
      await sleep(1500);
      seen.push('slow');
    };
    await append(1);
    const a = await start({ handle: slow });
    await waitFor(() => a.leading());
    const b = await start({ handle: async () => void seen.push('other') });
    await waitFor(() => seen.length === 1);
    expect([seen, b.leading()]).toEqual([['slow'], false]);
    await waitFor(() => a.checkpoint() === 1);
  });

  it('continues by itself when every connection has been cut', async () => {
    const [seen, faults]: [number[], unknown[]] = [[], []];
    const subscription = await start({ handle: async (events) => void seen.push(...events.map((e) => e.position)), onError: (e) => faults.push(e) });
    for (let round = 0; round < 5; round++) {
      await append(1);
      await at.owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'gensvar_app'`);
      await sleep(100);
    }
    await waitFor(() => subscription.checkpoint() === 5);
    expect([...new Set(seen)]).toEqual(numbers(5));
  });
});

/** A database whose every query hangs while paused, as seen from a process that was stopped. */
class SleepingDatabase {
  #asleep: Promise<void> | undefined;
  #wake: () => void = () => undefined;
  readonly database: Database;

  constructor(real: Database) {
    const patient = Object.create(real) as Database;
    Object.assign(patient, {
      query: async (...args: Parameters<Database['query']>) => {
        await this.#asleep;
        return real.query(...args);
      },
      prepared: async (...args: Parameters<Database['prepared']>) => {
        await this.#asleep;
        return real.prepared(...args);
      },
    });
    this.database = withMethods(real, patient);
  }

  get sleeping(): boolean {
    return this.#asleep !== undefined;
  }
  sleep(): Promise<void> {
    return (this.#asleep ??= new Promise((resolve) => {
      this.#wake = resolve;
    }));
  }
  wakeUp(): void {
    this.#asleep = undefined;
    this.#wake();
  }
}

/** Private fields live on the real object: methods not replaced are bound to it. */
function withMethods(real: Database, over: Database): Database {
  return new Proxy(over, {
    get: (target, name) => {
      if (Object.hasOwn(target, name)) return Reflect.get(target, name) as unknown;
      const value: unknown = Reflect.get(real, name, real);
      return typeof value === 'function' ? value.bind(real) : value;
    },
  });
}
