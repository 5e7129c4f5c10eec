import { randomUUID } from 'node:crypto';
import { addDuration, stockholmDate } from '#domain/law/calendar';
import { recordTypes } from '#domain/record-types';
import { recordAnswer, recordCreated, recordHistoryAnswer, recordListAnswer } from '../../apps/api/src/record-answers.schema.js';
import { type Api, freshApi, type Who } from '../support/api.js';
import { caughtUp } from '../support/read-side.js';
import { oneOfEachRecord, sampleWords } from '../support/record-samples.js';
import { people } from '../support/scenario.js';

/*
 * The routes that every record type has, over HTTP: made, changed, read, listed, its history, who sees it.
 */

let api: Api;
beforeAll(async () => {
  api = await freshApi();
}, 120_000);
afterAll(async () => {
  await api?.close();
}, 30_000);

const secret = 'Anmälan från fru Påhittad blir liggande';
const risk = { unit: 'afs-norra', activity: 'Ta emot anmälan', description: secret, probability: '4', consequence: '3', nextReview: '2027-12-01' };
const made = async (who: Who = 'manager', body: object = {}) => (await api.post('/api/risks', { ...risk, ...body }, who)).body.id as string;
const give = (id: string, command: object, who: Who = 'manager', headers: Record<string, string> = {}) =>
  api.post(`/api/risks/${id}/commands`, command, who, headers);

