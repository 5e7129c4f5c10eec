import { demoUsersAnswer } from '../../apps/api/src/answers.schema.js';
import { DemoController } from '../../apps/api/src/demo.controller.js';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { commandSamples } from '../support/command-samples.js';
import { complaint, does, reported } from '../support/complaint-over-http.js';
import { waitFor } from '../support/processes.js';

let api: Api;
let id: string;
atServer(freshApi, async (fresh) => {
  api = fresh;
  id = await reported(api);
});

/** Messages of zod's own. */
const ENGLISH = /\b(invalid|expected|received|required|unrecognized|must|too (small|big)|string|number|array|boolean|object|undefined|input)\b/i;

describe('Requests are checked by schemas', () => {
  const wrong = [null, 1, 'text', [], true, { by: 1 }, -1, 'x'.repeat(30_000)];
  test.each(Object.keys(commandSamples))(
    'R-024 %s: every fault is named with its field, in Swedish',
    async (type) => {
      const sample = commandSamples[type as keyof typeof commandSamples];
      expect((await does(api, id, { type, ...sample }, 'otherManager')).status).toBe(404);
      const bodies = [{ type, utanför: 1 }, ...Object.keys(sample).flatMap((field) => wrong.map((value) => ({ ...sample, type, [field]: value })))];
      for (const body of bodies) {
        const { status, body: said } = await does(api, id, body, 'otherManager');
        if (status === 404) continue;
        expect(said).toMatchObject({ status: 400, code: 'badShape', title: 'Uppgifterna går inte att läsa' });
        for (const lack of said.missing) expect(lack.text.replace('(true eller false)', '').replace(/fält: .*/, '')).not.toMatch(ENGLISH);
        expect(said.missing.length).toBeGreaterThan(0);
      }
    },
    30_000,
  );

  test('R-024 a report without any field names every field', async () => {
    const { status, body } = await api.post('/api/cases', {}, 'registrar');
    expect(status).toBe(400);
    expect(body.missing).toEqual(
      expect.arrayContaining([
        { field: 'kind', text: 'Fyll i uppgiften' },
        { field: 'what', text: 'Fyll i uppgiften' },
      ]),
    );
  });

  test('a body that is no JSON, or far too long, is refused as such', async () => {
    expect((await api.post('/api/cases', '{"kind":', 'registrar')).body).toMatchObject({ status: 400, code: 'badShape' });
    expect((await api.post('/api/cases', { ...complaint, what: 'x'.repeat(1_100_000) })).body).toMatchObject({ status: 413, code: 'tooLarge' });
    expect((await api.post('/api/cases', { ...complaint, what: 'x'.repeat(20_001) })).body).toMatchObject({ status: 400, missing: [{ field: 'what' }] });
    expect((await api.post(`/api/cases/${id}/commands`, { type: 'Hitta på' }, 'manager')).body).toMatchObject({
      status: 400,
      missing: [{ field: 'type', text: 'Det finns inget sådant kommando' }],
    });
    expect((await api.post(`/api/cases/${id}/commands`, { type: 'PerformAgendaItem', item: id }, 'manager')).status).toBe(400);
    expect((await api.post('/api/cases', complaint, 'registrar', { 'idempotency-key': 'två ord' })).body).toMatchObject({
      status: 400,
      missing: [{ field: 'Idempotency-Key' }],
    });
  });
});

