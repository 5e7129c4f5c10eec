import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { recordStream, recordTypes } from '#domain/record-types';
import type { AnyRecordType } from '#domain/records/record-type';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { reported } from '../support/complaint-over-http.js';
import { CookieJar } from '../support/cookie-jar.js';
import { waitFor } from '../support/processes.js';
import { routes } from '../support/routes.js';
import { people } from '../support/scenario.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

const noted = (person: string | null) =>
  api.core.database.query<{ action: string; stream: string }>('SELECT action, stream FROM store.access_log WHERE person = $1 ORDER BY id', [person]);
/** A refusal is logged after the answer, so wait for it. */
const refusals = (person: string | null, n: number) =>
  waitFor(
    async () => {
      const rows = await api.core.database.query<{ stream: string; route: string }>(
        "SELECT stream, route FROM store.access_log WHERE person = $1 AND action = 'refused' ORDER BY id",
        [person],
      );
      return rows.length >= n ? rows : undefined;
    },
    10_000,
    `${n} refusals to be noted`,
  );

describe('The access log (R-307, SoLPuL 10 §)', () => {
  test('holds attempts to open what is not one’s own, by page and by API, and log-ins; the public appears in it without an id', async () => {
    const id = await reported(api, { unit: 'afs-sodra' });
    const manager = people.manager.person;
    const nobody = async () => [await noted('anonymous'), await noted('unknown')];
    const before = await nobody();
    expect((await api.get(`/api/cases/${id}`, 'manager')).status).toBe(404);
    expect((await api.get(`/api/cases/${id}/history`, 'manager')).status).toBe(404);
    expect((await api.get(`/api/cases/${id}`)).status).toBe(404);
    const jar = new CookieJar(api.base);
    await jar.follow('/demo/login?user=manager', (address) => address === '/');
    expect((await jar.go(`/arende/${id}`)).status).toBe(404);
    const routes = ['/api/cases/{id}', '/api/cases/{id}/history', '/arende/{id}'].map((path) => ({ stream: `case/${id}`, route: `GET ${path}` }));
    expect(new Set(await refusals(manager, 3))).toEqual(new Set(routes));
    expect((await noted(manager)).filter(({ action }) => action !== 'refused')).toEqual([{ action: 'logIn', stream: 'session' }]);
    expect(await nobody()).toEqual(before);
  }, 30_000);
});

/** Routes on which a person who is logged in is never refused: public ones, their own, and the demo's log-in. */
const nobodysOrOnesOwn = new Set([
  '/api/cases',
  '/api/follow',
  '/demo/token',
  '/demo/logout',
  '/demo/clock',
  '/lamna-synpunkt',
  '/lamna-synpunkt/lattlast',
  '/lamna-synpunkt/kvitto',
  '/lamna-synpunkt/bilagor',
  '/rapportera/:door',
  '/registrera',
  '/folj',
  '/folj/meddelande',
  '/folj/svar',
  '/folj/stang',
  '/arenden/urval',
  // Finds what the person sees, and nothing else.
  '/sok',
  '/logga-ut',
  // Examples of forms: nothing is read.
  '/stilguide',
  '/inloggningar/avsluta',
  '/inloggningar/kalender',
  // Who may make a record is asked of its unit, and what names none is refused for its shape.
  ...recordTypes.flatMap(({ path, page }) => [`/api/${path}`, `/${page}/ny`]),
]);

/** A command of the type that takes words and codes and nothing else, so that it is refused for who gives it and not for its shape. */
function inWordsAlone({ family, commands }: AnyRecordType): object {
  const bodies = commands
    .filter(({ input }) => Object.keys(input).length > 0)
    .map(({ name, input, schema }) => ({
      schema,
      body: { type: name, ...Object.fromEntries(Object.entries(input).map(([field, shape]) => [field, wordsOrCode(shape as z.ZodType)])) },
    }));
  const found = bodies.find(({ schema, body }) => schema.safeParse(body).success);
  if (found === undefined) throw new Error(`no command of ${family} takes words alone`);
  return found.body;
}

