import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

const page = async (path = '/'): Promise<string> => (await api.get(path)).body;
const sheetOf = (html: string): string => /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? '';

describe('Style sheet and scripts', () => {
  test('the style sheet’s address holds its hash, and may be cached for a year; an older address gives the newest', async () => {
    const address = sheetOf(await page());
    expect(address).toMatch(/^\/assets\/[0-9a-f]{12}\/gensvar\.css$/);
    const kept = await api.get(address);
    expect(kept.headers.get('content-type')).toMatch(/^text\/css/);
    expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const older = await api.get(address.replace(/[0-9a-f]{12}/, '0123456789ab'));
    expect(older.body).toBe(kept.body);
    expect(older.headers.get('cache-control')).toBe('no-cache');
    expect((await api.get('/assets/gensvar.css')).body).toBe(kept.body);
  });

  test('scripts are our own, as modules, and there are no others', async () => {
    const release = sheetOf(await page()).split('/')[2];
    for (const name of ['client/focus-faults.js', 'client/live-list.js']) {
      const script = await api.get(`/assets/${release}/${name}`);
      expect([name, script.status, script.headers.get('content-type')]).toEqual([name, 200, 'text/javascript; charset=utf-8']);
      expect(script.body).not.toContain('sourceMappingURL');
    }
    for (const name of ['client/none.js', 'client/../../../../package.json', 'client/%2e%2e%2fassets.js', ''])
      expect([name, (await api.get(`/assets/${release}/${name}`)).status]).toEqual([name, 404]);
  });

  test('a page without faults loads no script; one with faults loads the one that moves the focus to them', async () => {
    expect(await page('/lamna-synpunkt')).not.toContain('<script');
    const refused = await api.post('/folj', 'code=FEL', null, { 'content-type': 'application/x-www-form-urlencoded' });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatch(/<script src="\/assets\/[0-9a-f]{12}\/client\/focus-faults\.js" type="module"/);
  });

  test('complete answers are compressed; events are sent at once', async () => {
    const asked = { 'accept-encoding': 'br' };
    expect((await fetch(api.base, { headers: asked })).headers.get('content-encoding')).toBe('br');
    expect((await fetch(api.base + sheetOf(await page()), { headers: asked })).headers.get('content-encoding')).toBe('br');
    const stop = new AbortController();
    const stream = await fetch(`${api.base}/api/stream`, { headers: { ...asked, authorization: `Bearer ${api.tokenOf('manager')}` }, signal: stop.signal });
    expect(stream.headers.get('content-encoding')).toBeNull();
    stop.abort();
  });
});
