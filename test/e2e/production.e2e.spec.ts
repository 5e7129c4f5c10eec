import { readConfig } from '#platform/config';
import { runVerb } from '../acceptance/verbs.js';
import { type Api, freshApi } from '../support/api.js';
import { reported } from '../support/complaint-over-http.js';
import { CookieJar } from '../support/cookie-jar.js';
import { people } from '../support/scenario.js';

const monitoring = 'a-token-of-the-monitoring-of-this-spec';
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

let demo: Api;
let real: Api;
beforeAll(async () => {
  [demo, real] = await Promise.all([freshApi(), freshApi({ GENSVAR_DEMO: '0', GENSVAR_MONITORING_TOKEN: monitoring })]);
}, 120_000);
afterAll(async () => {
  await demo?.close();
  await real?.close();
}, 30_000);

/** Every route of the process, as its router has it. */
function routesOf(api: Api): readonly { readonly path: string; readonly methods: readonly string[] }[] {
  const { router } = api.app.getHttpAdapter().getInstance() as unknown as {
    router: { stack: { route?: { path: string; methods: Record<string, boolean> } }[] };
  };
  return router.stack.flatMap(({ route }) => (route === undefined ? [] : [{ path: route.path, methods: Object.keys(route.methods) }]));
}

describe('Production is never a demo by accident', () => {
  test('the demo is asked for by name, and refused with production in any spelling', () => {
    expect(readConfig({}).demo).toBe(false);
    for (const spelling of ['production', 'Production', 'PRODUCTION', ' production ', 'prod', 'Prod']) {
      expect(readConfig({ NODE_ENV: spelling })).toMatchObject({ production: true, demo: false });
      expect(() => readConfig({ NODE_ENV: spelling, GENSVAR_DEMO: '1' })).toThrow('GENSVAR_DEMO');
    }
  });

  test('metrics, the parts of the health and the description of the API are shown to who holds the monitoring token, and to nobody else', async () => {
    const closed = ['/metrics', '/api/docs', '/api/docs/start.js', '/api/openapi.json', '/api/asyncapi.json'];
    for (const path of closed) {
      expect([path, (await real.get(path)).status]).toEqual([path, 401]);
      expect([path, (await real.get(path, null, bearer(`${monitoring}x`))).status]).toEqual([path, 401]);
      expect([path, (await real.get(path, null, bearer(monitoring))).status]).toEqual([path, 200]);
      expect([path, (await demo.get(path)).status]).toEqual([path, 200]);
    }
    expect(Object.keys((await real.get('/health/ready')).body)).toEqual(['status']);
    expect((await real.get('/health/ready', null, bearer(monitoring))).body.parts.postgres).toBe('up');
    expect((await real.get('/api/cases', null, bearer(monitoring))).status).toBe(401);
  });

  test('browsers are told to come by https only, and every cookie is bound to the host; the demo on plain http keeps plain names', async () => {
    expect((await real.get('/')).headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect((await demo.get('/')).headers.get('strict-transport-security')).toBeNull();
    const { body } = await real.post('/api/cases', { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Ingen kom.' });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const opened = await real.send('POST', '/folj', null, `code=${body.receiptCode}`, form);
    const [cookie = ''] = opened.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-gensvar_folj=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  });
});

describe('A person’s words are not cached on the way', () => {
  test('no route lets its answer be cached, also not a posted step; assets are the exception', async () => {
    const routes = routesOf(demo);
    expect(routes.length).toBeGreaterThan(50);
    const id = await reported(demo);
    for (const { path, methods } of routes) {
      if (path.startsWith('/assets/') || path === '/api/stream') continue;
      const address = path
        .replace(/:id\b/g, id)
        .replace(/:(\w+)/g, 'x')
        .replace(/\*\w*|\{.*\}/g, '');
      for (const method of methods.filter((name) => ['get', 'post'].includes(name)).map((name) => name.toUpperCase())) {
        for (const who of [null, 'manager'] as const) {
          const { headers } = await demo.send(method, address, who, method === 'POST' ? {} : undefined, { accept: 'text/html' });
          expect([method, path, who, headers.get('cache-control')]).toEqual([method, path, who, expect.stringContaining('no-store')]);
        }
      }
    }
  }, 120_000);
});

describe('A session is ended on the server', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  const post = (jar: CookieJar, path: string, body: string) => jar.go(path, { method: 'POST', headers: form, body });
  const holding = (cookies: ReadonlyMap<string, string>) => {
    const jar = new CookieJar(demo.base);
    for (const [name, value] of cookies) jar.cookies.set(name, value);
    return jar;
  };

  test('also that of one who follows by a code: closed, the same cookie opens nothing', async () => {
    const { body } = await demo.post('/api/cases', { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Ingen kom.' });
    const jar = new CookieJar(demo.base);
    await post(jar, '/folj', `code=${body.receiptCode}`);
    const kept = new Map(jar.cookies);
    expect(await (await jar.go('/folj')).text()).toContain(body.number);
    await post(jar, '/folj/stang', '');
    expect(await (await holding(kept).go('/folj')).text()).not.toContain(body.number);
  });

  test('its owner sees where they are logged in and ends one, or all others; nobody else’s', async () => {
    const logIn = async (user: string, agent: string) => {
      const jar = new CookieJar(demo.base);
      await jar.go(`/demo/login?user=${user}`, { headers: { 'user-agent': agent } });
      return jar;
    };
    const isIn = async (jar: CookieJar) => (await jar.go('/inloggningar')).status === 200;
    const phone = await logIn('manager', 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1');
    const desk = await logIn('manager', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Gecko/20100101 Firefox/151.0');
    const other = await logIn('sas', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/143.0 Safari/537.36');
    const page = await (await desk.go('/inloggningar')).text();
    expect(page).toContain('Safari, iPhone');
    expect(page).toContain('Firefox, Windows');
    expect(page).not.toContain('Chrome, Linux');
    const [id] = /(?<=name="session" value=")[0-9a-f-]{36}/.exec(page) ?? [];
    await post(other, '/inloggningar/avsluta', `session=${id}`);
    expect(await isIn(phone)).toBe(true);
    await post(desk, '/inloggningar/avsluta', `session=${id}`);
    expect([await isIn(phone), await isIn(desk), await isIn(other)]).toEqual([false, true, true]);
    const again = await logIn('manager', 'curl');
    await post(desk, '/inloggningar/avsluta', 'others=1');
    expect([await isIn(again), await isIn(desk), await isIn(other)]).toEqual([false, true, true]);
    expect((await new CookieJar(demo.base).go('/inloggningar', { headers: { accept: 'text/html' } })).headers.get('location')).toMatch(/^\/logga-in/);
  });
});

describe('A key of a program', () => {
  const env = () => ({ DATABASE_URL: real.core.appUrl, GENSVAR_MASTER_KEY: real.core.masterKey });

  test('is given out in production by a verb, is listed for its owner, and opens nothing once it is ended', async () => {
    const issued = await runVerb(env(), 'token', 'issue', 'manager', '--for', 'Nattlig läsning', '--days', '30');
    expect([issued.status, issued.error]).toEqual([0, expect.stringContaining('Den visas bara nu')]);
    const token = issued.lines.join('');
    expect((await real.get('/api/cases', null, bearer(token))).status).toBe(200);
    const [row] = await real.core.database.query<{ id: string; person: string }>('SELECT id, person FROM store.api_token');
    expect(row?.person).toBe(people.manager.person);
    expect((await runVerb(env(), 'token', 'list', 'manager')).lines.join()).toContain('Nattlig läsning');
    expect((await runVerb(env(), 'token', 'end', row?.id ?? '')).status).toBe(0);
    expect((await real.get('/api/cases', null, bearer(token))).status).toBe(401);
  });

  test('that is in no list is accepted in the demo alone', async () => {
    expect((await demo.get('/api/cases', 'manager')).status).toBe(200);
    expect((await real.get('/api/cases', 'manager')).status).toBe(401);
  });

  test('for another installation is not accepted', async () => {
    const issued = await runVerb({ ...env(), GENSVAR_PUBLIC_URL: 'https://test.kommun.example' }, 'token', 'issue', 'manager', '--for', 'Kopian');
    expect((await real.get('/api/cases', null, bearer(issued.lines.join('')))).status).toBe(401);
  });
});