describe('A case that has moved on', () => {
  test('If-Match with an older version is 412 and says what has happened since, to those who may see it', async () => {
    const other = await reported(api);
    const { version } = (await api.get(`/api/cases/${other}`, 'manager')).body;
    await does(api, other, { type: 'ClassifyCase', categories: ['treatment'], lawAreas: ['SoL'] });
    const late = { type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no' };
    const refused = await api.post(`/api/cases/${other}/commands`, late, 'manager', { 'if-match': `"${version}"` });
    expect(refused.body).toMatchObject({
      status: 412,
      code: 'movedOn',
      detail: `Sedan version ${version}: Ärendet kategoriserades.`,
      changed: [{ version: version + 1, type: 'CaseClassified', text: 'Ärendet kategoriserades' }],
    });
    expect((await api.post(`/api/cases/${other}/commands`, late, 'otherManager', { 'if-match': `"${version}"` })).status).toBe(404);
    expect((await api.post(`/api/cases/${other}/commands`, late, 'manager', { 'if-match': `"${version + 1}"` })).status).toBe(200);
    expect((await api.post(`/api/cases/${other}/commands`, late, 'manager', { 'if-match': 'sju' })).body).toMatchObject({
      status: 400,
      missing: [{ field: 'If-Match' }],
    });
  }, 20_000);
});

describe('The sender of a request', () => {
  test('R-307 a case that may not be seen gives the same 404 as one that never existed', async () => {
    const unseen = await api.get(`/api/cases/${id}`, 'otherManager');
    const never = await api.get('/api/cases/6c0a7d52-3f0e-4c5b-9a57-2b8c3f1e9d44', 'otherManager');
    expect(unseen.status).toBe(404);
    expect(unseen.body).toEqual(never.body);
    expect((await api.get('/api/cases/påhittat', 'manager')).body).toEqual(never.body);
    expect((await api.get(`/api/cases/${id}`)).body).toEqual(never.body);
  });

  test('R-307 what is seen but not theirs to do is 403; lists are for those who have logged in', async () => {
    expect((await does(api, id, { type: 'ClassifyCase', categories: ['treatment'] }, 'controller')).body).toMatchObject({ status: 403, code: 'notYours' });
    for (const path of ['/api/cases', '/api/reports', '/api/reports/complaints-by-source', '/api/reports/complaints-by-source/cases', '/api/stream']) {
      const refused = await api.get(path);
      expect([path, refused.status, refused.body.code]).toEqual([path, 401, 'notLoggedIn']);
    }
  });

  test('a token that is made up, changed or too old is refused, not taken for the public', async () => {
    const good = api.tokenOf('manager');
    for (const token of ['påhittad', `${good.slice(0, -4)}AAAA`, good.slice(20)]) {
      expect((await api.get('/api/cases', null, { authorization: `Bearer ${encodeURIComponent(token)}` })).status).toBe(401);
    }
    // A report with such a token is not taken for the public's either: it would be anonymous by mistake.
    expect((await api.post('/api/cases', {}, null, { authorization: 'Bearer AAAA' })).status).toBe(401);
    expect((await api.get('/api/cases', null, { authorization: `Bearer ${good}` })).status).toBe(200);
  });

  test('the demo’s people log in by token and by cookie; a write by cookie must come from a page of ours', async () => {
    const users = demoUsersAnswer.parse((await api.get('/demo/users')).body);
    expect(users.find(({ user }) => user === 'manager')).toEqual({ user: 'manager', name: 'Manager Påhittad', roles: ['enhetschef'], units: ['afs-norra'] });
    const { token } = (await api.post('/demo/token', { user: 'manager' })).body;
    expect((await api.get(`/api/cases/${id}`, null, { authorization: `Bearer ${token}` })).status).toBe(200);

    const login = await api.get('/demo/login?user=manager');
    expect([login.status, login.headers.get('location')]).toEqual([303, '/']);
    const set = login.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/HttpOnly/);
    expect(set).toMatch(/SameSite=Lax/);
    const cookie = set.split(';')[0] as string;
    expect((await api.get(`/api/cases/${id}`, null, { cookie })).status).toBe(200);
    const write = (headers: Record<string, string>) =>
      api.post(`/api/cases/${id}/commands`, { type: 'SendMessage', text: 'Hej' }, null, { cookie, ...headers });
    expect((await write({ 'sec-fetch-site': 'cross-site' })).body).toMatchObject({ status: 403, code: 'notYours' });
    expect((await write({ origin: 'https://annan.example' })).status).toBe(403);
    expect((await write({ origin: api.base })).status).toBe(200);
    expect((await write({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await api.get('/demo/login?user=ingen')).status).toBe(404);
  });

  test('R-307 an access is logged before the case is shown, by id and never by name', async () => {
    const seen = await reported(api);
    await api.get(`/api/cases/${seen}`, 'manager');
    await api.get(`/api/cases/${seen}/history`, 'controller');
    await api.get(`/api/cases/${seen}/agenda`, 'director');
    await api.get(`/api/cases/${seen}`, 'otherManager');
    const noted = () => api.core.database.query('SELECT action, route FROM store.access_log WHERE stream = $1 ORDER BY id', [`case/${seen}`]);
    // An access is logged before the answer; a refusal is logged by the answer, so after it.
    expect((await noted()).slice(0, 3)).toHaveLength(3);
    const rows = await waitFor(async () => ((await noted()).length === 4 ? await noted() : undefined), 20_000, 'the note of the refusal');
    expect(rows).toEqual([
      { action: 'read', route: 'GET /api/cases/{id}' },
      { action: 'read', route: 'GET /api/cases/{id}/history' },
      { action: 'read', route: 'GET /api/cases/{id}/agenda' },
      { action: 'refused', route: 'GET /api/cases/{id}' },
    ]);
  });
});

describe('What answers reveal', () => {
  test('nothing is inline or framed, and what one person sees is not cached', async () => {
    const seen = await api.get(`/api/cases/${id}`, 'manager');
    expect(seen.headers.get('content-security-policy')).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'",
    );
    expect(seen.headers.get('cache-control')).toBe('no-store');
    expect(seen.headers.get('x-content-type-options')).toBe('nosniff');
    expect(seen.headers.get('x-powered-by')).toBeNull();
  });

  test('the server’s time for an answer is shown to those who have logged in, and not to strangers', async () => {
    for (const path of [`/api/cases/${id}`, '/arenden']) {
      const answer = await api.get(path, 'manager');
      expect([path, answer.headers.get('server-timing')]).toEqual([path, expect.stringMatching(/^app;dur=\d+\.\d$/)]);
    }
    expect((await api.get('/folj')).headers.get('server-timing')).toBeNull();
  });

  test('R-316 the log has route, status and time, and nothing of what was sent, asked or seen', async () => {
    const planted = 'Gunhild Planterad 19121212-1212';
    const { body } = await api.post('/api/cases', { ...complaint, what: planted, reporter: { name: planted } }, 'registrar');
    await api.get(`/api/cases?q=${encodeURIComponent('Gunhild')}`, 'manager');
    await does(api, body.id, { type: 'SendMessage', text: planted, okänt: planted });
    await api.post('/api/cases', `{"what": "${planted}"`, 'registrar');
    await api.post('/api/follow', { code: body.receiptCode });
    const log = api.lines.join('');
    expect(log).toMatch(/"method":"GET","route":"\/api\/cases\/:id","status":200,"ms":/);
    for (const secret of ['Gunhild', '19121212', body.receiptCode, api.tokenOf('manager').slice(0, 20), 'Bearer', 'gensvar_session', body.id])
      expect(log).not.toContain(secret);
  });

  test('R-307 one who works with codes sees neither words nor who', async () => {
    const words = 'Bara för den som ska läsa.';
    const seen = await reported(api, { what: words, reporter: { name: 'Gunhild Planterad' } });
    for (const path of ['', '/history', '/agenda']) {
      const { body } = await api.get(`/api/cases/${seen}${path}`, 'controller');
      expect(JSON.stringify(body)).not.toMatch(/Bara för|Gunhild|Påhittad/);
    }
    expect((await api.get(`/api/cases/${seen}`, 'manager')).body.words).toMatchObject({ what: words });
  });

  test('AC-39 R-201 the reporter sees the result, and not what others have said', async () => {
    const seen = await reported(api, {}, 'carer');
    await does(api, seen, { type: 'AddToCase', by: 'relative', text: 'Dottern Gunhild ringde.' });
    const mine = await api.get(`/api/cases/${seen}`, 'carer');
    expect(mine.body.words).toEqual({ what: complaint.what });
    const history = await api.get(`/api/cases/${seen}/history`, 'carer');
    expect(JSON.stringify(history.body)).not.toContain('Gunhild');
    expect(mine.body).toHaveProperty('outcome');
    expect(mine.body).toHaveProperty('actions');
  });
});

describe('Outside the demo', () => {
  let real: Api;
  beforeAll(async () => {
    real = await freshApi({ GENSVAR_DEMO: '0' });
  }, 60_000);
  afterAll(async () => {
    await real?.close();
  }, 30_000);

  test('its routes are not there', async () => {
    const routes = Object.getOwnPropertyNames(DemoController.prototype).flatMap((name) => {
      const path = Reflect.getMetadata('path', DemoController.prototype[name as keyof DemoController]) as string | undefined;
      return path === undefined ? [] : [path];
    });
    expect(routes.length).toBeGreaterThanOrEqual(6);
    const ahead = real.core.clock.offsetMs();
    for (const path of routes) {
      for (const method of ['GET', 'POST']) {
        const { status } = await real.send(method, `/demo/${path}?user=manager`, null, method === 'POST' ? { user: 'manager', advance: 'P5D' } : undefined);
        expect([method, path, status]).toEqual([method, path, 404]);
      }
    }
    await real.core.clock.refresh();
    expect(real.core.clock.offsetMs()).toBe(ahead);
  });
});
