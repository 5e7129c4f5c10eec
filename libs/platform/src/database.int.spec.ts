import { startPostgres } from '../../../infra/local/services.mjs';
import { ownHome, waitFor } from '../../../test/support/processes.js';
import { type FreshDatabase, freshDatabase } from '../../../test/support/services.js';
import { Column, copyLine, Database, DatabaseFault, Entity, type MigrationInterface, migrate, PrimaryColumn, type QueryRunner } from './database.js';

@Entity({ schema: 'read', name: 'thing' })
class Thing {
  @PrimaryColumn('int') id!: number;
  @Column('text') name!: string;
}

class Things1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(
      'CREATE TABLE read.thing (id int PRIMARY KEY, name text); GRANT ALL ON SCHEMA read TO gensvar_app; GRANT ALL ON read.thing TO gensvar_app',
    );
  }
  async down() {
    throw new Error('never');
  }
}

describe('Access to the database', () => {
  let fresh: FreshDatabase;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await Promise.all([migrate(fresh.adminUrl, [Things1700000000001], fresh.appUrl()), migrate(fresh.adminUrl, [Things1700000000001], fresh.appUrl())]);
    database = await Database.connect(fresh.appUrl(), { poolSize: 4, entities: [Thing] });
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });
  beforeEach(async () => {
    await database.query('DELETE FROM read.thing');
  });

  it('gives positions as numbers, instants as ISO text in UTC with milliseconds, dates as they are written', async () => {
    const [row] = await database.query(`SELECT 9007199254740991::int8 AS n, array[1, null]::int8[] AS ns, sum(x) AS total,
      '2024-03-31 03:30:00.5+02'::timestamptz AS t, array['2024-01-01 00:00+01'::timestamptz] AS ts, 'infinity'::timestamptz AS for_ever,
      '2024-02-29'::date AS d, array['2024-02-29'::date] AS ds, '{"a": 1}'::jsonb AS j FROM generate_series(1::int8, 3) AS x`);
    expect(row).toEqual({
      n: 9007199254740991,
      ns: [1, null],
      total: 6,
      t: '2024-03-31T01:30:00.500Z',
      ts: ['2023-12-31T23:00:00.000Z'],
      for_ever: 'infinity',
      d: '2024-02-29',
      ds: ['2024-02-29'],
      j: { a: 1 },
    });
  });

  it('rolls a transaction back for an error that was thrown, and for one that was swallowed', async () => {
    const add = (id: number, then: (tx: { query: Database['query'] }) => Promise<unknown>) =>
      database.transaction(async (tx) => {
        await tx.query('INSERT INTO read.thing VALUES ($1, $2)', [id, 'x']);
        await then(tx);
      });
    await add(1, async () => undefined);
    await expect(
      add(2, async () => {
        throw new RangeError('refused');
      }),
    ).rejects.toThrow(RangeError);
    await expect(add(3, (tx) => tx.query('SELECT 1/0').catch(() => undefined))).rejects.toThrow('rolled back');
    expect(await database.query('SELECT id FROM read.thing')).toEqual([{ id: 1 }]);
  });

  it('gives the code of a fault and never the row', async () => {
    await database.query(`INSERT INTO read.thing VALUES (7, 'Anna Andersson')`);
    const fault = await database.query('INSERT INTO read.thing VALUES ($1, $2)', [7, 'Anna Andersson']).catch((e: unknown) => e);
    expect(fault).toBeInstanceOf(DatabaseFault);
    expect(fault).toMatchObject({ code: '23505', constraint: 'thing_pkey', unavailable: false });
    expect(JSON.stringify(fault, Object.getOwnPropertyNames(fault))).not.toContain('Anna');
  });

  it('copies lines in, in a transaction or by itself, whatever characters they hold', async () => {
    const names = ['tab\there', 'new\nline', 'back\\slash', 'å', '\\N'];
    const lines = () => names.map((name, id) => copyLine([id, name]));
    await expect(
      database.transaction(async (tx) => {
        await database.copyIn(tx, 'COPY read.thing FROM STDIN', lines());
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await database.copyIn(null, 'COPY read.thing FROM STDIN', lines());
    expect((await database.query('SELECT name FROM read.thing ORDER BY id')).map((r) => r['name'])).toEqual(names);
    await expect(database.copyIn(null, 'COPY read.thing FROM STDIN', ['no number\tx\n'])).rejects.toMatchObject({ code: '22P02' });
    const breaking = function* () {
      yield copyLine([9, 'x']);
      throw new Error('the source ran dry');
    };
    for (let i = 0; i < 6; i++) await expect(database.copyIn(null, 'COPY read.thing FROM STDIN', breaking())).rejects.toThrow('ran dry');
    expect(await database.query('SELECT count(*) AS n FROM read.thing')).toEqual([{ n: names.length }]);
    const [types] = await database.query(`SELECT '${copyLine([null])}' AS a`);
    expect(types).toEqual({ a: '\\N\n' });
  });

  it('reads a big result in batches, and gives the connection back when the reader has had enough', async () => {
    const sizes: number[] = [];
    for await (const batch of database.cursor('SELECT g FROM generate_series(1, $1::int) AS g', [25], 10)) sizes.push(batch.length);
    expect(sizes).toEqual([10, 10, 5]);
    for (let i = 0; i < 10; i++) {
      for await (const [first] of database.cursor<{ g: number }>('SELECT g FROM generate_series(1, 1000) AS g', [], 10)) {
        expect(first).toEqual({ g: 1 });
        break;
      }
    }
    const failing = async () => {
      for await (const _ of database.cursor('SELECT 1 / (5 - g) FROM generate_series(1, 10) AS g', [], 2));
    };
    await expect(failing()).rejects.toMatchObject({ code: '22012' });
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('opens entities by repository', async () => {
    await database.register(Thing, (things) => things.save({ id: 1, name: 'a' }));
    expect(await database.register(Thing, (things) => things.findOneBy({ id: 1 }))).toEqual({ id: 1, name: 'a' });
  });

  it('makes a repository’s fault the same fault as a statement’s, without what was in the row', async () => {
    const byStatement = () => database.query('INSERT INTO read.thing (id, name) VALUES (7, $1)', ['b']);
    await byStatement();
    const sql = await byStatement().catch((error: unknown) => error);
    const rows = await database.register(Thing, (things) => things.insert({ id: 7, name: 'b' })).catch((error: unknown) => error);
    expect(rows).toBeInstanceOf(DatabaseFault);
    expect({ ...(rows as DatabaseFault), message: String(rows) }).toEqual({ ...(sql as DatabaseFault), message: String(sql) });
    expect(JSON.stringify(rows)).not.toMatch(/"b"|detail|parameters/);
  });

  it('is a fault where nothing answers', async () => {
    await expect(Database.connect('postgres://a:b@127.0.0.1:9/x')).rejects.toMatchObject({ name: 'DatabaseFault', unavailable: true });
  });
});

describe('A database that is stopped and started', () => {
  const home = ownHome();
  afterAll(() => home.remove());

  it('is a fault at once while it is away; statements and listening continue by themselves when it is back (R-073)', async () => {
    let server = await startPostgres(home);
    const database = await Database.connect(server.adminUrl, { poolSize: 3 });
    const heard: string[] = [];
    await database.listen('news', (payload) => heard.push(payload));
    await database.query(`SELECT pg_notify('news', 'first')`);
    await waitFor(() => heard.includes('first'));
    const inTransaction = database
      .transaction(async (tx) => {
        await tx.query('SELECT pg_sleep(20)');
      })
      .catch((e: unknown) => e);
    const other = await Database.connect(server.adminUrl, { poolSize: 1 });
    await waitFor(async () => (await other.query(`SELECT FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(20)' AND state = 'active'`)).length === 1);
    await other.close();

    await server.kill();
    expect(await inTransaction).toMatchObject({ unavailable: true });
    const begun = performance.now();
    await expect(database.query('SELECT 1')).rejects.toMatchObject({ unavailable: true });
    await expect(database.transaction(async () => undefined)).rejects.toMatchObject({ unavailable: true });
    // Two questions that waited for a place in the pool would take twenty seconds.
    expect(performance.now() - begun).toBeLessThan(15_000);

    server = await startPostgres(home);
    await waitFor(async () => (await database.query('SELECT 1')).length === 1);
    await waitFor(() => heard.includes(''), 10_000, 'to be told that something may have been missed');
    await database.query(`SELECT pg_notify('news', 'second')`);
    await waitFor(() => heard.includes('second'));
    await database.close();
    await server.stop();
  }, 60_000);
});
