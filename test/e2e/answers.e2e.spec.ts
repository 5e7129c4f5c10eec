import { randomUUID } from 'node:crypto';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { does, reported } from '../support/complaint-over-http.js';
import { CookieJar } from '../support/cookie-jar.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

const html = { accept: 'text/html,*/*;q=0.8' };
/** A browser with a page, and so a key of its own. */
async function browserAt(path: string, who?: string): Promise<CookieJar> {
  const jar = new CookieJar(api.base);
  if (who !== undefined) await jar.go(`/demo/login?user=${who}`);
  await jar.go(path, { headers: html });
  return jar;
}
const sends = (jar: CookieJar, path: string, of: Record<string, string>) =>
  jar.go(path, { method: 'POST', body: new URLSearchParams({ _key: randomUUID(), ...of }), headers: html });
const shown = async (jar: CookieJar, address: string) => {
  const response = await jar.go(address, { headers: html });
  return { status: response.status, text: await response.text(), cache: response.headers.get('cache-control') };
};
const words = 'Hissen stod still hela natten.';

describe('The answer to what was posted is a page of its own: it can be reloaded and gone back to, and sends nothing again', () => {
  test('a refused staff report is shown with its words to its sender, in that browser, and to nobody after a log-out', async () => {
    const jar = await browserAt('/rapportera/avvikelse', 'manager');
    const sent = await sends(jar, '/rapportera/avvikelse', { what: words });
    expect(sent.status).toBe(303);
    const at = sent.headers.get('location') ?? '';
    for (let n = 0; n < 2; n += 1) {
      const page = await shown(jar, at);
      expect(page).toMatchObject({ status: 200, cache: 'no-store' });
      expect(page.text).toContain(words);
      expect(page.text).toContain('<title>Fel: ');
    }
    expect((await shown(await browserAt('/', 'manager'), at)).text).not.toContain(words);
    const key = jar.cookies.get('gensvar_kvar') ?? '';
    await jar.go('/logga-ut', { method: 'POST', headers: { ...html, 'sec-fetch-site': 'same-origin' } });
    expect(jar.cookies.has('gensvar_kvar')).toBe(false);
    const next = await browserAt('/', 'otherManager');
    next.cookies.set('gensvar_kvar', key);
    expect(await shown(next, at)).toMatchObject({ status: 410 });
    const nobody = new CookieJar(api.base);
    nobody.cookies.set('gensvar_kvar', key);
    expect((await nobody.go(at, { headers: html })).headers.get('location')).toContain('/logga-in?till=');
  }, 60_000);

  test('the receipt of one who sends and logs out is shown once', async () => {
    const jar = await browserAt('/rapportera/klagomal', 'manager');
    const sent = await sends(jar, '/rapportera/klagomal', {
      unit: 'afs-norra',
      what: words,
      source: 'relative',
      opinionType: 'complaint',
      when: 'now',
      _efter: 'logga-ut',
    });
    const at = sent.headers.get('location') ?? '';
    expect([sent.status, jar.cookies.has('gensvar_session')]).toEqual([303, false]);
    expect((await shown(jar, at)).text).toMatch(/KLA-\d{4}-\d{4}/);
    expect(await shown(jar, at)).toMatchObject({ status: 410 });
  }, 60_000);

  test('a refused form on the page of a code is shown as long as the page’s session lasts, and no longer', async () => {
    const { receiptCode } = (await api.post('/api/cases', { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Ett.' }))
      .body;
    const jar = await browserAt('/folj');
    await sends(jar, '/folj', { code: receiptCode });
    const sent = await sends(jar, '/folj/svar', { answered: 'no', text: '' });
    const at = sent.headers.get('location') ?? '';
    expect(sent.status).toBe(303);
    expect((await shown(jar, at)).text).toContain('<title>Fel: ');
    await sends(jar, '/folj/stang', {});
    expect((await shown(jar, at)).text).not.toContain('Ditt ärende KLA');
  }, 60_000);

  test('a refused command on a case is shown again; a program and a browser without cookies are answered at once', async () => {
    const id = await reported(api);
    const jar = await browserAt(`/arende/${id}`, 'manager');
    const command = { _type: 'AddToCase', _version: '1', by: '', text: words };
    const sent = await sends(jar, `/arende/${id}`, command);
    expect(sent.status).toBe(303);
    expect((await shown(jar, sent.headers.get('location') ?? '')).text).toContain(words);
    const script = await jar.go(`/arende/${id}`, { method: 'POST', body: new URLSearchParams(command), headers: { accept: 'application/json' } });
    expect(script.status).toBe(422);
    jar.cookies.delete('gensvar_kvar');
    const direct = await sends(jar, `/arende/${id}`, command);
    expect(direct.status).toBe(422);
    expect(await direct.text()).toContain(words);
  }, 60_000);

  test('an answer about a case is logged each time it is shown, and not shown to one who may no longer see the case', async () => {
    const id = await reported(api);
    const jar = await browserAt(`/arende/${id}`, 'manager');
    const sent = await sends(jar, `/arende/${id}`, { _type: 'AddToCase', _version: '1', by: '', text: words });
    const address = sent.headers.get('location') ?? '';
    const looks = async () =>
      (await api.core.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM store.access_log WHERE action = 'read' AND stream = $1`, [`case/${id}`]))[0]
        ?.n ?? 0;
    const before = await looks();
    for (const _ of [1, 2]) expect((await shown(jar, address)).text).toContain(words);
    expect(await looks()).toBe(before + 2);
    await does(api, id, { type: 'MoveToUnit', unit: 'iof-barn', why: 'wrongUnit', reasons: 'Gällde dottern.' }, 'registrar');
    const after = await shown(jar, address);
    expect([after.status, after.text.includes(words)]).toEqual([404, false]);
  }, 60_000);

  test('a step of the public’s form without cookies is answered at once, with all that was typed; its stored answers name no one and no case', async () => {
    const direct = await sends(new CookieJar(api.base), '/lamna-synpunkt', { _steg: 'hande', _till: 'nasta', opinionType: 'complaint', what: words });
    expect(direct.status).toBe(200);
    expect(await direct.text()).toContain(words);
    const jar = await browserAt('/lamna-synpunkt');
    await api.core.database.query('DELETE FROM store.kept_aside');
    const first = (await jar.go('/lamna-synpunkt', { headers: html })).headers.get('location') ?? '';
    const form = new URL(first, api.base).searchParams.get('formular') ?? '';
    await sends(jar, '/lamna-synpunkt', { _formular: form, _steg: 'vad', _till: 'nasta', opinionType: 'complaint' });
    const at = (await sends(jar, '/lamna-synpunkt', { _formular: form, _steg: 'hande', _till: 'nasta', what: words })).headers.get('location') ?? '';
    expect(at).not.toContain('Hissen');
    expect((await shown(jar, at.replace(/steg=\w+/, 'steg=hande'))).text).toContain(words);
    const [row, ...more] = await api.core.database.query<Record<string, unknown>>('SELECT * FROM store.kept_aside');
    expect([Object.keys(row ?? {}).sort(), more]).toEqual([['ends_at', 'sealed', 'token_hash'], []]);
    await api.core.database.query("UPDATE store.kept_aside SET ends_at = clock_timestamp() - interval '1 second'");
    const gone = await shown(jar, at);
    expect([gone.status, gone.text.includes('Dina tidigare svar finns inte kvar här')]).toEqual([410, true]);
    // The open page has the earlier answers too, so what is sent from it is complete.
    const late = await sends(jar, '/lamna-synpunkt', {
      _formular: form,
      _steg: 'vem',
      _till: 'nasta',
      opinionType: 'complaint',
      what: words,
      source: 'relative',
    });
    expect((await shown(jar, (late.headers.get('location') ?? '').replace(/steg=\w+/, 'steg=hande'))).text).toContain(words);
  }, 60_000);
});