const wordsOrCode = (shape: z.ZodType): unknown =>
  ['Uppdiktade ord', ...(z.toJSONSchema(shape, { unrepresentable: 'any' }).enum ?? [])].find((value) => shape.safeParse(value).success);

describe('A command that is refused (SoLPuL 10 §)', () => {
  const commands = routes().filter(({ method, path }) => method === 'POST' && !nobodysOrOnesOwn.has(path));
  const fields = (id: string) =>
    Object.entries({ _type: 'SendMessage', text: 'Uppdiktade ord', id, person: people.manager.person as string, reasons: 'Uppdiktade ord' });
  const body = (path: string, id: string): BodyInit => {
    if (path === '/min-enhet/intyg') return new URLSearchParams({ unit: 'afs-norra', period: '2025' });
    if (path === '/min-enhet/intyg/paminnelse') return new URLSearchParams({ unit: 'afs-norra', period: '2025' });
    if (path === '/min-enhet/intyg/ater') return new URLSearchParams({ unit: 'afs-norra', period: '2025', of: 'afs-norra', attestation: 'a1', why: 'mistake' });
    if (path === '/api/attestations') return JSON.stringify({ unit: 'afs-norra', from: '2025-01-01', to: '2026-01-01' });
    if (path === '/api/organisation/changes')
      return JSON.stringify({ changes: [{ do: 'renameUnit', unit: 'afs-norra', name: 'Uppdiktade', from: '2027-01-01' }], reason: 'Uppdiktade ord' });
    if (path.startsWith('/api/organisation/')) return JSON.stringify({ reason: 'Uppdiktade ord' });
    const type = recordTypes.find(({ path: api }) => path.startsWith(`/api/${api}/`));
    if (type !== undefined) return JSON.stringify(inWordsAlone(type));
    if (path.startsWith('/api/')) return JSON.stringify({ type: 'SendMessage', text: 'Uppdiktade ord' });
    if (!path.endsWith('/bilaga')) return new URLSearchParams(fields(id));
    const files = new FormData();
    files.append('bilagor', new Blob(['Uppdiktade ord']), 'uppdiktat.txt');
    return files;
  };

  /** One who may only look; the controller waits for the statistics, and may remind of them. */
  const mayNot = (path: string): 'registrar' | 'controller' => (path === '/min-enhet/intyg/paminnelse' ? 'registrar' : 'controller');

  /** A refusal on a record is logged with its stream, one on a route without an id with the word alone. */
  const streamsOf = (path: string, id: string): readonly string[] => {
    const type = recordTypes.find(({ path: api, page }) => path.startsWith(`/api/${api}/`) || path.startsWith(`/${page}/`));
    return type === undefined ? [`case/${id}`, 'route'] : [recordStream(type, id)];
  };

  test.each(commands.map(({ path }) => path))(
    'by %s is noted by person, once a minute, with none of its words: of what one does not see, and of what one may only look at',
    async (path) => {
      const id = await reported(api, { unit: 'afs-norra' });
      await api.caughtUp();
      for (const who of ['otherManager', mayNot(path)] as const) {
        const headers = {
          authorization: `Bearer ${api.tokenOf(who)}`,
          accept: 'text/html',
          ...(path.startsWith('/api/') ? { 'content-type': 'application/json' } : {}),
        };
        const send = () => fetch(api.base + path.replace(':id', id), { method: 'POST', redirect: 'manual', headers, body: body(path, id) });
        const { status } = await send();
        await send();
        const of = async () =>
          await api.core.database.query<{ stream: string; route: string; text: string }>(
            "SELECT stream, route, a::text AS text FROM store.access_log a WHERE person = $1 AND action = 'refused' AND route = $2 AND stream = ANY($3)",
            [people[who].person, `POST ${path.replaceAll(/:(\w+)/g, '{$1}')}`, streamsOf(path, id)],
          );
        const rows = await waitFor(async () => ((await of()).length > 0 ? of() : undefined), 5_000, `${who} to be noted at ${path}, answered ${status}`);
        expect([who, rows.length, rows[0]?.text.includes('Uppdiktade')]).toEqual([who, 1, false]);
      }
    },
    30_000,
  );
});

