import { createHash } from 'node:crypto';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { CookieJar } from '../support/cookie-jar.js';
import { waitFor } from '../support/processes.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

const SESSION = 'gensvar_session';
const isAnswer = (address: string) => address.includes('/logga-in/svar');
const formBody = { 'content-type': 'application/x-www-form-urlencoded' };

/** Up to the provider's answer, which the browser has yet to deliver. */
async function answerFor(login: string, jar = new CookieJar(api.base), till = '') {
  const { address } = await jar.follow(`/logga-in${till === '' ? '' : `?till=${encodeURIComponent(till)}`}`);
  const { address: answer } = await jar.follow(`${address}?user=${login}`, isAnswer);
  return { jar, answer };
}
async function signedIn(login: string, till = '') {
  const { jar, answer } = await answerFor(login, undefined, till);
  const response = await jar.go(answer);
  return { jar, response, token: jar.cookies.get(SESSION) ?? '' };
}
const isIn = async (jar: CookieJar, path = '/arenden') => (await jar.go(path)).status === 200;
const withCookie = (token: string, base = api.base) => {
  const jar = new CookieJar(base);
  jar.cookies.set(SESSION, token);
  return jar;
};
const asOwner = (sql: string, ...params: readonly unknown[]) => api.core.database.query(sql, params);
const rowOf = async (token: string) =>
  (await asOwner('SELECT seen_at, ends_at FROM store.session WHERE token_hash = $1', createHash('sha256').update(token).digest()))[0];

