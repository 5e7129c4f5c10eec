import { createHash, randomUUID } from 'node:crypto';
import { commandIdOf } from '#case-service/case-service';
import { caseStream } from '#domain/ids';
import { Database } from '#platform/database';
import { reportAnswer } from '../../apps/api/src/answers.schema.js';
import { type Api, freshApi } from '../support/api.js';
import { CookieJar } from '../support/cookie-jar.js';
import { publicForm } from '../support/public-form.js';
import { everyRow, inRow, type RowText } from '../support/rows.js';
import { people } from '../support/scenario.js';

let api: Api;
let owner: Database;
beforeAll(async () => {
  api = await freshApi();
  owner = await Database.connect(api.core.adminUrl, { poolSize: 2 });
}, 60_000);
afterAll(async () => {
  await owner?.close();
  await api?.close();
}, 30_000);

const carer = people.carer.person as string;
const hashes = (text: string) => ['sha1', 'sha256', 'md5'].map((name) => createHash(name).update(text).digest('hex'));
/** Everything that identifies the carer. */
const traces = (key: string) => [
  carer,
  'Carer Påhittad',
  'carer@kommun.example',
  ...hashes(carer),
  ...hashes(`person:${carer}`),
  commandIdOf(people.carer, key),
];

/** Rows that were added by the work, except those of the log-in itself: that somebody is at work is no secret. */
async function newRows(work: () => Promise<unknown>): Promise<readonly RowText[]> {
  const before = new Set((await everyRow(owner)).map(({ table, text }) => `${table} ${text}`));
  await work();
  await api.caughtUp();
  const isLogIn = ({ table, text }: RowText) => table === 'store.session' || (table === 'store.access_log' && text.includes('logIn'));
  return (await everyRow(owner)).filter((row) => !isLogIn(row) && !before.has(`${row.table} ${row.text}`));
}
const found = (rows: readonly RowText[], key: string) => rows.flatMap((row) => inRow(row, traces(key)).map((trace) => `${row.table} holds ${trace}`));

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** The staff's form, sent by the carer in a browser, with a picture. */
async function byForm(inOwnName: boolean, key: string): Promise<string> {
  const jar = new CookieJar(api.base);
  await jar.follow('/demo/login?user=carer', (address) => address.endsWith('/att-gora') || address === '/');
  const form = new FormData();
  const told = { unit: 'afs-norra', what: 'En kollega skriker åt de boende.', immediateActions: 'Jag gick emellan.', when: 'today', concernsChief: 'false' };
  for (const [name, value] of Object.entries({ ...told, inOwnName: String(inOwnName), _key: key, _at: api.core.clock.now().toISOString() }))
    form.append(name, value);
  form.append('bilagor', new File([PNG], 'bild.png', { type: 'image/png' }));
  const sent = await jar.go('/rapportera/missforhallande', { method: 'POST', body: form });
  const page = await sent.text();
  expect(sent.status).toBe(201);
  return /data-taken-in="([^"]+)"/.exec(page)?.[1] ?? '';
}
const idOf = async (number: string): Promise<string> =>
  (await owner.query<{ id: string }>(`SELECT substr(stream, 6) AS id FROM store.events WHERE version = 1 AND open ->> 'number' = $1`, [number]))[0]?.id ?? '';