describe('A record over HTTP (docs/contract.md#http)', () => {
  test('is made with a number, and the same key gives the same record', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await api.post('/api/risks', risk, 'manager', key);
    expect([first.status, first.body.number.replace(/\d{4}$/, 'NNNN')]).toEqual([201, `RIS-${new Date().getFullYear()}-NNNN`]);
    expect(first.body).toEqual({ ...recordCreated.parse(first.body), events: [{ type: 'RiskIdentified' }] });
    expect(first.headers.get('location')).toBe(`/api/risks/${first.body.id}`);
    const again = await api.post('/api/risks', risk, 'manager', key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await api.post('/api/risks', { ...risk, probability: '1' }, 'manager', key)).body.code).toBe('idempotencyKeyReused');
  });

  test('answers in Swedish with everything that is missing, where', async () => {
    const bad = await api.post('/api/risks', { unit: 'afs-norra', probability: '9', nextReview: '2026-02-30' }, 'manager');
    expect(bad.status).toBe(400);
    const fields = bad.body.missing.map(({ field }: { field: string }) => field);
    for (const field of ['activity', 'description', 'probability', 'consequence', 'nextReview']) expect(fields).toEqual(expect.arrayContaining([field]));
    const early = await api.post('/api/risks', { ...risk, nextReview: '2020-01-01' }, 'manager');
    expect([early.status, early.body.missing]).toEqual([
      422,
      [{ field: 'IdentifyRisk.nextReview', text: 'Dagen för nästa bedömning ska ligga framåt i tiden' }],
    ]);
  });

  test('R-233 is read by those over its unit and those who work there, as if it did not exist by others', async () => {
    const id = await made();
    const seen = async (who: Who | null) => (await api.get(`/api/risks/${id}`, who)).status;
    expect(await Promise.all((['carer', 'manager', 'divisionHead', 'controller'] as const).map(seen))).toEqual([200, 200, 200, 200]);
    expect(await Promise.all((['otherManager', 'investigator', 'provider', 'dataOfficer'] as const).map(seen))).toEqual([404, 404, 404, 404]);
    expect(await seen(null)).toBe(401);
    expect((await api.post('/api/risks', risk, 'otherManager')).body.code).toBe('notYours');
    expect((await api.post('/api/risks', { ...risk, unit: 'finns-inte' }, 'manager')).body.code).toBe('unitNotValid');
    const body = (await api.get(`/api/risks/${id}`, 'manager')).body;
    expect(body).toEqual(recordAnswer.parse(body));
    expect([body.texts, body.facts.value, body.facts.level]).toEqual([{ activity: risk.activity, description: secret }, 12, 'critical']);
    expect(body.may.map(({ type }: { type: string }) => type)).toEqual(['AssessRisk', 'AcceptRisk', 'LinkCase', 'PrioritiseRisk', 'DescribeRisk', 'CloseRisk']);
    expect((await api.get(`/api/risks/${id}`, 'carer')).body.may).toEqual([]);
  });

  test('is changed by commands, with If-Match and keys as a case is', async () => {
    const id = await made();
    const assessed = await give(id, { type: 'AssessRisk', probability: '5', consequence: '5', nextReview: '2027-06-01' }, 'manager', { 'If-Match': '"1"' });
    expect([assessed.status, assessed.body.version, assessed.headers.get('etag')]).toEqual([200, 2, '"2"']);
    expect((await give(id, { type: 'AcceptRisk', reasons: 'x' }, 'manager', { 'If-Match': '"1"' })).body.code).toBe('movedOn');
    expect((await give(id, { type: 'AcceptRisk', reasons: 'x' }, 'otherManager', { 'If-Match': '"1"' })).body.code).toBe('notFound');
    expect((await give(id, { type: 'TakeStep', step: randomUUID() })).status).toBe(400);
    expect((await give(id, { type: 'AcceptRisk' })).status).toBe(400);
    expect((await give('ingen', { type: 'AcceptRisk', reasons: 'x' })).status).toBe(404);
  });

  test('a case is linked by one who sees it, and by nobody else', async () => {
    const id = await made();
    const seen = await api.post('/api/cases', { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'x' }, 'registrar');
    const hidden = await api.post('/api/cases', { kind: 'complaint', opinionType: 'complaint', unit: 'iof-barn', source: 'relative', what: 'x' }, 'registrar');
    expect((await give(id, { type: 'LinkCase', caseId: hidden.body.id })).body.code).toBe('unknownReference');
    expect((await give(id, { type: 'LinkCase', caseId: randomUUID() })).body.code).toBe('unknownReference');
    expect((await give(id, { type: 'LinkCase', caseId: seen.body.id })).status).toBe(200);
    // Which cases a reader sees is read from the rows.
    await caughtUp(api.core);
    expect((await api.get(`/api/risks/${id}`, 'manager')).body.facts).toMatchObject({ cases: [seen.body.id], casesSince: 1 });
  });

  test('its history says what happened, by whom, with what they wrote', async () => {
    const id = await made();
    await give(id, { type: 'AcceptRisk', reasons: 'Ryms i det vi tål.' });
    const { body } = await api.get(`/api/risks/${id}/history`, 'manager');
    expect(body).toEqual(recordHistoryAnswer.parse(body));
    expect(body.items.map(({ text }: { text: string }) => text)).toEqual([
      'Risken identifierades: 4 Sannolikt × 3 Kännbar = 12, kritisk',
      'Beslut att godta risken: riskvärde 12',
    ]);
    expect(body.items[1]).toMatchObject({ by: 'Manager Påhittad', words: { reasons: 'Ryms i det vi tål.' } });
  });

  test('lists show those that the reader sees, soonest first, and every reading is logged', async () => {
    const later = await made('manager', { nextReview: '2028-03-01' });
    const soon = await made('manager', { nextReview: '2027-01-15' });
    await made('director', { unit: 'iof-barn' });
    await caughtUp(api.core);
    const { body } = await api.get('/api/risks?unit=afs', 'divisionHead');
    expect(body).toEqual(recordListAnswer.parse(body));
    const ids = body.items.map(({ id }: { id: string }) => id);
    expect(ids.indexOf(soon)).toBeLessThan(ids.indexOf(later));
    expect(body.items.every(({ unit }: { unit: string }) => unit === 'afs-norra')).toBe(true);
    expect((await api.get('/api/risks', 'otherManager')).body.total).toBe(0);
    expect((await api.get('/api/risks?status=closed', 'manager')).body.items).toEqual([]);
    const logged = await api.core.database.query(
      'SELECT DISTINCT action FROM store.access_log WHERE stream = $1 AND person = (SELECT id::text FROM store.person WHERE login = $2)',
      [`risk/${soon}`, 'divisionHead'],
    );
    expect(logged).toEqual([{ action: 'list' }]);
  });

  test('its words are sealed: none of them is in the open part, in a row of the read side or in the topic’s description', async () => {
    const id = await made();
    await caughtUp(api.core);
    const everywhere = await api.core.database.query<{ text: string }>(
      `SELECT open::text AS text FROM store.events WHERE stream = $1 UNION ALL SELECT row_to_json(r)::text FROM read.fact_record r WHERE stream = $1`,
      [`risk/${id}`],
    );
    expect(everywhere.length).toBe(2);
    expect(everywhere.filter(({ text }) => text.includes('Påhittad') || text.includes('Ta emot'))).toEqual([]);
  });

  test('every record type has its routes in the OpenAPI document', async () => {
    const { body } = await api.get('/api/openapi.json');
    for (const { path } of recordTypes)
      expect(Object.keys(body.paths)).toEqual(
        expect.arrayContaining([`/api/${path}`, `/api/${path}/{id}`, `/api/${path}/{id}/commands`, `/api/${path}/{id}/history`]),
      );
  });

  test('R-250 a list has what is handed down from the level above, alone and together with a unit’s own, and a report counts it for those who see it', async () => {
    const number = (await api.post('/api/risks', { ...risk, unit: 'afs' }, 'divisionHead')).body.number as string;
    await made();
    await caughtUp(api.core);
    const numbers = async (who: Who, query = '') =>
      ((await api.get(`/api/risks${query}`, who)).body.items as { number: string; unit: string }[]).map((item) =>
        item.number === number ? 'handed down' : item.unit,
      );
    for (const who of ['carer', 'manager', 'otherManager', 'divisionHead', 'controller'] as const) expect(await numbers(who)).toContain('handed down');
    expect(await numbers('investigator')).not.toContain('handed down');
    expect(new Set(await numbers('manager', '?unit=afs-norra'))).toEqual(new Set(['handed down', 'afs-norra']));
    expect(await numbers('otherManager', '?unit=afs-sodra')).toEqual(['handed down']);
    expect((await api.get('/api/reports/risks?unit=afs-sodra', 'otherManager')).body.totals.count).toBeNull();
    expect((await api.get('/api/reports/risks?unit=afs', 'otherManager')).body.totals.count).toBe(1);
    const page = (await api.get('/risker', 'otherManager')).body as string;
    expect(page).toContain('Från nivån över');
    expect((await api.get('/risker', 'divisionHead')).body).not.toContain('Från nivån över');
    expect((await api.get('/risker?unit=afs-norra', 'divisionHead')).body).toContain('Från nivån över');
  });

  test('what it names of cases and other records is named only to those who see these (OSL 26 kap. 1 §)', async () => {
    const inNorth = await api.post(
      '/api/cases',
      { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'x' },
      'registrar',
    );
    const { id } = (await api.post('/api/risks', { ...risk, unit: 'afs' }, 'divisionHead')).body;
    expect((await give(id, { type: 'LinkCase', caseId: inNorth.body.id }, 'divisionHead')).status).toBe(200);
    const local = await made('otherManager', { unit: 'afs-sodra' });
    const action = { unit: 'afs-sodra', risk: local, area: 'training', what: 'x', due: addDuration(stockholmDate(api.core.clock.now().toISOString()), 'P3D') };
    const serving = (await api.post('/api/actions', action, 'otherManager')).body.id;
    const decided = { type: 'DecideAction', owner: people.divisionHead.person, due: action.due, effectDue: addDuration(action.due, 'P60D') };
    expect((await api.post(`/api/actions/${serving}/commands`, decided, 'otherManager')).status).toBe(200);
    await caughtUp(api.core);
    const named = async (who: Who, path: string, of: string, name: 'cases' | 'serves') => {
      const one = (await api.get(`/api/${path}/${of}`, who)).body.facts[name];
      const { items } = (await api.get(`/api/${path}`, who)).body as { items: { id: string; facts: Record<string, unknown> }[] };
      const behind = (await api.get(`/api/reports/${path}/cases?column=count`, who)).body as { items: typeof items };
      return [one, ...[items, behind.items].map((some) => some.find((item) => item.id === of)?.facts[name])];
    };
    expect(await named('divisionHead', 'risks', id, 'cases')).toEqual(Array(3).fill([inNorth.body.id]));
    expect(await named('otherManager', 'risks', id, 'cases')).toEqual(Array(3).fill([]));
    expect(await named('otherManager', 'actions', serving, 'serves')).toEqual(Array(3).fill([`risk/${local}`]));
  });
});