describe('Log-in by the municipality’s identity provider', () => {
  test('goes there and back: a list of people, a code for a token, a session, and the page that was asked for', async () => {
    const jar = new CookieJar(api.base);
    const first = await jar.go('/logga-in?till=/arenden?stage=open');
    const sent = new URL(first.headers.get('location') ?? '', api.base);
    expect(Object.fromEntries(sent.searchParams)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', scope: 'openid profile' });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(sent.searchParams.get(name)?.length).toBeGreaterThanOrEqual(43);
    const { address, response } = await jar.follow(sent.href);
    const list = await response.text();
    expect(list).toContain('<button class="second" name="user" value="manager">Manager Påhittad</button>');
    const { address: answer } = await jar.follow(`${address}?user=manager`, isAnswer);
    const last = await jar.go(answer);
    expect([last.status, last.headers.get('location')]).toEqual([303, '/arenden?stage=open']);
    const set = last.headers.getSetCookie().find((line) => line.startsWith(SESSION)) ?? '';
    expect(set).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const page = await (await jar.go('/arenden')).text();
    expect(page).toContain('<b>Manager Påhittad</b>');
    expect(page).toContain('Logga ut');
  });

  test('works in several tabs at once: each log-in that has begun is completed, in any order', async () => {
    const browser = new CookieJar(api.base);
    const begun: string[] = [];
    for (const till of ['/arenden', '/rapportera']) begun.push((await browser.go(`/logga-in?till=${till}`)).headers.get('location') ?? '');
    const answers: string[] = [];
    for (const address of begun) {
      // The provider keeps its own cookies by path, which this jar does not.
      const tab = new CookieJar(api.base);
      const list = await tab.follow(address);
      answers.push((await tab.follow(`${list.address}?user=manager`, isAnswer)).address);
    }
    const last = await browser.go(answers[1] ?? '');
    expect([last.status, last.headers.get('location')]).toEqual([303, '/rapportera']);
    const first = await browser.go(answers[0] ?? '');
    expect([first.status, first.headers.get('location')]).toEqual([303, '/arenden']);
    expect(await isIn(browser)).toBe(true);
    expect([...browser.cookies.keys()].filter((name) => name.startsWith('gensvar_sign_in'))).toEqual([]);
    // An answer holds once.
    expect((await browser.go(answers[0] ?? '')).status).toBe(400);
  });

  test('leaves no more than a few cookies, however often one begins', async () => {
    const browser = new CookieJar(api.base);
    for (let n = 0; n < 12; n += 1) await browser.go('/logga-in');
    expect([...browser.cookies.keys()].filter((name) => name.startsWith('gensvar_sign_in')).length).toBeLessThanOrEqual(8);
  });

  test('knows a person however the login is written', async () => {
    for (const login of ['MANAGER', 'Manager']) {
      const { jar, response } = await signedIn(login);
      expect([response.status, await isIn(jar)]).toEqual([303, true]);
    }
  });

  test('leads back to the page that was asked for, however long its address is', async () => {
    const page = '/arende/00000000-0000-4000-8000-000000000000';
    const searched = (n: number) => `${page}?${Array.from({ length: n }, (_, i) => `a${i}=${encodeURIComponent('å'.repeat(100))}`).join('&')}`;
    const asked = [
      [searched(5), searched(5)],
      [searched(20), page],
    ] as const;
    const begun: readonly (readonly [string, string])[] = [
      ...(await Promise.all(
        asked.map(async ([of, end]) => [(await fetch(api.base + of, { redirect: 'manual' })).headers.get('location') ?? '', end] as const),
      )),
      [`/logga-in?till=/${'x'.repeat(9000)}`, '/'],
    ];
    for (const [way, end] of begun) {
      const jar = new CookieJar(api.base);
      const { address } = await jar.follow(way);
      const { address: answer } = await jar.follow(`${address}?user=manager`, isAnswer);
      expect((await jar.go(answer)).headers.get('location')).toBe(end);
    }
  });

  test('what the browser keeps is not in the table, only its hash', async () => {
    const { token } = await signedIn('manager');
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await rowOf(token)).toBeDefined();
    const stored = await asOwner(`SELECT encode(token_hash, 'base64') AS kept FROM store.session`);
    expect(JSON.stringify(stored)).not.toContain(token.slice(0, 20));
    expect(api.lines.join('\n')).not.toContain(token.slice(0, 20));
  });

  test.each([
    ['/arende/1?a=b#c', '/arende/1?a=b#c'],
    ['//ond.example', '/'],
    ['/\\ond.example', '/'],
    ['https://ond.example/', '/'],
    ['', '/'],
  ])('one who was going to “%s” ends up at %s', async (till, end) => {
    expect((await signedIn('manager', till)).response.headers.get('location')).toBe(end);
  });

  test('an answer with another state is refused, and uses up what was begun by a state that is like it', async () => {
    const { jar, answer } = await answerFor('manager');
    const kept = new Map(jar.cookies);
    expect((await jar.go(answer.replace(/state=[^&]+/, 'state=forged'))).status).toBe(400);
    expect(jar.cookies.has(SESSION)).toBe(false);
    const forged = await jar.go(answer.replace(/state=([^&]{16})[^&]+/, 'state=$1forged'));
    expect(forged.status).toBe(400);
    expect(await forged.text()).toContain('Inloggningen gick inte igenom');
    for (const [name, value] of kept) jar.cookies.set(name, value);
    expect((await jar.go(answer)).status).toBe(400);
    expect(jar.cookies.has(SESSION)).toBe(false);
  });

  test('an answer is valid once: neither the same browser nor one that has begun a log-in of its own can use its code again', async () => {
    const { jar, answer } = await answerFor('manager');
    const kept = new Map(jar.cookies);
    expect((await jar.go(answer)).status).toBe(303);
    jar.cookies.delete(SESSION);
    for (const [name, value] of kept) jar.cookies.set(name, value);
    expect((await jar.go(answer)).status).toBe(400);
    const other = await answerFor('carer');
    const code = new URL(answer).searchParams.get('code') as string;
    const mixed = new URL(other.answer);
    mixed.searchParams.set('code', code);
    expect((await other.jar.go(mixed.href)).status).toBe(400);
    expect(other.jar.cookies.has(SESSION)).toBe(false);
  });

  test('an answer in a browser that has begun nothing is refused', async () => {
    const { answer } = await answerFor('manager');
    expect((await new CookieJar(api.base).go(answer)).status).toBe(400);
  });

  test('the provider knows somebody who has no post here: they are told so, and get no session', async () => {
    await asOwner(`INSERT INTO store.person (id, login, name, email) VALUES (gen_random_uuid(), 'slutat', 'Slutat Påhittad', 's@kommun.example')`);
    const { response, token } = await signedIn('slutat');
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Du finns inte i Gensvar än');
    expect(token).toBe('');
    const noted = async () => {
      const rows = await api.core.database.query<{ login: string }>(
        "SELECT p.login FROM store.access_log a JOIN store.person p ON p.id::text = a.person WHERE a.action = 'logInRefused'",
      );
      return rows.length > 0 ? rows : undefined;
    };
    expect(await waitFor(noted, 10_000, 'the log-in to be noted')).toEqual([{ login: 'slutat' }]);
  });

  test('the choice of a person that nobody has begun says so in Swedish', async () => {
    const lost = await new CookieJar(api.base).go('/demo/oidc/valj/ingen');
    expect([lost.status, (await lost.text()).includes('Inloggningen gick inte igenom')]).toEqual([400, true]);
  });
});

