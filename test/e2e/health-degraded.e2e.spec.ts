import { writeFileSync } from 'node:fs';
import { pino } from 'pino';
import { readConfig } from '#platform/config';
import { noteFullDisk } from '#platform/storage';
import { heartbeats, keepBeating } from '#workflow-sync/heartbeat';
import { createServer } from '../../apps/server/src/app.js';
import { freshCore } from '../support/core.js';
import { waitFor } from '../support/processes.js';

const monitoring = 'a-token-of-the-monitoring-of-this-spec';
const monitors = { headers: { authorization: `Bearer ${monitoring}` } };
let ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends = [];
}, 30_000);

// In a file of its own: a process that has met a full disk says so for a minute, to whatever test comes next.
describe('Whether it can be used, where a part is away', () => {
  test('a process without a heartbeat, and a Temporal that does not answer, are reported and hinder nobody', async () => {
    const core = await freshCore();
    const config = readConfig({
      GENSVAR_DEMO: '0',
      GENSVAR_MONITORING_TOKEN: monitoring,
      DATABASE_URL: core.appUrl,
      GENSVAR_MASTER_KEY: core.masterKey,
      TEMPORAL_ADDRESS: '127.0.0.1:9',
      KAFKA_BROKERS: '127.0.0.1:9',
    });
    const app = await createServer(core, config, pino({ level: 'silent' }));
    await app.listen(0, '127.0.0.1');
    ends = [() => core.close(), () => app.close()];
    await core.database.query(
      `INSERT INTO store.heartbeat (process, at, state) VALUES ('worker', now() - interval '1 minute', '{}'), ('conductor', now(), '{}')`,
    );
    const response = await fetch(`${await app.getUrl()}/health/ready`, monitors);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: 'degraded',
      parts: { temporal: 'down', kafka: 'down', processes: { worker: 'down', conductor: 'up' } },
    });
    // A process that meets a full disk says so with its next heartbeat; the disk may be another than the server's.
    const beats = async (process: string) => {
      const stop = keepBeating(core.database, process, () => ({}), console.error);
      await waitFor(async () => (await heartbeats(core.database)).some((row) => row.process === process && 'diskFull' in row.state));
      stop();
    };
    await beats('worker');
    expect(() => writeFileSync('/dev/full', 'x')).toThrow(expect.objectContaining({ code: 'ENOSPC' }));
    noteFullDisk('log');
    await beats('conductor');
    const full = await (await fetch(`${await app.getUrl()}/health/ready`, monitors)).json();
    expect(full).toMatchObject({ status: 'degraded', parts: { processes: { worker: 'up', conductor: 'full' } } });
    expect(await (await fetch(`${await app.getUrl()}/metrics`, monitors)).text()).toMatch(/gensvar_part_up\{part="conductor"\} 0/);
    await core.database.query('INSERT INTO store.workflow_generation (generation) VALUES (1)');
    expect(await (await fetch(`${await app.getUrl()}/health/ready`, monitors)).json()).toMatchObject({ status: 'degraded', parts: { workflows: 'outdated' } });
    const metrics = await (await fetch(`${await app.getUrl()}/metrics`, monitors)).text();
    expect(metrics).toMatch(/gensvar_part_up\{part="temporal"\} 0/);
    expect(metrics).toMatch(/gensvar_part_up\{part="workflows"\} 0/);
    expect(metrics).toMatch(/gensvar_part_up\{part="postgres"\} 1/);
  }, 60_000);
});