test('R-316 the title of a record’s page and the links to it have no words; one that codes give a heading has it in its page, its list and its title', async () => {
  const readers: Readonly<Record<string, Who>> = { logreview: 'dataOfficer', extract: 'registrar' };
  const headings: Readonly<Record<string, string>> = {
    process: 'Processkarta',
    year: 'Året 20',
    logreview: 'Loggkontroll för oktober 2025',
    extract: 'Begäran om registerutdrag från den',
    reportdocument: 'Kvalitetsberättelse 20',
  };
  for (const { type, id, number } of await oneOfEachRecord(api.core)) {
    await api.caughtUp();
    const who = readers[type.family] ?? 'manager';
    const html = { accept: 'text/html' };
    const [page, list] = await Promise.all([`/${type.page}/${id}`, `/${type.page}`].map(async (path) => (await api.get(path, who, html)).body as string));
    const title = /<title>([^<]*)<\/title>/.exec(page as string)?.[1] ?? '';
    expect([type.family, page?.includes(sampleWords), title.includes(sampleWords), title.startsWith(number)]).toEqual([type.family, true, false, true]);
    if (typeof type.heading === 'string') continue;
    const heading = headings[type.family] ?? 'no heading';
    expect([title, list?.includes(heading), /<h1[^>]*>([^<]*)/.exec(page as string)?.[0]]).toEqual([
      expect.stringContaining(heading),
      true,
      expect.any(String),
    ]);
    expect(page).toContain(heading);
  }
});

