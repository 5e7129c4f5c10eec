import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { emptyDatabase } from '../database.mjs';
import { each, percentile } from '../measure.mjs';

/** A DBOS workflow of one step that writes one row, in process. p50 in ms. */
export async function dbosOneStep({ count }) {
  const { DBOS } = await import('@dbos-inc/dbos-sdk');
  const [database, system] = [await emptyDatabase('dbos'), await emptyDatabase('dbossys')];
  const pool = new pg.Pool({ connectionString: database.adminUrl, max: 4 });
  await pool.query('CREATE TABLE event (id uuid PRIMARY KEY, open jsonb)');
  const step = async (id) => {
    await pool.query('INSERT INTO event (id, open) VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, { by: 'complainant' }]);
    return id;
  };
  const command = DBOS.registerWorkflow((id) => DBOS.runStep(() => step(id), { name: 'write' }), { name: 'command' });
  DBOS.setConfig({ name: 'bench', systemDatabaseUrl: system.adminUrl, logLevel: 'error', runAdminServer: false });
  try {
    await DBOS.launch();
    return percentile(await each(count, 20, () => command(randomUUID())), 0.5);
  } finally {
    await DBOS.shutdown();
    await pool.end();
    await database.drop();
    await system.drop();
  }
}
