import { renderToString as render } from 'preact-render-to-string';
import { labelOf } from '#domain/codes/code';
import { stages } from '#domain/codes/stages';
import { stockholmDate } from '#domain/law/calendar';
import { casesFound, soughtIn } from '#read-model/search';
import { SearchPage } from '../../apps/web/src/search/search.page.js';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { does, reported, walk } from '../support/complaint-over-http.js';
import { CookieJar } from '../support/cookie-jar.js';
import { people } from '../support/scenario.js';

let api: Api;
let shower: { id: string; number: string };
let stairs: { id: string; number: string };
let risk: { id: string; number: string };
atServer(freshApi, async (fresh) => {
  api = fresh;
  const report = async (unit: string, what: string) => {
    const id = await reported(api, { unit, what, categories: ['treatment'] });
    return { id, number: (await api.get(`/api/cases/${id}`, 'director')).body.number as string };
  };
  shower = await report('afs-norra', 'Hon föll i duschen, och larmet tystnade. Dottern heter Zebedeja.');
  stairs = await report('afs-sodra', 'Trappan var hal.');
  await does(api, shower.id, { type: 'AddToCase', by: 'staff', text: 'Golvet var blött, 14 kvadratmeter.' });
  const described = { activity: 'Dusch', description: 'Halt golv i duschen', probability: '4', consequence: '3', nextReview: '2027-12-01' };
  risk = (await api.post('/api/risks', { unit: 'afs-norra', ...described }, 'manager')).body;
  await api.caughtUp();
});

/** The page of hits, as a program gets it at once. */
const search = async (q: string, who: Who = 'director', more: Record<string, string> = {}) => {
  const response = await fetch(`${api.base}/sok`, {
    method: 'POST',
    redirect: 'manual',
    headers: { authorization: `Bearer ${api.tokenOf(who)}`, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ q, ...more }),
  });
  return { status: response.status, text: await response.text() };
};
const found = async (q: string, who?: Who) => {
  const { text } = await search(q, who);
  return [shower, stairs, risk].filter(({ id }) => text.includes(id));
};
const logged = (who: Who) =>
  api.core.database.query<{ stream: string; route: string; text: string }>(
    `SELECT stream, route, a::text AS text FROM store.access_log a WHERE person = $1 AND action = 'searched' ORDER BY id`,
    [people[who].person],
  );

