import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import pg from 'pg';
import { emptyDatabase, unique } from '../database.mjs';
import { each, percentile } from '../measure.mjs';

/** A command as an Update of an entity workflow whose local activity writes the row. p50 in ms. */
export async function temporalUpdate({ count }) {
  const address = process.env.TEMPORAL_ADDRESS;
  const database = await emptyDatabase('update');
  const pool = new pg.Pool({ connectionString: database.adminUrl, max: 4 });
  await pool.query('CREATE TABLE event (id uuid PRIMARY KEY, open jsonb)');
  const write = async (id) => {
    await pool.query('INSERT INTO event (id, open) VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, { by: 'complainant' }]);
  };
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  const taskQueue = unique('entity');
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address }),
    taskQueue,
    activities: { write },
    workflowsPath: join(import.meta.dirname, 'entity.workflow.mjs'),
    bundlerOptions: { logger: new DefaultLogger('ERROR') },
  });
  const running = worker.run();
  const connection = await Connection.connect({ address });
  try {
    const client = new Client({ connection });
    const cases = await Promise.all(Array.from({ length: 5 }, (_, n) => client.workflow.start('entity', { taskQueue, workflowId: `${taskQueue}/${n}` })));
    const times = await each(count, 20, (n) => cases[n % cases.length].executeUpdate('command', { args: [randomUUID()] }));
    await Promise.all(cases.map((handle) => handle.signal('stop')));
    await Promise.all(cases.map((handle) => handle.result()));
    return percentile(times, 0.5);
  } finally {
    worker.shutdown();
    await running;
    await connection.close();
    await pool.end();
    await database.drop();
  }
}
