import { Connection } from '@temporalio/client';
import pg from 'pg';
import { ownHome, ownKafka, ownTemporal, waitFor } from './processes.js';
import { freshDatabase, freshNamespace, freshTopic } from './services.js';

describe('services for a spec', () => {
  test('a database is empty, its own, and gone after drop', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    expect(one.name).not.toBe(other.name);
    const client = new pg.Client({ connectionString: one.adminUrl });
    await client.connect();
    const { rows } = await client.query('select current_database() as name, count(*)::int as tables from pg_tables where schemaname = $1', ['public']);
    expect(rows).toEqual([{ name: one.name, tables: 0 }]);
    await client.end();
    expect(new URL(one.appUrl()).username).toBe('gensvar_app');
    await Promise.all([one.drop(), other.drop()]);
    await expect(new pg.Client({ connectionString: one.adminUrl }).connect()).rejects.toThrow(/does not exist/);
  });

  test('the server sorts Swedish as Swedes do, where it is asked to', async () => {
    const database = await freshDatabase();
    const client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
    const { rows } = await client.query(`select string_agg(w, '' order by w collate "sv-x-icu") as words from unnest(array['ö','a','ä','å','z']) w`);
    expect(rows[0].words).toBe('azåäö');
    await client.end();
    await database.drop();
  });

  test('a namespace takes a search by stage at once', async () => {
    const { address, namespace } = await freshNamespace();
    const connection = await Connection.connect({ address });
    const { executions } = await connection.withDeadline(Date.now() + 2_000, () =>
      connection.workflowService.listWorkflowExecutions({ namespace, query: "CaseKind = 'complaint' and NextDue < '2030-01-01T00:00:00Z'" }),
    );
    expect(executions).toEqual([]);
    await connection.close();
  }, 30_000);

  test('a topic is made and dropped', async () => {
    const { topic, drop } = await freshTopic();
    expect(topic).toMatch(/^gensvar\..+\.v1$/);
    await drop();
  }, 30_000);
});

describe('services of a spec’s own', () => {
  const home = ownHome();
  afterAll(() => home.remove(), 30_000);

  test('Temporal and Kafka come back on the same address after being killed', async () => {
    const [temporal, kafka] = await Promise.all([ownTemporal(home), ownKafka(home)]);
    await Promise.all([temporal.kill(), kafka.kill()]);
    await waitFor(() => !temporal.alive() && !kafka.alive());
    const again = await Promise.all([ownTemporal(home), ownKafka(home)]);
    expect(again[0].address).toBe(temporal.address);
    expect(again[1].brokers).toBe(kafka.brokers);
    await Promise.all(again.map((service) => service.stop()));
  }, 90_000);
});
