import { createServer } from 'node:net';
import { complaint } from '../support/complaint-over-http.js';
import { freshCore } from '../support/core.js';
import { killAll, startProcess, waitFor } from '../support/processes.js';

afterAll(killAll);

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

describe('The server process', () => {
  test('R-072 starts by its variables, takes a report, catches the demo’s mail, and ends in order when told', async () => {
    const core = await freshCore();
    const [port, mail] = [await freePort(), await freePort()];
    const server = startProcess('server', {
      DATABASE_URL: core.appUrl,
      GENSVAR_MASTER_KEY: core.masterKey,
      GENSVAR_DEMO: '1',
      GENSVAR_FEED: 'store',
      PORT: String(port),
      GENSVAR_MAIL_CATCHER_PORT: String(mail),
    });
    const base = `http://127.0.0.1:${port}`;
    await waitFor(async () => (await fetch(`${base}/health/live`)).ok, 30_000, 'the server');
    const made = await fetch(`${base}/api/cases`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(complaint) });
    expect(made.status).toBe(201);
    expect((await core.store.load(`case/${((await made.json()) as { id: string }).id}`)).length).toBeGreaterThan(0);
    expect(await (await fetch(`${base}/demo/mail`)).json()).toEqual([]);
    expect((await fetch(`${base}/`)).status).toBe(200);
    expect(await server.kill()).toBe(0);
    expect(server.output()).toMatch(/"msg":"listening"/);
    expect(server.output()).not.toMatch(/"level":(50|60)/);
    await core.close();
  }, 90_000);
});