test('R-345 the page of the management system has the types that the reader may see, each with as many as its list', async () => {
  await oneOfEachRecord(api.core);
  await api.caughtUp();
  const open = async (who: Who) => {
    const { body } = await api.get('/ledningssystem', who, { accept: 'text/html' });
    return [...(body as string).matchAll(/<a href="\/([a-z]+)">[^<]+<\/a>(?:<span[^>]*>[^<]*<\/span>)?<\/th><td>(\d+)<\/td>/g)].map(
      ([, page = '', n]) => [page, Number(n)] as const,
    );
  };
  for (const who of ['manager', 'carer', 'divisionHead'] as const) {
    const types = await open(who);
    for (const [page, n] of types) {
      const list = (await api.get(`/${page}`, who, { accept: 'text/html' })).body as string;
      expect([who, page, Number(/(\d+) i listan/.exec(list)?.[1] ?? 0)]).toEqual([who, page, n]);
    }
    expect(types.filter(([, n]) => n > 0).length).toBeGreaterThan(1);
  }
  expect((await open('manager')).map(([page]) => page)).toEqual(recordTypes.filter(({ inMenu }) => inMenu !== true).map(({ page }) => page));
  expect((await api.get('/ledningssystem', 'dataOfficer', { accept: 'text/html' })).status).toBe(403);
});
