import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Api, freshApi } from '../support/api.js';
import { reported } from '../support/complaint-over-http.js';
import { CookieJar } from '../support/cookie-jar.js';
import { publicForm } from '../support/public-form.js';

let api: Api;
let tight: Api;
beforeAll(async () => {
  [api, tight] = await Promise.all([
    freshApi(),
    freshApi({ GENSVAR_ANONYMOUS_PER_MINUTE: '2', GENSVAR_ANONYMOUS_READS_PER_MINUTE: '40', GENSVAR_WRONG_CODES_PER_MINUTE: '1', GENSVAR_TRUST_PROXY: '1' }),
  ]);
}, 90_000);
afterAll(async () => {
  await Promise.all([api?.close(), tight?.close()]);
}, 60_000);

const words = 'Ingen öppnade när vi ringde på.';
const tiny = readFileSync(new URL('../fixtures/pictures/tiny.jpg', import.meta.url));
const album = (of: Record<string, string>, n = 15) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(of)) body.append(name, value);
  for (let nth = 1; nth <= n; nth += 1) body.append('bilagor', new Blob([tiny, String(nth)]), `album-${nth}.jpg`);
  return body;
};
type Body = FormData | URLSearchParams;
const post = (base: string, path: string, body: Body, headers: Record<string, string> = {}) =>
  fetch(base + path, { method: 'POST', redirect: 'manual', headers: { accept: 'text/html', ...headers }, body });
const urlencoded = (of: Record<string, string>) => new URLSearchParams(of);
const named = (page: string) => [...page.matchAll(/>(album-\d+\.jpg)<\/b> är en för mycket/g)].map(([, name]) => name);
const codeIn = (page: string) => /class="code">([^<]+)</.exec(page)?.[1] ?? '';

describe('Too many files: what was written is taken in, five are kept and the rest named', () => {
  test('in the public’s report and on the page of its code', async () => {
    const answer = await post(api.base, '/lamna-synpunkt', album(publicForm()));
    const page = await answer.text();
    expect(answer.status).toBe(201);
    expect(named(page)).toHaveLength(10);
    const jar = new CookieJar(api.base);
    await jar.go('/folj', { method: 'POST', body: urlencoded({ code: codeIn(page) }) });
    const written = await (
      await jar.go('/folj/meddelande', { method: 'POST', body: album({ _key: randomUUID(), message: 'Fler bilder.' }), headers: { accept: 'text/html' } })
    ).text();
    expect(named(written)).toHaveLength(10);
    expect(written).toContain('Fler bilder.');
  }, 60_000);

  test('in the staff’s report and on a case', async () => {
    const staff = { authorization: `Bearer ${api.tokenOf('manager')}` };
    const sent = {
      _key: randomUUID(),
      unit: 'afs-norra',
      lawAreas: 'SoL',
      what: words,
      when: 'now',
      immediateActions: 'Ringde.',
      eventClass: 'risk',
      deviationType: 'fall',
    };
    const answer = await post(api.base, '/rapportera/avvikelse', album(sent), staff);
    expect(answer.status).toBe(201);
    expect(named(await answer.text())).toHaveLength(10);
    const id = await reported(api);
    expect(named(await (await post(api.base, `/arende/${id}/bilaga`, album({}), staff)).text())).toHaveLength(10);
  }, 60_000);
});

describe('Too long a text is shown again whole, with the fault beside the field', () => {
  const long = 'Ö'.repeat(150_000);

  test('in the public’s report, at the step and when it is sent', async () => {
    for (const more of [{ _steg: 'hande', _till: 'nasta' }, {}]) {
      const answer = await post(api.base, '/lamna-synpunkt', urlencoded({ ...publicForm({ what: long }), ...more }));
      const page = await answer.text();
      expect(answer.status).toBe(422);
      expect(page).toContain('Texten är för lång');
      expect(page).toContain(long);
    }
    expect(await (await post(api.base, '/lamna-synpunkt', album(publicForm({ what: long }), 1))).text()).toContain(long);
  }, 60_000);

  test('in a message by code, the staff’s report and a command', async () => {
    const { receiptCode, id } = (
      await api.post('/api/cases', { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: words })
    ).body;
    const jar = new CookieJar(api.base);
    await jar.go('/folj', { method: 'POST', body: urlencoded({ code: receiptCode }) });
    const staff = { authorization: `Bearer ${api.tokenOf('manager')}` };
    const answers = [
      await jar.go('/folj/meddelande', { method: 'POST', body: urlencoded({ message: long }), headers: { accept: 'text/html' } }),
      await post(api.base, '/rapportera/avvikelse', album({ unit: 'afs-norra', lawAreas: 'SoL', what: long, when: 'now', immediateActions: 'x' }, 0), staff),
      await post(api.base, `/arende/${id}`, urlencoded({ _type: 'AddToCase', by: 'relative', text: long }), staff),
    ];
    for (const answer of answers) {
      const page = await answer.text();
      expect(answer.status).toBe(422);
      expect(page).toContain('Högst 20 000 tecken');
      expect(page).toContain(long);
    }
  }, 60_000);
});