describe('Search', () => {
  test('finds by number however loosely it is written, by diary number, unit, kind, category and status', async () => {
    const [, year, n] = shower.number.split('-') as [string, string, string];
    for (const q of [shower.number, shower.number.toLowerCase(), `kla ${year} ${Number(n)}`, `KLA–${year}–${n}`, `kla${year}-${Number(n)}`])
      expect([q, await found(q)]).toEqual([q, [shower]]);
    expect((await does(api, stairs.id, { type: 'Diarise', diaryNumber: 'SN2026-77' }, 'registrar')).status).toBe(200);
    await api.caughtUp();
    expect(await found('sn2026-77')).toEqual([stairs]);
    expect(await found('södra')).toEqual([stairs]);
    for (const q of ['klagomål', 'bemötande', labelOf(stages, 'received')]) expect([q, await found(q)]).toEqual([q, expect.arrayContaining([shower, stairs])]);
    expect(await found(risk.number)).toEqual([risk]);
  });

  test('finds by words in any text of a case or a record, all of them, in other forms, beside unit and kind', async () => {
    expect(await found('dusch')).toEqual([shower, risk]);
    expect(await found('larm golv')).toEqual([shower]);
    expect(await found('dusch trappa')).toEqual([]);
    expect(await found('hal södra')).toEqual([stairs]);
    expect(await found('zebedeja')).toEqual([shower]);
    expect(await found('14')).toContain(shower);
  });

  test('shows the word where it stands, and what the case is by its codes', async () => {
    const { text } = await search('larmet');
    expect(text).toContain('<mark>larmet</mark>');
    expect(text).toContain('Klagomål: bemötande');
  });

  test('gives one who works with codes, and one of another unit, nothing by words and no count of it (R-307)', async () => {
    for (const who of ['controller', 'otherManager'] as const) {
      const { text } = await search('duschen', who);
      expect([who, text.includes(shower.id), /1 ärende/.test(text)]).toEqual([who, false, false]);
    }
    expect(await found(shower.number, 'controller')).toEqual([shower]);
    expect((await search(shower.number, 'controller')).text).not.toContain('<mark>');
  });

  test('logs each case that is shown by its words, with no word of it, and none that is shown by its number alone (SoLPuL 10 §)', async () => {
    const before = (await logged('manager')).length;
    await search(shower.number, 'manager');
    expect(await logged('manager')).toHaveLength(before);
    await search('larmet', 'manager');
    const rows = (await logged('manager')).slice(before);
    expect(rows.map(({ stream, route }) => [stream, route])).toEqual([[`case/${shower.id}`, 'POST /sok']]);
    expect(rows[0]?.text).not.toContain('larm');
  });

  test('is not found by words that were removed, or whose key was destroyed, from that moment on', async () => {
    const [kept, gone] = [
      await reported(api, { unit: 'afs-norra', what: 'Gasolkaminen läckte.' }),
      await reported(api, { unit: 'afs-norra', what: 'Gasolkaminen ryker.' }),
    ];
    await api.caughtUp();
    const both = (text: string) => [kept, gone].map((id) => text.includes(id));
    expect(both((await search('gasolkamin')).text)).toEqual([true, true]);
    await api.core.store.destroyKey(`case/${gone}`);
    const { text } = await search('gasolkamin');
    expect([both(text), /1 ärende</.test(text)]).toEqual([[true, false], true]);
  });

  test('answers by a page of its own, which Reload and Back show again; what was asked is in no address', async () => {
    const jar = new CookieJar(api.base);
    await jar.follow('/demo/login?user=manager', (address) => address === '/');
    const headers = { accept: 'text/html' };
    const first = await (await jar.go('/', { headers })).text();
    // In the head, and in the folded menu.
    expect(first.match(/<a href="\/sok"/g)).toHaveLength(2);
    const sent = await jar.go('/sok', { method: 'POST', headers, body: new URLSearchParams({ q: 'larmet' }) });
    const at = sent.headers.get('location') ?? '';
    expect([sent.status, at]).toEqual([303, expect.stringMatching(/^\/sok\?svar=[\w-]{16}$/)]);
    for (let again = 0; again < 2; again += 1) expect(await (await jar.go(at, { headers })).text()).toContain(shower.number);
    expect((await jar.go('/sok?q=larmet', { headers })).status).toBe(200);
    expect(await (await jar.go('/sok?q=larmet', { headers })).text()).not.toContain('larmet');
  });

  test('says beside the field what is wrong, and keeps what was typed', async () => {
    for (const [q, says] of [
      ['och det', 'minst ett ord'],
      ['', 'minst ett ord'],
      ['ö'.repeat(201), 'högst 200'],
    ] as const) {
      const { status, text } = await search(q);
      expect([q, status, text.includes(says), text.includes(`value="${q}"`)]).toEqual([q, 422, true, q !== '']);
    }
    expect((await search('larmet', 'director', { sida: 'x' })).status).toBe(400);
  });

  test('leads through more hits than a page holds, each once, without the words in an address', async () => {
    const ids = await Promise.all(Array.from({ length: 23 }, () => reported(api, { unit: 'afs-norra', what: 'Brödkniven var slö.' })));
    await api.caughtUp();
    const pages = await Promise.all(['1', '2', '3'].map((sida) => search('brödkniv', 'manager', { sida })));
    const counts = pages.map(({ text }) => ids.filter((id) => text.includes(id)).length);
    expect(counts).toEqual([20, 3, 0]);
    expect(ids.filter((id) => pages.some(({ text }) => text.includes(id)))).toHaveLength(23);
    expect(pages[0]?.text).toContain('name="sida"');
  });

  test('gives the same cases in the same order whether it reads all rows of a word or goes through the cases, and counts no further than its limit', async () => {
    const { organisation } = api.core.register;
    const asking = (who: Who) => ({ actor: people[who], organisation, today: stockholmDate(api.core.clock.now().toISOString()) });
    for (const who of ['director', 'manager', 'otherManager', 'controller', 'carer'] as const)
      for (const text of ['hal', 'dusch larm', 'klagomål dusch', 'norra', 'zebedeja', shower.number]) {
        const sought = await soughtIn(text, api.core.store.index);
        if (sought === null) throw new Error(`${text} finds nothing`);
        const ids = async (read: number, counted = 100) => {
          const { items, ...counts } = await casesFound(api.core.database, asking(who), { text, sought, page: 1 }, { read, counted });
          return { ids: items.map(({ id, byWords }) => [id, byWords]), ...counts };
        };
        const all = await ids(Number.POSITIVE_INFINITY);
        expect([who, text, await ids(0)]).toEqual([who, text, all]);
        expect(all.more).toBe(false);
        if (all.total > 1) expect(await ids(Number.POSITIVE_INFINITY, 1)).toEqual({ ids: all.ids.slice(0, 1), total: 1, more: true });
      }
  });

  test('says that there are more than it counts, and asks for another word', () => {
    const counts = { total: 1000, more: true, rows: [] };
    const page = render(
      SearchPage({ asked: 'larm', fault: null, filled: true, page: 1, pages: 50, cases: counts, records: { ...counts, total: 0, more: false } }),
    );
    expect(page).toContain('Fler än 1 000 ärenden'.replace(' 000', '\u00a0000'));
    expect(page).toContain('Skriv ett ord till');
  });

  test('finds a personnummer in whatever way it is written, and shows it', async () => {
    const ids = await Promise.all(['19121212-1212', '121212 1212'].map((number) => reported(api, { unit: 'afs-norra', what: `Hon (${number}) ringde.` })));
    await api.caughtUp();
    for (const q of ['1212121212', '191212121212', '121212-1212 ringde']) {
      const { text } = await search(q, 'manager');
      expect([q, ids.filter((id) => text.includes(id)), text.match(/<mark>/g)]).toEqual([q, ids, ['<mark>', '<mark>']]);
    }
  });

  test('is for staff: the public is led to the log-in, and the board is refused', async () => {
    expect((await fetch(`${api.base}/sok`, { redirect: 'manual', headers: { accept: 'text/html' } })).status).toBe(303);
    expect(await (await fetch(`${api.base}/`)).text()).not.toContain('action="/sok"');
    for (const board of Object.entries(people).filter(
      ([, { posts }]) => posts.length > 0 && posts.every(({ role }) => role === 'namnd' || role === 'utskott'),
    )) {
      expect((await search('larmet', board[0] as Who)).status).toBe(403);
      expect((await api.get('/', board[0] as Who)).body).not.toContain('action="/sok"');
    }
  });

  test('finds the words of every step of a case, and not those of a draft', async () => {
    const id = await reported(api, { unit: 'afs-norra' });
    await walk(api, id, 'feedback');
    await api.caughtUp();
    const history = (await api.get(`/api/cases/${id}/history`, 'manager')).body.items as { words?: Record<string, unknown> }[];
    const words = history.flatMap((item) => Object.values(item.words ?? {})).filter((text): text is string => typeof text === 'string');
    expect(words.length).toBeGreaterThan(3);
    for (const text of words) expect([text, (await search(`${text.slice(0, 150)}`, 'manager')).text.includes(id)]).toEqual([text, true]);
  });
});
