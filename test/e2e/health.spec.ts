import { writeFileSync } from 'node:fs';
import { pino } from 'pino';
import { openCore } from '#case-service/core';
import { readConfig } from '#platform/config';
import { noteFullDisk } from '#platform/storage';
import { heartbeats, keepBeating } from '#workflow-sync/heartbeat';
import { startProjector } from '../../apps/projector/src/start.js';
import { createServer } from '../../apps/server/src/app.js';
import { brokenLine } from '../support/broken-line.js';
import { complaint } from '../support/complaint-over-http.js';
import { freshCore } from '../support/core.js';
import { waitFor } from '../support/processes.js';

let ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends = [];
}, 30_000);

const monitoring = 'a-token-of-the-monitoring-of-this-spec';
const monitors = { headers: { authorization: `Bearer ${monitoring}` } };

describe('Whether it can be used', () => {
  test('not ready before the rows are caught up; then ready; without PostgreSQL not, with an explanation, and again when it is back', async () => {
    const core = await freshCore();
    const way = await brokenLine(core.appUrl);
    const config = readConfig({ GENSVAR_DEMO: '0', GENSVAR_MONITORING_TOKEN: monitoring, DATABASE_URL: way.url, GENSVAR_MASTER_KEY: core.masterKey });
    const own = await openCore(config, 'test-server');
    const app = await createServer(own, config, pino({ level: 'silent' }));
    await app.listen(0, '127.0.0.1');
    ends = [() => core.close(), () => own.close(), () => way.close(), () => app.close()];
    const base = await app.getUrl();
    const ready = async () => {
      const response = await fetch(`${base}/health/ready`, monitors);
      return { status: response.status, body: (await response.json()) as { status: string; parts: Record<string, unknown> } };
    };
    const report = () =>
      fetch(`${base}/api/cases`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(complaint),
      });

    expect((await report()).status).toBe(201);
    expect(await ready()).toMatchObject({ status: 503, body: { status: 'starting', parts: { postgres: 'up' } } });
    const feed = await startProjector(core, {
      config: { ...config, feed: 'store' },
      onError: () => undefined,
      onParked: () => undefined,
      onUnreadable: () => undefined,
    });
    ends.push(() => feed.stop());
    await waitFor(async () => (await ready()).status === 200);
    expect((await ready()).body).toMatchObject({
      status: 'ready',
      parts: { postgres: 'up', temporal: 'off', kafka: 'off', projections: { lagEvents: 0, parked: 0 } },
    });

    way.cut();
    expect(await ready()).toMatchObject({ status: 503, body: { status: 'unavailable', parts: { postgres: 'down' } } });
    expect((await fetch(`${base}/health/live`)).status).toBe(200);
    const refused = await report();
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      code: 'unavailable',
      title: 'Tjänsten är inte tillgänglig just nu',
      detail: expect.stringContaining('pappersblanketten'),
    });
    const page = await fetch(`${base}/synpunkt`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toMatch(/html/);

    way.mend();
    await waitFor(async () => (await report()).status === 201);
    await waitFor(async () => (await ready()).status === 200);
  }, 90_000);

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
