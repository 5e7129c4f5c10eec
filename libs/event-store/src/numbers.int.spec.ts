import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { command, event, type FreshStore, freshStore, to } from '../../../test/support/store.js';
import { EventStore } from './event-store.js';
import { verify } from './verify.js';

describe('Positions and case numbers', () => {
  let at: FreshStore;
  beforeEach(async () => {
    at = await freshStore();
  });
  afterEach(() => at.close());

  const numbered = (over: { year?: number; count?: number; version?: number; taken?: number[]; id?: string } = {}) => ({
    command: command(over.id === undefined ? {} : { id: over.id }),
    numbers: [
      { series: 'LS', year: over.year ?? 2024, count: over.count ?? 1 },
      { series: 'AVV', year: 2024, count: 1 },
    ],
    build: ([number, other]: readonly number[]) => {
      over.taken?.push(number as number);
      const stream = over.id === undefined ? `case/${randomUUID()}` : `case/${over.id}`;
      return { streams: [{ stream, expectedVersion: over.version ?? 0, events: [event({ open: { number, other } })] }], answer: { number } };
    },
  });

  /** Dense positions, a whole chain, and every number given out exactly once. */
  async function expectNoGaps(): Promise<void> {
    const [row] = await at.database.query<{ events: number; last: number; counter: number }>(
      'SELECT count(*) AS events, coalesce(max(position), 0) AS last, (SELECT position FROM store.counter) AS counter FROM store.events',
    );
    expect(row).toEqual({ events: row?.last, last: row?.last, counter: row?.last });
    expect(await verify(at.database)).toMatchObject({ ok: true });
    const given = await at.database.query<{ n: number; last: number; least: number }>(
      `SELECT count(DISTINCT open ->> 'number') AS n, max((open ->> 'number')::int) AS last, min((open ->> 'number')::int) AS least
       FROM store.events WHERE open ? 'number'`,
    );
    const [series] = await at.database.query<{ last: number }>(`SELECT last FROM store.numbers WHERE series = 'LS' AND year = 2024`);
    expect(given).toEqual([{ n: series?.last, last: series?.last, least: 1 }]);
  }

  it('runs each series from one without gaps, by year, and gives several in a row', async () => {
    const year2025: number[] = [];
    const results = await Promise.all([
      ...Array.from({ length: 15 }, () => at.store.append(numbered())),
      at.store.append(numbered({ year: 2025, count: 3, taken: year2025 })),
      new EventStore(at.database, at.seal).append(numbered()),
    ]);
    expect(results.map((r) => r.kind)).toEqual(Array(17).fill('appended'));
    await at.store.append(numbered({ year: 2025, taken: year2025 }));
    expect(year2025).toEqual([1, 4]);
    const [ls] = await at.database.query(`SELECT last FROM store.numbers WHERE series = 'LS' AND year = 2024`);
    expect(ls).toEqual({ last: 16 });
  });

  it('takes no number for a repeated command, a used id or a conflict', async () => {
    const id = randomUUID();
    const twins = await Promise.all([at.store, at.store, new EventStore(at.database, at.seal)].map((store) => store.append(numbered({ id }))));
    expect(twins.map((r) => r.kind).sort()).toEqual(['appended', 'repeated', 'repeated']);
    expect((await at.store.append({ ...numbered(), command: command({ id, bodyHash: Buffer.alloc(32, 9) }) })).kind).toBe('idReused');
    expect((await at.store.append(numbered({ version: 5 }))).kind).toBe('conflict');
    const [mixed] = await Promise.all([at.store.append(numbered({ version: 5 })), at.store.append(numbered()), at.store.append(to(`case/${id}`, 1))]);
    expect(mixed?.kind).toBe('conflict');
    await expectNoGaps();
    const [ls] = await at.database.query(`SELECT last FROM store.numbers WHERE series = 'LS'`);
    expect(ls).toEqual({ last: 2 });
  });

  it('gives the number back when building fails', async () => {
    const broken = {
      ...numbered(),
      build: () => {
        throw new Error('no such unit');
      },
    };
    await expect(at.store.append(broken)).rejects.toThrow('no such unit');
    await at.store.append(numbered());
    await expectNoGaps();
  });

  it('stays without gaps when connections are killed and writers roll back at random (R-073, AC-24)', async () => {
    let over = false;
    const killer = (async () => {
      while (!over) {
        await at.owner.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'gensvar_app' AND random() < 0.3`,
        );
        await sleep(15);
      }
    })();
    const kinds = new Map<string, number>();
    await Promise.all(
      Array.from({ length: 6 }, async (_, n) => {
        const store = new EventStore(at.database, at.seal);
        for (let i = 0; i < 25; i++) {
          const request = n % 2 === 0 ? numbered(Math.random() < 0.2 ? { version: 3 } : {}) : to(`case/${randomUUID()}`, 0, [event({ sealed: { what: 'x' } })]);
          const kind = await store.append(request).then(
            (r) => r.kind,
            (error: { unavailable?: boolean }) => (error.unavailable ? 'cut off' : 'fault'),
          );
          kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        }
      }),
    );
    over = true;
    await killer;
    expect(kinds.get('cut off')).toBeGreaterThan(0);
    expect(kinds.get('fault')).toBeUndefined();
    expect(kinds.get('appended')).toBeGreaterThan(20);
    await expectNoGaps();
  }, 60_000);

  it('stays without gaps when whole processes are killed in the midst of appending (R-073, AC-24)', async () => {
    for (let round = 0; round < 3; round++) {
      const writers = Array.from({ length: 3 }, () => startWriter(at.appUrl));
      await Promise.all(writers.map(({ writing }) => writing));
      await sleep(Math.random() * 60);
      for (const { process } of writers) process.kill('SIGKILL');
      await Promise.all(writers.map(({ gone }) => gone));
    }
    await at.store.append(numbered());
    await expectNoGaps();
    expect(await at.store.position()).toBeGreaterThan(10);
  }, 60_000);
});

/** A process that takes numbers and appends as fast as it can, with pauses inside its transactions, until it is killed. */
function startWriter(url: string): { process: ChildProcess; writing: Promise<unknown>; gone: Promise<unknown> } {
  const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER], { env: { ...process.env, URL: url }, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const wrote = new Promise((resolve, reject) => {
    child.stdout?.once('data', resolve);
    child.once('exit', () => reject(new Error('the writer ended before it had written')));
  });
  return { process: child, writing: wrote, gone };
}

// Plain JavaScript, since a child has no TypeScript; the hash is made as chain.ts makes it.
const WRITER = `
import pg from 'pg';
import { createHash, randomUUID } from 'node:crypto';
const sha = (text) => createHash('sha256').update(text).digest();
const client = new pg.Client({ connectionString: process.env.URL });
await client.connect();
const maybe = () => Math.random() < 0.5 && new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
for (;;) {
  const [id, stream, eventId, at] = [randomUUID(), 'case/' + randomUUID(), randomUUID(), '2024-01-01T00:00:00.000Z'];
  await client.query('BEGIN');
  const { rows } = await client.query("SELECT store.take_numbers('{LS}', '{2024}', '{1}') AS firsts");
  const open = { number: rows[0].firsts[0] };
  await maybe();
  const h = sha(JSON.stringify({ actor: 'a', at, commandId: id, eventId, open, sealedHash: null, stream, type: 'T', v: 1, version: 1 }));
  await client.query('SELECT * FROM store.append($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25)', [
    [id], ['a'], [Buffer.alloc(32)], ['{}'], [1], [1], [0], [stream], [0], [null], [stream], [1], [eventId], ['T'], [1], [at],
    [JSON.stringify(open)], [null], [h], [], [], [], [], [], []]);
  await maybe();
  await client.query(Math.random() < 0.2 ? 'ROLLBACK' : 'COMMIT');
  process.stdout.write('.');
}`;