describe('A form that is too large to be read is answered on its own page, with what was read of it, and nothing is done', () => {
  const huge = `${words} ${'ö'.repeat(3_000_000)}`;
  const cases = async () => (await api.core.database.query<{ n: string }>('SELECT count(*) AS n FROM store.events'))[0]?.n;
  const told = async (answer: Response) => ({ status: answer.status, text: (await answer.text()).replaceAll('&#39;', "'") });

  test('more than two hundred files, and a text of many megabytes beside files', async () => {
    const id = await reported(api);
    const { receiptCode } = (await api.post('/api/cases', { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Ett.' }))
      .body;
    const jar = new CookieJar(api.base);
    await jar.go('/demo/login?user=manager');
    await jar.go('/folj', { method: 'POST', body: urlencoded({ code: receiptCode }) });
    const before = await cases();
    const command = { _type: 'AddToCase', _version: '1', by: 'relative', text: words };
    const ways = [
      ['/lamna-synpunkt', publicForm()],
      ['/rapportera/avvikelse', { ...publicForm(), when: 'now' }],
      ['/folj/meddelande', { _key: randomUUID(), message: words }],
      [`/arende/${id}`, command],
    ] as const;
    for (const [path, of] of ways) {
      const answer = await told(await jar.go(path, { method: 'POST', body: album(of, 230), headers: { accept: 'text/html' } }));
      expect([path, answer.status, answer.text.includes(words), answer.text.includes('Det var för mycket på en gång')]).toEqual([path, 413, true, true]);
    }
    for (const [path, of] of [
      [`/arende/${id}/bilaga`, {}],
      ['/lamna-synpunkt/bilagor', { code: receiptCode }],
    ] as const)
      expect(await (await jar.go(path, { method: 'POST', body: album(of, 230), headers: { accept: 'text/html' } })).text()).toMatch(
        /Filerna<\/b> kunde inte sparas: det var fler än 200 på en gång/,
      );
    expect(await cases()).toBe(before);
  }, 120_000);

  test('more than four megabytes without files', async () => {
    const id = await reported(api);
    const jar = new CookieJar(api.base);
    await jar.go('/demo/login?user=manager');
    const before = await cases();
    const ways = [
      ['/lamna-synpunkt', { ...publicForm({ what: huge }), _steg: 'hande', _till: 'nasta' }],
      ['/rapportera/avvikelse', { ...publicForm({ what: huge }), when: 'now' }],
      [`/arende/${id}`, { _type: 'AddToCase', _version: '1', by: 'relative', text: huge }],
    ] as const;
    for (const [path, of] of ways) {
      const answer = await told(await jar.go(path, { method: 'POST', body: urlencoded(of), headers: { accept: 'text/html' } }));
      expect([path, answer.status, answer.text.includes(words), answer.text.includes('Det var för mycket på en gång')]).toEqual([path, 413, true, true]);
    }
    expect(await cases()).toBe(before);
  }, 120_000);
});

describe('A text that is too long in a form with files is answered on its own page, whole or as far as it was read, and so is what stands after it', () => {
  const after = 'Det här stod efter texten.';

  test.each([
    ['more than one megabyte', 600_000, 422, 'Högst 20 000 tecken'],
    ['more than four', 3_000_000, 413, 'Det var för mycket på en gång'],
  ])(
    '%s',
    async (_, signs, status, said) => {
      const long = `${words} ${'ö'.repeat(signs)}`;
      const id = await reported(api);
      const { receiptCode } = (
        await api.post('/api/cases', { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Ett.' })
      ).body;
      const jar = new CookieJar(api.base);
      await jar.go('/demo/login?user=manager');
      await jar.go('/folj', { method: 'POST', body: urlencoded({ code: receiptCode }) });
      const version = (await api.get(`/api/cases/${id}`, 'manager')).body.version;
      const staff = { unit: 'afs-norra', lawAreas: 'SoL', when: 'now', eventClass: 'risk', deviationType: 'fall' };
      const ways = [
        ['/lamna-synpunkt', { ...publicForm({ what: long }), where: after }, 'what', /Texten är för lång|Det var för mycket/],
        ['/rapportera/avvikelse', { ...staff, what: long, immediateActions: after }, 'what', new RegExp(said)],
        ['/folj/meddelande', { _key: randomUUID(), message: long }, 'message', new RegExp(said)],
        [`/arende/${id}`, { _type: 'ConvertCase', _version: String(version), reasons: long, knownAt: '2026-03-01' }, 'ConvertCase-reasons', new RegExp(said)],
      ] as const;
      for (const [path, of, field, text] of ways) {
        const answer = await jar.go(path, { method: 'POST', body: album(of, 1), headers: { accept: 'text/html' } });
        const page = (await answer.text()).replaceAll('&#39;', "'");
        const summary = /id="fel"[\s\S]*?<\/div>/.exec(page)?.[0] ?? '';
        expect([path, answer.status]).toEqual([path, status]);
        expect([
          path,
          page.includes(long.slice(0, 600_000)),
          page.includes(of === ways[2][1] ? words : (Object.values(of).at(-1) as string).slice(0, 500)),
        ]).toEqual([path, true, true]);
        expect([path, summary]).toEqual([path, expect.stringMatching(text)]);
        expect([path, summary]).toEqual([path, expect.stringContaining(`href="#f-${field}"`)]);
        expect([path, summary.split('läs igenom, korta och skicka igen').length <= 2]).toEqual([path, true]);
      }
      expect((await api.get(`/api/cases/${id}`, 'manager')).body.version).toBe(version);
    },
    120_000,
  );
});

describe('The same form sent again with other words', () => {
  test('tells what the first became and when, keeps the words, and is sent as new by one more press', async () => {
    const first = publicForm();
    const taken = await (await post(api.base, '/lamna-synpunkt', urlencoded(first))).text();
    const number = /KLA-\d{4}-\d+/.exec(taken)?.[0] ?? '';
    const again = await post(api.base, '/lamna-synpunkt', urlencoded({ ...first, what: 'Något helt annat.' }));
    const page = await again.text();
    expect(again.status).toBe(409);
    expect(page).toContain(`Du har redan skickat ${number}`);
    expect(page).toContain('Något helt annat.');
    expect(page).not.toContain(words);
    const key = /name="_key" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(key).not.toBe(first._key);
    expect((await post(api.base, '/lamna-synpunkt', urlencoded({ ...first, _key: key, what: 'Något helt annat.' }))).status).toBe(201);
  }, 60_000);

  test('holds for the staff’s report, a message by code and a command', async () => {
    const staff = { authorization: `Bearer ${api.tokenOf('manager')}` };
    const { receiptCode, id } = (
      await api.post('/api/cases', { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: words })
    ).body;
    const jar = new CookieJar(api.base);
    await jar.go('/folj', { method: 'POST', body: urlencoded({ code: receiptCode }) });
    const report = { unit: 'afs-norra', lawAreas: 'SoL', when: 'now', immediateActions: 'Ringde.', eventClass: 'risk', deviationType: 'fall' };
    const twice: readonly ((text: string, _key: string) => Promise<Response>)[] = [
      (text, _key) => post(api.base, '/rapportera/avvikelse', album({ ...report, _key, what: text }, 0), staff),
      (text, _key) => jar.go('/folj/meddelande', { method: 'POST', body: urlencoded({ _key, message: text }), headers: { accept: 'text/html' } }),
      (text, _key) => post(api.base, `/arende/${id}`, urlencoded({ _key, _type: 'AddToCase', by: 'relative', text }), staff),
    ];
    for (const send of twice) {
      const key = randomUUID();
      expect([201, 303]).toContain((await send('Det första.', key)).status);
      const again = await send('Det andra.', key);
      const page = await again.text();
      expect([409, 422]).toContain(again.status);
      expect(page).toMatch(/redan (skickat|sparat)/);
      expect(page).toContain('Det andra.');
      expect(page).not.toContain(`name="_key" value="${key}"`);
    }
  }, 60_000);
});

describe('Too many requests', () => {
  const from = (ip: string) => ({ 'x-forwarded-for': ip, 'x-forwarded-proto': 'https' });

  test('count what is sent and not the steps, by person behind a proxy, and answer with the words kept', async () => {
    const one = from('192.0.2.1');
    for (let n = 0; n < 6; n += 1)
      expect((await post(tight.base, '/lamna-synpunkt', urlencoded({ ...publicForm(), _steg: 'hande', _till: 'nasta' }), one)).status).toBe(200);
    const first = publicForm();
    expect((await post(tight.base, '/lamna-synpunkt', urlencoded(first), one)).status).toBe(201);
    expect((await post(tight.base, '/lamna-synpunkt', urlencoded(publicForm()), one)).status).toBe(201);
    const refused = await post(tight.base, '/lamna-synpunkt', urlencoded(publicForm()), one);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const page = await refused.text();
    expect(page).toContain(words);
    expect(page).toContain('Det är inte skickat');
    expect((await post(tight.base, '/lamna-synpunkt', urlencoded(first), one)).status).toBe(201);
    expect((await post(tight.base, '/lamna-synpunkt', urlencoded(publicForm()), from('192.0.2.2'))).status).toBe(201);
  }, 60_000);

  test('wrong codes shut nobody’s report, reading or right code', async () => {
    const one = from('192.0.2.3');
    const made = await tight.post('/api/cases', { kind: 'complaint', opinionType: 'complaint', unit: null, source: 'relative', what: words }, null, one);
    for (let n = 0; n < 3; n += 1) expect((await tight.post('/api/follow', { code: 'AAAABBBBCCCCDDDD' }, null, one)).status).toBe(404);
    expect((await tight.post('/api/follow', { code: made.body.receiptCode }, null, one)).status).toBe(200);
    expect((await tight.get('/folj', null, one)).status).toBe(200);
    expect((await post(tight.base, '/lamna-synpunkt', urlencoded(publicForm()), one)).status).toBe(201);
  }, 60_000);

  test('a reader of many pages is told to wait, and still reports', async () => {
    const one = from('192.0.2.4');
    const statuses: number[] = [];
    for (let n = 0; n < 42; n += 1) statuses.push((await tight.get('/folj', null, one)).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 429]);
    expect((await post(tight.base, '/lamna-synpunkt', urlencoded(publicForm()), one)).status).toBe(201);
    expect((await tight.get('/folj', null, from('192.0.2.5'))).status).toBe(200);
  }, 60_000);

  test('behind a proxy the cookies are sent over https alone', async () => {
    const answer = await fetch(`${tight.base}/demo/login?user=manager`, { redirect: 'manual', headers: from('192.0.2.6') });
    expect(answer.headers.getSetCookie().join()).toMatch(/__Host-gensvar_session=.*Secure/);
  });
});

describe('The half hour of the page that a code opens', () => {
  test('takes no words: they go with the code, and are on the page again', async () => {
    const { receiptCode } = (await api.post('/api/cases', { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: words }))
      .body;
    const jar = new CookieJar(api.base);
    const shut = await (
      await jar.go('/folj/meddelande', {
        method: 'POST',
        body: album({ _key: randomUUID(), message: 'Det hände igen i går.' }, 1),
        headers: { accept: 'text/html' },
      })
    ).text();
    expect(shut).toContain('value="Det hände igen i går."');
    expect(shut).toContain('album-1.jpg');
    const back = await jar.go('/folj', {
      method: 'POST',
      body: urlencoded({ code: receiptCode, message: 'Det hände igen i går.' }),
      headers: { accept: 'text/html' },
    });
    const page = await back.text();
    expect(page).toContain('Det hände igen i går.');
    expect(page).toContain('Det du skrev är inte skickat ännu');
  }, 60_000);

  test('several texts that are more than eight megabytes together, none of them cut by itself, are read to there and no further', async () => {
    const jar = new CookieJar(api.base);
    await jar.go('/demo/login?user=manager');
    const staff = { unit: 'afs-norra', lawAreas: 'SoL', when: 'now', eventClass: 'risk', deviationType: 'fall' };
    const megabytes = (n: number, sign: string) => `${words} ${sign.repeat(n * 1_000_000)}`;
    const sent = async (...sizes: readonly [number, number, number]) => {
      const [what, immediateActions, where] = [megabytes(sizes[0], 'w'), megabytes(sizes[1], 'i'), megabytes(sizes[2], 'h')];
      const body = album({ ...staff, what, immediateActions, where }, 0);
      const answer = await jar.go('/rapportera/avvikelse', { method: 'POST', body, headers: { accept: 'text/html' } });
      const page = await answer.text();
      return [answer.status, page.includes('Det var för mycket på en gång'), page.includes(what)];
    };
    expect(await sent(2, 2, 3)).toEqual([422, false, true]);
    expect(await sent(3, 3, 3)).toEqual([413, true, true]);
  }, 120_000);
});