describe('A session', () => {
  test('that has been logged out is invalid, in whatever browser its cookie is', async () => {
    const { jar, token } = await signedIn('manager');
    const thief = withCookie(token);
    expect(await isIn(thief)).toBe(true);
    const out = await jar.go('/logga-ut', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/utloggad']);
    expect(jar.cookies.has(SESSION)).toBe(false);
    expect(await isIn(thief)).toBe(false);
    expect(await (await jar.go('/utloggad')).text()).toContain('Du är utloggad');
  });

  test('ends an hour after its last use, is prolonged by use, and ends after twelve hours all the same; what has ended is removed', async () => {
    const { jar, token } = await signedIn('manager');
    const age = (column: string, by: string) =>
      asOwner(`UPDATE store.session SET ${column} = clock_timestamp() - $2::interval WHERE token_hash = $1`, createHash('sha256').update(token).digest(), by);
    await age('seen_at', '59 minutes');
    // An open list sends requests by itself: they are answered, and do not count as use.
    expect((await jar.go('/arenden', { headers: { 'sec-fetch-dest': 'empty' } })).status).toBe(200);
    expect(Date.now() - Date.parse((await rowOf(token))?.['seen_at'] as string)).toBeGreaterThan(3_500_000);
    expect(await isIn(jar)).toBe(true);
    const seen = Date.parse((await rowOf(token))?.['seen_at'] as string);
    expect(Date.now() - seen).toBeLessThan(30_000);
    await age('seen_at', '61 minutes');
    expect(await isIn(jar)).toBe(false);
    await age('seen_at', '1 minute');
    expect(await isIn(jar)).toBe(true);
    await age('ends_at', '1 second');
    expect(await isIn(jar)).toBe(false);
    expect(await rowOf(token)).toBeDefined();
    await signedIn('carer');
    expect(await rowOf(token)).toBeUndefined();
  });

  test('a log-in makes a new one, and the one that the browser had before is ended', async () => {
    const { jar, token } = await signedIn('manager');
    jar.cookies.delete(SESSION);
    const { answer } = await answerFor('carer', jar);
    jar.cookies.set(SESSION, token);
    await jar.go(answer);
    expect(jar.cookies.get(SESSION)).not.toBe(token);
    expect(await rowOf(token)).toBeUndefined();
  });

  test('is not ended by the demo’s clock', async () => {
    const { jar } = await signedIn('manager');
    await api.post('/demo/clock', { advance: 'P30D' });
    expect(await isIn(jar)).toBe(true);
  });

  test('accepts writes only from a page of ours: another site’s form is refused, however it is recognised', async () => {
    const { jar } = await signedIn('manager');
    const write = async (headers: Record<string, string>) =>
      (await jar.go('/rapportera/direkt', { method: 'POST', body: 'what=', headers: { ...formBody, ...headers } })).status;
    const { host } = new URL(api.base);
    expect(await write({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await write({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await write({ origin: 'https://ond.example' })).toBe(403);
    expect(await write({ origin: 'null' })).toBe(403);
    expect(await write({ origin: `http://${host}` })).toBe(422);
    expect(await write({ 'sec-fetch-site': 'same-origin' })).toBe(422);
    expect((await jar.go('/logga-ut', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect(await isIn(jar)).toBe(true);
  });

  test('a program’s key is no cookie, and a cookie is no key', async () => {
    expect(await isIn(withCookie(api.tokenOf('manager')))).toBe(false);
    const { token } = await signedIn('manager');
    expect((await fetch(`${api.base}/api/cases`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  });
});
