import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { readConfig } from '#platform/config';
import { createServer as createOurs } from '../../apps/server/src/app.js';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { CookieJar } from '../support/cookie-jar.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

/** Another process's server over the same database, configured in its own way. */
async function beside(env: Record<string, string>) {
  const config = readConfig({ DATABASE_URL: api.core.appUrl, GENSVAR_MASTER_KEY: api.core.masterKey, ...env });
  const app = await createOurs(api.core, config, pino({ level: 'silent' }));
  await app.listen(0, '127.0.0.1');
  return { base: (await app.getUrl()).replace('[::1]', '127.0.0.1'), close: () => app.close() };
}

describe('Two processes', () => {
  test('share the sessions, and the log-outs', async () => {
    const other = await beside({ GENSVAR_DEMO: '1' });
    const jar = new CookieJar(api.base);
    await jar.go('/demo/login?user=manager');
    expect((await jar.go(`${other.base}/arenden`)).status).toBe(200);
    const taken = new Map(jar.cookies);
    await jar.go(`${other.base}/logga-ut`, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } });
    for (const [name, value] of taken) jar.cookies.set(name, value);
    expect((await jar.go('/arenden')).status).toBe(303);
    await other.close();
  });
});

describe('An identity provider by configuration', () => {
  test('outside the demo: its people come in by the configured claim, with a cookie that is bound to the host', async () => {
    const issuer = `${api.base}/demo/oidc`;
    const ours = await beside({ GENSVAR_OIDC_ISSUER: issuer, GENSVAR_OIDC_CLIENT_ID: 'gensvar', GENSVAR_PUBLIC_URL: 'https://gensvar.invalid' });
    const jar = new CookieJar(ours.base);
    const begun = await jar.go('/logga-in?till=/arenden');
    expect(begun.headers.get('location')).toMatch(new RegExp(`^${issuer}/auth\\?`));
    const { address } = await jar.follow(begun.headers.get('location') ?? '');
    const { address: answer } = await jar.follow(`${address}?user=manager`, (next) => next.startsWith('https://gensvar.invalid/logga-in/svar'));
    const last = await jar.go(answer.replace('https://gensvar.invalid', ours.base));
    expect([last.status, last.headers.get('location')]).toEqual([303, '/arenden']);
    expect(last.headers.getSetCookie().find((line) => line.startsWith('__Host-gensvar_session='))).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect((await jar.go('/arenden')).status).toBe(200);
    expect((await jar.go('/demo/login?user=manager')).status).toBe(404);
    await ours.close();
  });

  test('a provider that is away is reported; so is a missing one, and the public’s pages stay open', async () => {
    const closed = createServer().listen(0);
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    const [away, none] = await Promise.all([beside({ GENSVAR_OIDC_ISSUER: `http://127.0.0.1:${port}` }), beside({})]);
    for (const [{ base, close }, said] of [
      [away, 'Inloggningen svarar inte'],
      [none, 'Inloggning är inte inställd'],
    ] as const) {
      const page = await fetch(`${base}/logga-in`);
      expect([page.status, (await page.text()).includes(said)]).toEqual([503, true]);
      const door = await fetch(`${base}/lamna-synpunkt`);
      // Read to its end: a server that is still answering does not close.
      expect([door.status, (await door.text()).length > 0]).toEqual([200, true]);
      await close();
    }
  });

  test('in production is reached over https or not at all', () => {
    const env = { NODE_ENV: 'production', GENSVAR_OIDC_ISSUER: 'http://idp.example' };
    expect(() => readConfig(env)).toThrow('https');
    expect(readConfig({ ...env, GENSVAR_OIDC_ISSUER: 'https://idp.example', GENSVAR_OIDC_CLAIM: 'upn' }).oidc).toMatchObject({ claim: 'upn' });
    expect(readConfig({ GENSVAR_OIDC_ISSUER: '' }).oidc).toBeUndefined();
  });
});
