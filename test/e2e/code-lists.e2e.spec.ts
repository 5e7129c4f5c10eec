import { codeLists } from '#domain/codes/index';
import { Administration } from '#organisation/administration';
import { codeListAnswer, codeListsAnswer, localListsAnswer } from '../../apps/api/src/codes-answers.schema.js';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { CookieJar } from '../support/cookie-jar.js';
import { people } from '../support/scenario.js';

/*
 * The lists by a route, and the divisions' own lists in pages and API.
 */

let api: Api;
atServer(freshApi, async (fresh) => {
  api = fresh;
  const administration = new Administration(api.core, api.core.clock);
  const entry = { do: 'addEntry', list: 'categoryOther', division: 'afs', from: '2026-01-01' } as const;
  await administration.change(people.administrator, [{ ...entry, label: 'Matlåda' }], 'Beslut.', 'a1');
  await administration.change(people.administrator, [{ ...entry, label: 'Taxi', from: '2099-01-01' }], 'Beslut.', 'a2');
  await api.core.register.refresh();
});

const code = (label: string): string => api.core.register.entries().find((entry) => entry.label === label)?.code ?? '';

describe('The lists by a route', () => {
  test('every list with Swedish labels and days, open to all; one by its name, and none by another', async () => {
    const { lists } = codeListsAnswer.parse((await api.get('/api/codes')).body);
    expect(lists.map(({ name }) => name)).toEqual(Object.keys(codeLists));
    for (const { name, codes } of lists) expect(codes.map(({ label }) => label)).toEqual((codeLists[name] ?? []).map(({ label }) => label));
    expect(codeListAnswer.parse((await api.get('/api/codes/source')).body)).toEqual(lists.find(({ name }) => name === 'source'));
    for (const name of ['finns-inte', 'constructor', '__proto__']) expect([name, (await api.get(`/api/codes/${name}`)).status]).toEqual([name, 404]);
  });

  test('the divisions’ own lists, of all days or of one, to whoever has logged in and works there', async () => {
    const named = async (query: string, who: 'carer' | 'manager' = 'carer') =>
      localListsAnswer.parse((await api.get(`/api/local-lists${query}`, who)).body).lists.flatMap(({ entries }) => entries.map(({ label }) => label));
    expect(await named('')).toEqual(['Matlåda', 'Taxi']);
    expect(await named('?at=2026-05-01')).toEqual(['Matlåda']);
    expect(await named('?division=iof')).toEqual([]);
    expect((await api.get('/api/local-lists')).status).toBe(401);
    expect((await api.get('/api/local-lists?at=i-dag', 'carer')).status).toBe(400);
  });
});

describe('A division’s own list in the pages (R-035)', () => {
  test('is shown with its days and the ways to change it; a form offers what holds today, and a report takes no other', async () => {
    const read = async (login: string, path: string) => {
      const jar = new CookieJar(api.base);
      await jar.go(`/demo/login?user=${login}`);
      return (await jar.go(path, { headers: { accept: 'text/html' } })).text();
    };
    const page = await read('administrator', '/organisation/listor');
    expect(page).toContain('Matlåda');
    expect(page).toMatch(/Taxi[\s\S]*1 januari 2099/);
    expect(page).toContain(`/organisation/andra/renameEntry?entry=${encodeURIComponent(`categoryOther@afs@${code('Matlåda')}`)}`);
    expect(await read('director', '/organisation/listor')).not.toContain('/organisation/andra/');
    const form = await read('carer', '/rapportera/klagomal');
    expect([form.includes(code('Matlåda')), form.includes(code('Taxi'))]).toEqual([true, false]);
    const report = (categoryOther: string) =>
      api.post(
        '/api/cases',
        { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'x', categories: ['other'], categoryOther },
        'registrar',
      );
    expect((await report(code('Matlåda'))).status).toBe(201);
    expect((await report(code('Taxi'))).body).toMatchObject({
      status: 422,
      missing: [{ field: 'categoryOther', text: 'Posten finns inte i avdelningens lista' }],
    });
  });
});