describe('What is noted of refusals', () => {
  test('has a limit: one who tries case after case can’t fill the table, and unknown addresses are not logged', async () => {
    const { person } = people.careHead;
    for (let n = 0; n < 90; n += 1) expect((await api.get(`/api/cases/${randomUUID()}`, 'careHead')).status).toBe(404);
    await refusals(person, 60);
    expect(await refusals(person, 1)).toHaveLength(60);
    for (const path of ['/finns-inte', '/assets/finns-inte.css']) expect((await api.get(path, 'registrar')).status).toBe(404);
    expect((await api.get('/api/cases/inte-ett-id', 'registrar')).status).toBeGreaterThanOrEqual(400);
    expect((await noted(people.registrar.person)).filter(({ stream }) => stream !== 'route')).toEqual([]);
  }, 60_000);

  test('includes what a page refuses after a redirect, in a browser', async () => {
    const id = await reported(api, { unit: 'afs-norra' });
    const jar = new CookieJar(api.base);
    await jar.follow('/demo/login?user=controller', (address) => address === '/');
    expect((await jar.go(`/arende/${id}`, { headers: { accept: 'text/html' } })).status).toBe(200);
    const body = new URLSearchParams({ _type: 'SendMessage', text: 'Uppdiktade ord' });
    expect((await jar.go(`/arende/${id}`, { method: 'POST', body, headers: { accept: 'text/html' } })).status).toBe(303);
    const route = { stream: `case/${id}`, route: 'POST /arende/{id}' };
    await waitFor(async () => ((await refusals(people.controller.person, 1)).some((row) => row.stream === route.stream) ? true : undefined), 10_000, 'the row');
    expect((await refusals(people.controller.person, 1)).filter(({ stream }) => stream === route.stream)).toEqual([route]);
  }, 30_000);

  test('includes a log-in of one without a post here, without the login that they typed', async () => {
    for (const name of ['uppdiktad.namnsson', '19121212-1212']) expect((await api.get(`/demo/login?user=${name}`)).status).toBe(404);
    const rows = await waitFor(
      async () => {
        const found = await api.core.database.query<{ text: string; stream: string }>(
          "SELECT stream, a::text AS text FROM store.access_log a WHERE person = 'unknown' AND action = 'logInRefused'",
        );
        return found.length > 0 ? found : undefined;
      },
      10_000,
      'the log-in to be noted',
    );
    expect([rows.length, rows[0]?.stream, /uppdiktad|1212/.test(rows[0]?.text.replace(/\d{4}-\d\d-\d\d[^,]*/, '') ?? '')]).toEqual([1, 'session', false]);
  });
});

describe('A controller works with codes (docs/law/access.md#roles)', () => {
  test('who handles a case is not shown in lists, behind figures or on its page, and can’t be asked for', async () => {
    const id = await reported(api, { unit: 'afs-norra' });
    const command = { type: 'AssignCase', person: people.manager.person };
    expect((await api.post(`/api/cases/${id}/commands`, command, 'divisionHead')).status).toBe(200);
    await api.caughtUp();
    // The case is the last of those that the tests of this file have reported, and these fill more than a page.
    const behind = '/api/reports/complaints-by-source/cases?unit=afs-norra';
    const { items, total } = (await api.get(behind, 'controller')).body;
    const texts = [
      (await api.get('/api/cases?sort=-received', 'controller')).body,
      (await api.get(`${behind}&page=${Math.ceil(total / items.length)}`, 'controller')).body,
      (await api.get(`/api/cases/${id}`, 'controller')).body,
      ...(await Promise.all(['/arenden?stage=open&sort=-received', `/arende/${id}`].map(async (path) => (await api.get(path, 'controller')).body))),
    ].map((body) => (typeof body === 'string' ? body : JSON.stringify(body)));
    for (const text of texts)
      expect([text.includes(id), text.includes('Manager Påhittad'), text.includes(people.manager.person as string)]).toEqual([true, false, false]);
    expect((await api.get(`/api/cases?handler=${people.manager.person}`, 'controller')).status).toBe(403);
    expect(JSON.stringify((await api.get('/api/cases', 'divisionHead')).body)).toContain(people.manager.person as string);
  }, 30_000);
});
