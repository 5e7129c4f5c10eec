import { randomUUID } from 'node:crypto';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { reported } from '../support/complaint-over-http.js';
import { CookieJar } from '../support/cookie-jar.js';
import { people } from '../support/scenario.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

const words = 'Grannen hörde larmet två gånger. Ingen gick in.';
const owned = (who: 'manager' | 'otherManager') => ({ _vem: String(people[who].person), _key: randomUUID() });
const html = { accept: 'text/html' };
const logIn = (jar: CookieJar, who: string) => jar.go(`/demo/login?user=${who}`);
const textOf = async (response: Response) => (await response.text()).replaceAll('&#39;', "'");

describe('A form that is sent when the session has ended', () => {
  test('of a case says so, keeps the words sealed, and is filled in again for the same person alone', async () => {
    const id = await reported(api);
    const jar = new CookieJar(api.base);
    const body = new URLSearchParams({ ...owned('manager'), _type: 'AddToCase', _version: '1', by: 'relative', text: words });
    const sent = await jar.go(`/arende/${id}`, { method: 'POST', body, headers: html });
    expect(sent.status).toBe(401);
    const page = await textOf(sent);
    expect(page).toContain('Inget är skickat');
    expect(page).toContain(words);
    expect(page).toContain(`/logga-in?till=${encodeURIComponent(`/arende/${id}?gor=AddToCase#k-AddToCase`)}`);
    const [row] = await api.core.database.query<{ sealed: Buffer }>('SELECT sealed FROM store.kept_aside');
    expect(row?.sealed.includes('Grannen')).toBe(false);
    await logIn(jar, 'registrar');
    expect(await textOf(await jar.go(`/arende/${id}?gor=AddToCase`, { headers: html }))).not.toContain(words);
    await logIn(jar, 'manager');
    const back = await textOf(await jar.go(`/arende/${id}?gor=AddToCase`, { headers: html }));
    expect(back).toContain(words);
    expect(back).toContain('Du hade loggats ut när du skickade. Inget är skickat.');
    expect(await api.core.database.query('SELECT 1 FROM store.kept_aside')).toEqual([]);
    // Once more, after a reload: it is the person's draft now.
    expect(await textOf(await jar.go(`/arende/${id}?gor=AddToCase`, { headers: html }))).toContain(words);
  }, 60_000);

  test('of the staff’s report comes back with its files asked for by name', async () => {
    const jar = new CookieJar(api.base);
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...owned('manager'), what: words, unit: 'afs-norra', when: 'now' })) body.append(name, value);
    body.append('bilagor', new Blob(['x']), 'larmet.txt');
    const sent = await jar.go('/rapportera/avvikelse', { method: 'POST', body, headers: html });
    expect(sent.status).toBe(401);
    expect(await textOf(sent)).toContain('larmet.txt');
    await logIn(jar, 'manager');
    const back = await textOf(await jar.go('/rapportera/avvikelse', { headers: html }));
    expect(back).toContain(words);
    expect(back).toContain('larmet.txt');
    expect(await textOf(await jar.go('/rapportera/avvikelse', { headers: html }))).not.toContain(words);
  }, 60_000);

  test('by a script is refused with a status, never by a redirect', async () => {
    const id = await reported(api);
    const body = new URLSearchParams({ ...owned('manager'), _type: 'AddToCase', _do: 'keepDraft', text: words });
    const jar = new CookieJar(api.base);
    const refused = await jar.go(`/arende/${id}`, { method: 'POST', body, headers: { accept: 'application/json' } });
    expect([refused.status, (await refused.json()).code]).toEqual([401, 'notLoggedIn']);
    await logIn(jar, 'manager');
    const kept = await jar.go(`/arende/${id}`, { method: 'POST', body, headers: { accept: 'application/json', 'sec-fetch-site': 'same-origin' } });
    expect([kept.status, await kept.json()]).toEqual([200, { kept: true }]);
  }, 60_000);

  test('from another site is not stored', async () => {
    const id = await reported(api);
    const jar = new CookieJar(api.base);
    const body = new URLSearchParams({ ...owned('manager'), _type: 'AddToCase', text: 'Planterad text i ett formulär' });
    await jar.go(`/arende/${id}`, { method: 'POST', body, headers: { ...html, 'sec-fetch-site': 'cross-site' } });
    expect(jar.cookies.size).toBe(0);
  }, 60_000);
});
