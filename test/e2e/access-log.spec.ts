import { type Api, freshApi } from '../support/api.js';
import { reported } from '../support/complaint-over-http.js';
import { CookieJar } from '../support/cookie-jar.js';
import { people } from '../support/scenario.js';

let api: Api;
beforeAll(async () => {
  api = await freshApi();
}, 60_000);
afterAll(async () => {
  await api?.close();
}, 30_000);

const noted = (person: string | null) =>
  api.core.database.query<{ action: string; stream: string }>('SELECT action, stream FROM store.access_log WHERE person = $1 ORDER BY id', [person]);

describe('The access log (R-307, SoLPuL 10 §)', () => {
  test('has who tried to open what is not theirs, by page and by API, and who logged in; the public is nobody there', async () => {
    const id = await reported(api, { unit: 'afs-sodra' });
    const manager = people.manager.person;
    expect((await api.get(`/api/cases/${id}`, 'manager')).status).toBe(404);
    expect((await api.get(`/api/cases/${id}/history`, 'manager')).status).toBe(404);
    expect((await api.get(`/api/cases/${id}`)).status).toBe(404);
    const jar = new CookieJar(api.base);
    await jar.follow('/demo/login?user=manager', (address) => address === '/');
    expect((await jar.go(`/arende/${id}`)).status).toBe(404);
    const refused = { action: 'refused', stream: `case/${id}` };
    expect(await noted(manager)).toEqual([refused, refused, { action: 'logIn', stream: 'session' }, refused]);
    expect(await noted('anonymous')).toEqual([]);
  }, 30_000);
});

describe('A controller works with codes (law-and-practice 6.2)', () => {
  test('who handles a case is not told in lists, behind figures or on its page, and is not to be asked for', async () => {
    const id = await reported(api, { unit: 'afs-norra' });
    const command = { type: 'AssignCase', person: people.manager.person };
    expect((await api.post(`/api/cases/${id}/commands`, command, 'divisionHead')).status).toBe(200);
    await api.caughtUp();
    const texts = [
      (await api.get('/api/cases', 'controller')).body,
      (await api.get('/api/reports/complaints-by-source/cases?unit=afs-norra', 'controller')).body,
      (await api.get(`/api/cases/${id}`, 'controller')).body,
      ...(await Promise.all(['/arenden?stage=open', `/arende/${id}`].map(async (path) => (await api.get(path, 'controller')).body))),
    ].map((body) => (typeof body === 'string' ? body : JSON.stringify(body)));
    for (const text of texts)
      expect([text.includes(id), text.includes('Manager Påhittad'), text.includes(people.manager.person as string)]).toEqual([true, false, false]);
    expect((await api.get(`/api/cases?handler=${people.manager.person}`, 'controller')).status).toBe(403);
    expect(JSON.stringify((await api.get('/api/cases', 'divisionHead')).body)).toContain(people.manager.person as string);
  }, 30_000);
});
