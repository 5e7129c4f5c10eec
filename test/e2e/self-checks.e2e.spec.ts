import { addDuration, stockholmDate } from '#domain/law/calendar';
import { drawn } from '#domain/selfcheck/draw';
import { type Api, freshApi, type Who } from '../support/api.js';
import { reported } from '../support/complaint-over-http.js';

/*
 * What the verdict of a self-check stands on, over HTTP: the draw and the figure are made by the platform for one who may carry the check out.
 */

let api: Api;
let cases: readonly string[];
beforeAll(async () => {
  api = await freshApi();
  cases = await Promise.all(Array.from({ length: 6 }, (_, n) => reported(api, n < 2 ? { categories: ['treatment'] } : {})));
  await reported(api, { unit: 'afs-sodra' });
  await api.caughtUp();
}, 120_000);
afterAll(async () => {
  await api?.close();
}, 30_000);

const planned = { unit: 'afs-norra', process: 'h6', what: 'Kontroll av ärenden', months: ['03'] };
const made = async (body: object) => (await api.post('/api/self-checks', { ...planned, ...body }, 'manager')).body.id as string;
const form = async (who: Who, path: string, fields: Readonly<Record<string, string>> = {}) =>
  api.send('POST', path, who, new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded' });
// biome-ignore lint/suspicious/noExplicitAny: the open part of any event
const events = async (id: string): Promise<{ type: string; open: any }[]> =>
  api.core.database.query('SELECT type, open FROM store.events WHERE stream = $1 ORDER BY version', [`selfcheck/${id}`]);

test('R-193 a sample is drawn from the unit’s cases once, by those who carry the check out, answered case by case, and becomes an action', async () => {
  const id = await made({ way: 'sample', questions: 'Är planen följd?\nÄr datum satt?', sample: 3 });
  const at = `/egenkontroller/${id}`;
  expect([(await form('carer', `${at}/urval`)).status, (await form('otherManager', `${at}/urval`)).status]).toEqual([403, 404]);
  for (let twice = 0; twice < 2; twice += 1) expect((await form('manager', `${at}/urval`)).status).toBe(303);
  const { open } = (await events(id)).at(-1) ?? { open: {} };
  expect([open.among, (await events(id)).length]).toEqual([6, 2]);
  expect(open.cases).toEqual(drawn(open.seed, cases, 3));
  const [first, ...others] = open.cases as [string, string, string];
  const page = (await api.get(`${at}/fragor`, 'manager', { accept: 'text/html' })).body as string;
  for (const one of open.cases) expect(page).toContain(`/arende/${one}`);
  const half = await form('manager', `${at}/fragor`, { fall: open.cases.join(' '), [`svar.${first}.0`]: 'no' });
  expect([half.status, half.body.includes('Varje fråga ska ha ett svar'), / value="no"[^>]* checked/.test(half.body)]).toEqual([422, true, true]);
  const answers = Object.fromEntries([first, ...others].flatMap((one, n) => [0, 1].map((question) => [`svar.${one}.${question}`, n === 0 ? 'no' : 'yes'])));
  expect((await form('manager', `${at}/fragor`, { fall: open.cases.join(' '), ...answers })).status).toBe(303);
  const verdict = { type: 'PerformSelfCheck', verdict: 'notApproved', found: 'Plan saknas.' };
  expect((await api.post(`/api/self-checks/${id}/commands`, verdict, 'manager')).status).toBe(200);
  const { number } = (await api.get(`/api/self-checks/${id}`, 'manager')).body as { number: string };
  await api.caughtUp();
  const action = {
    _type: 'ProposeAction',
    unit: 'afs-norra',
    selfcheck: number,
    area: 'routines',
    what: 'Gå igenom planerna',
    due: addDuration(stockholmDate(api.core.clock.now().toISOString()), 'P20D'),
  };
  expect((await form('manager', '/atgarder/ny', action)).status).toBe(303);
  await api.caughtUp();
  const shown = (await api.get(at, 'manager', { accept: 'text/html' })).body as string;
  for (const text of ['4 av 6 (67 %)', 'Plan saknas.', 'ATG-']) expect(shown).toContain(text);
  expect(shown).toContain(`/atgarder/ny?unit=afs-norra&amp;selfcheck=${number}`);
});

test('R-262 complaints without a category are counted from the log, with the cases, and the verdict is a person’s', async () => {
  const id = await made({ way: 'computed', measure: 'complaintsCategorised' });
  expect((await form('manager', `/egenkontroller/${id}/rakna`)).status).toBe(303);
  const { open } = (await events(id)).at(-1) as { open: { measured: object; cases: string[] } };
  expect(open.measured).toEqual({ met: 2, of: 6 });
  expect(new Set(open.cases)).toEqual(new Set(cases.slice(2)));
  const page = (await api.get(`/egenkontroller/${id}`, 'manager', { accept: 'text/html' })).body as string;
  expect([page.includes('2 av 6 (33 %)'), cases.slice(2).every((one) => page.includes(`/arende/${one}`))]).toEqual([true, true]);
});

test.each([
  ['answeredInTime', null],
  ['receiptConfirmed', 6],
])('R-262 %s is counted of those that owe it', async (measure, of) => {
  const id = await made({ way: 'computed', measure });
  const answer = await form('manager', `/egenkontroller/${id}/rakna`);
  const { open } = (await events(id)).at(-1) ?? { open: {} };
  expect([answer.status, open.measured?.of ?? null]).toEqual([of === null ? 422 : 303, of]);
  if (of === null) expect(answer.body).toContain('inga klagomål i perioden');
});
