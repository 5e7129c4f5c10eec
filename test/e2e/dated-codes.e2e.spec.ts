// Before any schema is made of the lists.
import '../support/dated-codes.js';
import { randomUUID } from 'node:crypto';
import { uuidOf } from '#domain/ids';
import { happened } from '../out-and-in/told-cases.js';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { complaint, does, reported } from '../support/complaint-over-http.js';
import { CookieJar } from '../support/cookie-jar.js';
import { added } from '../support/dated-codes.js';
import { importing, complaint as line } from '../support/imported.js';
import { publicForm } from '../support/public-form.js';

/*
 * A code that holds from a day, or until one, is its row in the list: absent before and after in forms, import, API and tables. The codes of this spec are in
 * no list of the product (support/dated-codes.ts).
 */

let api: Api;
let inMarch: string;
let inApril: string;
const [MARCH, APRIL] = ['2025-03-31T08:00:00.000Z', '2025-04-01T08:00:00.000Z'] as const;
const [begun, ended, future] = [added.begun.code, added.ended.code, added.future.code];
const risk = { unit: 'afs-norra', activity: 'Ta emot', description: 'Hanteras inte', probability: '4', consequence: '3' };

atServer(freshApi, async (fresh) => {
  api = fresh;
  inMarch = await reported(api, { receivedAt: MARCH, categories: [ended] });
  inApril = await reported(api, { receivedAt: APRIL, categories: [begun, 'treatment'] });
  await api.caughtUp();
});

const by = async (jar: CookieJar, path: string): Promise<string> => (await jar.go(path, { headers: { accept: 'text/html' } })).text();
async function as(who: string): Promise<CookieJar> {
  const jar = new CookieJar(api.base);
  await jar.go(`/demo/login?user=${who}`);
  return jar;
}
/** Which of the added codes a command's form has as a choice, by itself or as a part of another; the whole page where no command is named. */
function offeredIn(page: string, command?: string): readonly string[] {
  const form = command === undefined ? page : (new RegExp(`<(form|section)[^>]*id="k-${command}"[\\s\\S]*?</\\1>`).exec(page)?.[0] ?? '');
  if (form === '') throw new Error(`there is no form ${command}`);
  return Object.values(added)
    .map(({ code }) => code)
    .filter((code) => form.includes(`value="${code}"`));
}

