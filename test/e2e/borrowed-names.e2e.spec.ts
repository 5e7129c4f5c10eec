import { type Api, freshApi } from '../support/api.js';
import { reported } from '../support/complaint-over-http.js';

let api: Api;
beforeAll(async () => {
  api = await freshApi();
}, 120_000);
afterAll(async () => {
  await api?.close();
}, 30_000);

describe('Names of JavaScript’s own are refused, and never a fault of ours', () => {
  test('a command named like a property of every object is no command; one’s own reports are shown where no case continues another', async () => {
    const id = await reported(api);
    const headers = { accept: 'text/html', authorization: `Bearer ${api.tokenOf('registrar')}` };
    for (const name of ['__proto__', 'constructor', 'toString'])
      for (const doing of ['', 'keepDraft', 'dropDraft']) {
        const body = new URLSearchParams({ _type: name, _do: doing, _version: '1' });
        const { status } = await fetch(`${api.base}/arende/${id}`, { method: 'POST', redirect: 'manual', headers, body });
        expect([name, doing, status < 500]).toEqual([name, doing, true]);
      }
    expect((await fetch(`${api.base}/rapportera/mina`, { headers })).status).toBe(200);
  }, 120_000);
});
