import { pino } from 'pino';
import { openCore } from '#case-service/core';
import { readConfig } from '#platform/config';
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
});
