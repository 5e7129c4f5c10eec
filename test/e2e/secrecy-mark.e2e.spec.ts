import { extractText, getDocumentProxy } from 'unpdf';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { does, reported } from '../support/complaint-over-http.js';
import { CookieJar } from '../support/cookie-jar.js';
import { decidedToNotify } from '../support/decided.js';
import { routes } from '../support/routes.js';
import { people } from '../support/scenario.js';

let api: Api;
/** Marked: a decided lex Sarah, which came of an unmarked complaint, and a complaint by code. */
let serious: string;
let parent: string;
let byCode: { id: string; receiptCode: string };
/** A marked case that its own manager is to give out, and one without the mark. */
let open: string;
atServer(freshApi, async (fresh) => {
  api = fresh;
  serious = await decidedToNotify(api, {});
  parent = await reported(api);
  byCode = (await api.post('/api/cases', { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Ingen kom.' })).body;
  open = await reported(api);
  const raised = { type: 'ConvertCase', to: 'deviation', lawAreas: ['SoL'], deviationType: 'other', eventClass: 'adverseEvent' };
  const child = await does(api, parent, { ...raised, reasons: 'Hör hit.' }, 'manager');
  if (child.status !== 200) throw new Error(`${child.status} ${JSON.stringify(child.body)}`);
  const [kin] = (await api.get(`/api/cases/${parent}`, 'director')).body.linked as { id: string }[];
  for (const [n, id] of [serious, byCode.id, kin?.id ?? ''].entries())
    expect((await does(api, id, { type: 'Diarise', diaryNumber: `SN2026-${n + 1}`, secrecy: true }, 'registrar')).status).toBe(200);
  expect((await does(api, open, { type: 'Diarise', diaryNumber: 'SN2026-9', secrecy: false }, 'registrar')).status).toBe(200);
  await api.caughtUp();
});

const mark = /Sekretessmarkerat|>Sekretess</;
const askers = ['director', 'sas', 'registrar', 'manager', 'carer', 'controller'] as const satisfies readonly Who[];
const reports = ['complaints-by-source', 'deviations-by-type', 'lex-sarah-by-kind'];

/** The addresses of a route, filled with what there is. */
function addressesOf(path: string): readonly string[] {
  if (/\/(cases|arende)\/:id/.test(path)) return [serious, parent, byCode.id, open].map((id) => path.replace(':id', id).replace(':attachment', id));
  if (/\/(reports|statistik)\/:id/.test(path)) return reports.map((id) => path.replace(':id', id));
  if (path === '/arenden') return ['/arenden?stage=open', '/arenden'];
  if (path === '/arenden/fordela') return [`/arenden/fordela?id=${serious}&id=${byCode.id}&id=${open}`];
  return [path.replace(':year', '2026').replace(':code', 'afs-norra').replace(':door', 'avvikelse').replace('*path', 'gensvar.css')];
}

/** The parts of an API answer about a case: every part that has a case's number. */
function named(value: unknown): readonly { readonly number: string; readonly secrecy?: unknown }[] {
  if (value === null || typeof value !== 'object') return [];
  const below = Object.values(value).flatMap(named);
  return 'number' in value && 'kind' in value && typeof value.number === 'string' ? [value as { number: string }, ...below] : below;
}

describe('The diary’s mark of secrecy (OSL 5 kap. 5 §)', () => {
  test('is shown by every route that shows a marked case, to everybody who sees it; and by none for other cases', async () => {
    const marked = (await api.get('/api/cases', 'director')).body.items.filter(({ secrecy }: { secrecy: boolean }) => secrecy);
    const numbers: readonly string[] = marked.map(({ number }: { number: string }) => number);
    expect(numbers).toHaveLength(3);
    const shows = new Set<string>();
    const silent: string[] = [];
    // A stream has no end, and says only that something with an id has changed; the style guide shows the mark itself, beside no case.
    for (const { path } of routes().filter(({ method, path }) => method === 'GET' && path !== '/api/stream' && path !== '/stilguide'))
      for (const address of addressesOf(path))
        for (const who of askers) {
          const { status, body } = await api.get(address, who);
          if (status !== 200) continue;
          const text = typeof body === 'string' ? body : JSON.stringify(body);
          const shown = numbers.some((number) => text.includes(number));
          if (shown) shows.add(path);
          const isSaid = typeof body === 'string' ? mark.test(body) : named(body).every(({ number, secrecy }) => secrecy === numbers.includes(number));
          if (typeof body === 'string' ? shown !== isSaid : !isSaid) silent.push(`${who} ${address}`);
        }
    expect(silent).toEqual([]);
    expect([...shows].toSorted()).toEqual(
      [
        '/',
        '/api/cases',
        '/api/cases/:id',
        // What the case became, by number in a sentence; the case itself says the mark.
        '/api/cases/:id/history',
        '/api/reports/:id/cases',
        '/arende/:id',
        '/arende/:id/beslut',
        '/arende/:id/ratta',
        '/arende/:id/rubrik',
        '/arende/:id/utlamna',
        '/arenden',
        '/arenden/fordela',
        '/atgarder',
        '/atgarder/lista.csv',
        '/beslut',
        '/beslut/beslut.csv',
        '/min-enhet',
        '/rapportera/mina',
        '/statistik/:id/arenden',
      ].toSorted(),
    );
  }, 120_000);

  test('stands beside each marked case in a list, and beside no other', async () => {
    const tags = async (path: string, who: Who = 'director') => String((await api.get(path, who)).body).split('>Sekretess<').length - 1;
    expect(await tags('/arenden?stage=open')).toBe(3);
    expect(await tags(`/arenden/fordela?id=${byCode.id}&id=${open}`, 'manager')).toBe(1);
    // The page of the unmarked case that the marked one came of.
    expect(await tags(`/arende/${parent}`)).toBe(1);
    expect(await tags(`/arende/${open}`)).toBe(0);
  });

  test('is said of what was just given out, and to the one who follows by code', async () => {
    const jar = new CookieJar(api.base);
    await jar.follow('/demo/login?user=manager', (address) => address === '/');
    const given = await jar.go('/arenden/fordela', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ _key: 'k', id: byCode.id, person: people.manager.person as string, reasons: 'Min enhet.' }),
    });
    expect((await given.text()).split('>Sekretess<').length - 1).toBe(1);
    const follower = new CookieJar(api.base);
    await follower.go('/folj', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ code: byCode.receiptCode }),
    });
    expect(await (await follower.go('/folj')).text()).toMatch(mark);
    expect((await api.post('/api/follow', { code: byCode.receiptCode })).body.secrecy).toBe(true);
  });

  test('is printed at the head and at the foot of each page of a document that is drawn up of the case', async () => {
    const jar = new CookieJar(api.base);
    await jar.follow('/demo/login?user=registrar', (address) => address === '/');
    expect((await jar.go(`/arende/${serious}/beslut/utredning`, { method: 'POST' })).status).toBe(303);
    const page = await (await jar.go(`/arende/${serious}`)).text();
    const file = new RegExp(`/arende/${serious}/bilaga/[0-9a-f-]+`).exec(page)?.[0] ?? '';
    const pdf = await getDocumentProxy(new Uint8Array(await (await jar.go(file)).arrayBuffer()));
    const { text } = await extractText(pdf, { mergePages: false });
    expect(text[0]?.replaceAll(/\s+/g, ' ')).toContain('Sekretess: Sekretessmarkerat');
    for (const each of text) expect(each.replaceAll(/\s+/g, ' ')).toMatch(/Sekretessmarkerat\. LXS-\d+-\d+, upprättad/);
  });
});