describe('A code that holds from or until a day', () => {
  test('over the API: a report and a command with another day are refused, and say from or until which day', async () => {
    const early = await api.post('/api/cases', { ...complaint, receivedAt: MARCH, categories: [begun] }, 'registrar', { 'idempotency-key': randomUUID() });
    expect(early).toMatchObject({ status: 422, body: { code: 'incomplete', missing: [{ field: 'categories' }] } });
    expect(early.body.missing[0].text).toContain('”Digitala tjänster” kan väljas från och med den 1 april 2025');
    const late = await does(api, inApril, { type: 'ClassifyCase', categories: [ended] });
    expect(late).toMatchObject({ status: 422, body: { missing: [{ field: 'ClassifyCase.categories' }] } });
    expect(late.body.missing[0].text).toContain('”Faxtjänster” kan väljas till och med den 31 mars 2025');
    expect((await does(api, inMarch, { type: 'ClassifyCase', categories: [ended, 'treatment'] })).status).toBe(200);
  });

  test('in the OpenAPI document every code stands, with its label and its days', async () => {
    const { schemas } = (await api.get('/api/openapi.json')).body.components;
    const [categories] = schemas.ReportCase.properties.categories.anyOf;
    expect(categories.items.enum).toEqual(expect.arrayContaining([begun, ended, future]));
    expect(categories.items['x-enum-labels'][begun]).toBe('Digitala tjänster');
    expect(categories.items['x-enum-validity']).toMatchObject({
      [begun]: { validFrom: '2025-04-01', validTo: null },
      [ended]: { validFrom: null, validTo: '2025-04-01' },
    });
  });

  test('on the page of a case the form offers the codes of its own day, and what is done today those of today', async () => {
    const jar = await as('manager');
    const [march, april] = [await by(jar, `/arende/${inMarch}`), await by(jar, `/arende/${inApril}`)];
    expect([march, april].map((page) => offeredIn(page, 'ClassifyCase'))).toEqual([[ended], [begun]]);
    expect([march, april].map((page) => offeredIn(page, 'GiveFeedback'))).toEqual([[added.method.code], [added.method.code]]);
  });

  test('a choice that was made and does not hold stays in the form, with the reason beside it', async () => {
    const jar = await as('manager');
    const body = new URLSearchParams({ _type: 'ClassifyCase', _version: '', categories: future });
    const answer = await jar.go(`/arende/${inMarch}`, { method: 'POST', body, headers: { accept: 'text/html' } });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(offeredIn(page, 'ClassifyCase').toSorted()).toEqual([ended, future].toSorted());
    expect(page).toMatch(new RegExp(`value="${future}"[^>]*checked`));
    expect(page).toMatch(/id="f-ClassifyCase-categories-error"[^>]*>”Rörpost” kan väljas från och med den 1 januari 2999/);
  });

  test('in the forms by which something is reported, and in that of a record', async () => {
    const carer = await as('carer');
    expect(offeredIn(await by(carer, '/rapportera/klagomal'))).toEqual([begun]);
    const step = { method: 'POST', body: new URLSearchParams(publicForm({ _till: 'hande' })), headers: { accept: 'text/html' } };
    expect(offeredIn(await (await new CookieJar(api.base).go('/lamna-synpunkt', step)).text())).toEqual([begun]);
    const made = await api.post(
      '/api/risks',
      { ...risk, nextReview: new Date(api.core.clock.now().getTime() + 90 * 86_400_000).toISOString().slice(0, 10) },
      'manager',
    );
    expect(made.status).toBe(201);
    const page = await by(await as('manager'), `/risker/${made.body.id}`);
    expect(offeredIn(page, 'CloseRisk')).toEqual([]);
    expect(page).toContain('id="k-CloseRisk"');
    const close = { type: 'CloseRisk', reason: added.reason.code, reasons: 'Skäl.' };
    const closed = await api.post(`/api/risks/${made.body.id}/commands`, close, 'manager', { 'idempotency-key': randomUUID() });
    expect(closed).toMatchObject({ status: 422, body: { missing: [{ field: 'CloseRisk.reason' }] } });
  });

  test('in the registrar’s form by the day of receipt that is typed, and by that of today where it asks of something else', async () => {
    const jar = await as('registrar');
    expect(offeredIn(await by(jar, '/registrera'))).toEqual([added.authority.code]);
    const typed = new URLSearchParams({ sort: 'complaint', receivedDay: '2025-03-31', source: 'relative', what: 'Brevet.' });
    const { headers } = await jar.go('/registrera', { method: 'POST', body: typed, headers: { accept: 'text/html' } });
    expect(offeredIn(await by(jar, headers.get('location') ?? ''))).toEqual([added.way.code, added.authority.code]);
  });

  test('in the import a line with another day is refused by its place, and the rest comes in', async () => {
    const { run, stateOf } = importing(() => api.core);
    const received = (id: string, receivedAt: string, more: Record<string, unknown>) => line(id, { receivedAt, closedAt: '2025-06-01', ...more });
    const { imported, refused } = await run([
      received('early', '2025-03-31', { categories: [begun] }),
      received('late', '2025-04-01', { categories: [ended] }),
      received('cause', '2025-04-01', { causes: [`routines:${added.level.code}`] }),
      received('in time', '2025-03-31', { categories: [ended] }),
    ]);
    expect(imported).toBe(1);
    expect(refused.map(({ line: n, reasons }) => [n, reasons.length, reasons[0]?.split(' kan väljas')[0]])).toEqual([
      [1, 1, 'categories: ”Digitala tjänster”'],
      [2, 1, 'categories: ”Faxtjänster”'],
      [3, 1, 'causes.level: ”Regionen”'],
    ]);
    expect((await stateOf('in time')).desc.categories).toEqual([ended]);
  });

  test('in a table it has its row or column in the periods that it holds in, and where it has cases', async () => {
    const rowsOf = async (id: string, from: string, to: string) => {
      const { rows, columns } = (await api.get(`/api/reports/${id}?unit=namnd&from=${from}&to=${to}`, 'controller')).body;
      const shown = [...rows.map((row: { code: string }) => row.code), ...columns.map((column: { id: string }) => column.id)];
      return Object.values(added).flatMap(({ code }) => (shown.includes(code) ? [code] : []));
    };
    const id = 'complaints-by-category';
    expect(await rowsOf(id, '2025-01-01', '2025-04-01')).toEqual([ended]);
    expect(await rowsOf(id, '2025-04-01', '2025-07-01')).toEqual([begun]);
    expect(await rowsOf(id, '2025-01-01', '2025-07-01')).toEqual([begun, ended]);
    expect(await rowsOf('causes', '2025-01-01', '2025-07-01')).toEqual([]);
    // As an older release stored them, before the codes had days.
    const [category, level] = [await reported(api, { receivedAt: APRIL }), await reported(api, { receivedAt: APRIL })];
    const cause = { causeId: uuidOf('cause', level), area: 'routines', level: added.level.code, serious: null, has: ['text'] };
    await happened(api.core, category, ['CaseClassified', APRIL, { categories: [ended] }]);
    await happened(api.core, level, ['CauseFound', APRIL, cause]);
    await api.caughtUp();
    expect(await rowsOf(id, '2025-04-01', '2025-07-01')).toEqual([begun, ended]);
    expect(await rowsOf('causes', '2025-01-01', '2025-07-01')).toEqual([added.level.code]);
  });
});