describe('A report by staff that is not in their own name (docs/law/lex-sarah.md#reports-without-a-name)', () => {
  test('R-307 by the form with a picture: no row of any table has the person’s id, name, address, a hash of them or a command id made of them', async () => {
    const key = randomUUID();
    let number = '';
    const rows = await newRows(async () => {
      number = await byForm(false, key);
    });
    expect(rows.map(({ table }) => table)).toEqual(expect.arrayContaining(['store.events', 'store.commands', 'store.attachments', 'read.case_list']));
    expect(found(rows, key)).toEqual([]);
    const events = await api.core.store.load(caseStream(await idOf(number)));
    expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set(['anonymous']));
    expect(events.map(({ type }) => type)).toContain('AttachmentAdded');
  }, 60_000);

  test('the search finds the same report made in one’s own name', async () => {
    const key = randomUUID();
    const rows = await newRows(() => byForm(true, key));
    expect(found(rows, key)).toEqual(
      expect.arrayContaining([`store.events holds ${carer}`, `store.commands holds ${carer}`, `store.events holds ${commandIdOf(people.carer, key)}`]),
    );
  }, 60_000);

  test('by the API, a deviation under two laws about a named colleague and the manager: nothing in either of the two', async () => {
    const key = randomUUID();
    const body = {
      kind: 'deviation',
      lawAreas: ['HSL', 'SoL'],
      eventClass: 'nearMiss',
      deviationType: 'fall',
      unit: 'afs-norra',
      what: 'Ingen hjälpte till vid förflyttningen.',
      immediateActions: 'Vi lyfte.',
      anonymous: true,
      concerns: [people.otherManager.person],
      concernsChief: true,
    };
    let answer: { id: string; siblings: { id: string }[] } = { id: '', siblings: [] };
    const rows = await newRows(async () => {
      answer = reportAnswer.parse((await api.post('/api/cases', body, 'carer', { 'idempotency-key': key })).body);
    });
    expect(answer.siblings).toHaveLength(1);
    expect(found(rows, key)).toEqual([]);
    // The same key is the same report, and the answer the same.
    expect((await api.post('/api/cases', body, 'carer', { 'idempotency-key': key })).body).toMatchObject({ id: answer.id });
  }, 60_000);

  test('one who names oneself as concerned is barred like anybody: an exception would reveal the reporter', async () => {
    const body = {
      kind: 'lexSarah',
      lawAreas: ['SoL'],
      unit: 'afs-norra',
      what: 'Det brister.',
      immediateActions: 'Inget.',
      anonymous: true,
      concernsChief: true,
    };
    const { id } = reportAnswer.parse((await api.post('/api/cases', body, 'manager')).body);
    expect((await api.get(`/api/cases/${id}`, 'manager')).status).toBe(404);
  }, 60_000);

  test('neither the case page nor the history names anybody, and it is not among one’s own reports: the code is the way back', async () => {
    const body = { kind: 'lexSarah', lawAreas: ['SoL'], unit: 'afs-norra', what: 'Det brister.', immediateActions: 'Inget.', anonymous: true };
    const { id, receiptCode, number } = reportAnswer.parse((await api.post('/api/cases', body, 'carer')).body);
    await api.caughtUp();
    expect((await api.get(`/api/cases/${id}`, 'carer')).status).toBe(404);
    const jar = new CookieJar(api.base);
    await jar.follow('/demo/login?user=carer', (address) => address.endsWith('/att-gora') || address === '/');
    expect(await (await jar.go('/rapportera/mina')).text()).not.toContain(number);
    const chief = new CookieJar(api.base);
    await chief.follow('/demo/login?user=manager', (address) => address.endsWith('/att-gora') || address === '/');
    // The list of people to whom the case can be given holds everybody, the reporter too.
    const page = (await (await chief.go(`/arende/${id}`)).text()).replaceAll(/<option.*?<\/option>/gs, '');
    expect(page).toContain(number);
    expect([page.includes('Carer Påhittad'), page.includes(carer)]).toEqual([false, false]);
    const history = JSON.stringify((await api.get(`/api/cases/${id}/history`, 'manager')).body);
    expect([history.includes('Carer Påhittad'), history.includes(carer)]).toEqual([false, false]);
    expect((await api.post('/api/follow', { code: receiptCode })).body).toMatchObject({ number });
  }, 60_000);

  test.each([
    [{ reporter: { name: 'Carer Påhittad' } }, 'reporter'],
    [{ answer: { by: 'email', to: 'carer@kommun.example' } }, 'answer'],
  ])('what would name the sender is turned down at its field: %j', async (more, field) => {
    const body = { kind: 'lexSarah', lawAreas: ['SoL'], unit: 'afs-norra', what: 'Det brister.', immediateActions: 'Inget.', anonymous: true, ...more };
    expect((await api.post('/api/cases', body, 'carer')).body).toMatchObject({ status: 422, missing: [{ field }] });
  });

  test('R-307 the public’s form says whom it concerns: sealed, in no row of any table, and the sender stays without a name', async () => {
    const form = publicForm({ concerned: 'other', concernedName: 'Gunhild Planterad' });
    let number = '';
    const rows = await newRows(async () => {
      const page = await (
        await fetch(`${api.base}/lamna-synpunkt`, { method: 'POST', body: new URLSearchParams(form), headers: { accept: 'text/html' } })
      ).text();
      number = /KLA-\d{4}-\d{4}/.exec(page)?.[0] ?? '';
    });
    expect(rows.flatMap((row) => inRow(row, ['Gunhild', 'Planterad']).map((trace) => `${row.table} holds ${trace}`))).toEqual([]);
    const seen = (await api.get(`/api/cases/${await idOf(number)}`, 'manager')).body;
    expect(seen).toMatchObject({ anonymous: true, words: { affected: { name: 'Gunhild Planterad' } } });
    expect(seen.words).not.toHaveProperty('reporter');
  }, 60_000);

  test('staff who register an anonymous letter are named as those who registered it', async () => {
    const body = { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Ett brev utan namn.', anonymous: true };
    const { id } = reportAnswer.parse((await api.post('/api/cases', body, 'carer')).body);
    expect((await api.core.store.load(caseStream(id)))[0]?.actor).toBe(`person:${carer}`);
  });
});
