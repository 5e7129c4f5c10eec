import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { openSync } from 'node:fs';
import { Database } from '#platform/database';
import { type Api, freshApi } from '../support/api.js';
import { reported } from '../support/complaint-over-http.js';
import { CookieJar } from '../support/cookie-jar.js';
import { waitFor } from '../support/processes.js';
import { publicForm } from '../support/public-form.js';

let api: Api;
let owner: Database;
const stderr: string[] = [];
const written = process.stderr.write.bind(process.stderr);
beforeAll(async () => {
  api = await freshApi();
  owner = await Database.connect(api.core.adminUrl, { poolSize: 1 });
  process.stderr.write = ((line: string) => stderr.push(String(line)) > 0) as typeof process.stderr.write;
}, 60_000);
afterAll(async () => {
  process.stderr.write = written;
  await owner?.close();
  await api?.close();
}, 30_000);

const tables = ['events', 'commands', 'access_log', 'draft', 'session', 'kept_aside'];
/** PostgreSQL's own code for a full disk, raised where a row is to be written. */
async function fill(): Promise<void> {
  await owner.query(`CREATE FUNCTION store.no_room() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`);
  for (const table of tables)
    await owner.query(`CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON store.${table} FOR EACH ROW EXECUTE FUNCTION store.no_room()`);
}
const free = () => owner.query('DROP FUNCTION IF EXISTS store.no_room() CASCADE');
afterEach(free);
const html = { accept: 'text/html,*/*;q=0.8' };
const words = 'Ingen kom till frukosten den fjärde.';

describe('When the disk is full', () => {
  test('nothing is lost: what is there can be read, a form answers with its words, it is said in health, in the log on stderr and on the pages, and it goes on by itself; what the public writes is kept on the page, with another way', async () => {
    const id = await reported(api, { unit: 'afs-norra' });
    await api.caughtUp();
    const jar = new CookieJar(api.base);
    await jar.follow('/demo/login?user=manager', (address) => address === '/');
    expect((await jar.go(`/arende/${id}`, { headers: html })).status).toBe(200);
    await owner.query(`UPDATE store.session SET seen_at = seen_at - interval '5 minutes'`);
    await fill();

    const command = { type: 'AddToCase', by: 'staff', text: words };
    expect(await api.post(`/api/cases/${id}/commands`, command, 'manager')).toMatchObject({
      status: 503,
      body: { code: 'full', title: 'Det går inte att spara just nu' },
    });

    const key = randomUUID();
    const body = new URLSearchParams({ _type: 'AddToCase', _key: key, by: 'staff', text: words });
    const sent = await jar.go(`/arende/${id}`, { method: 'POST', body, headers: html });
    const page = await sent.text();
    expect([sent.status, page.includes(words), page.includes(key), page.includes('Lagringen är full')]).toEqual([503, true, true, true]);

    const shown = await jar.go(`/arende/${id}`, { headers: html });
    const read = await shown.text();
    expect([shown.status, read.includes('Inget kan sparas just nu: lagringen är full')]).toEqual([200, true]);
    expect((await api.get(`/api/cases/${id}`, 'manager')).status).toBe(200);

    const health = await api.get('/health/ready');
    expect([health.status, health.body]).toMatchObject([200, { status: 'degraded', parts: { postgres: 'up', storage: 'full' } }]);
    expect((await api.get('/metrics')).body).toMatch(/^gensvar_part_up\{part="storage"\} 0$/m);
    const said = stderr.join('');
    expect(said.match(/"name":"storage","where":"database"/g)).toHaveLength(1);
    // Accesses are written to stderr, by ids, since the table can't be written.
    expect(said).toContain(`"action":"read","streams":["case/${id}"],"route":"GET /arende/{id}"`);
    expect([said.includes(words), api.lines.some((line) => line.includes(words))]).toEqual([false, false]);

    await free();
    expect((await jar.go(`/arende/${id}`, { method: 'POST', body, headers: { ...html, accept: 'application/json' } })).status).toBe(200);
    const state = await api.core.cases.load(id);
    expect(state.exists && [...(await api.core.store.words(`case/${id}`)).values()].filter(({ text }) => text === words)).toHaveLength(1);

    await fill();
    const posted = await fetch(`${api.base}/lamna-synpunkt`, {
      method: 'POST',
      body: new URLSearchParams(publicForm({ what: words, when: 'now' })),
      headers: html,
    });
    const review = await posted.text();
    expect([posted.status, review.includes(words), review.includes('Vi kan inte ta emot det just nu')]).toEqual([503, true, true]);
  }, 150_000);
});

test('a log that has no room ends no process, and that is written to stderr', async () => {
  const script = `
    const { createLog } = await import(${JSON.stringify(new URL('../../dist/libs/platform/src/log.js', import.meta.url).href)});
    const log = createLog('test', { logLevel: 'info' });
    for (let n = 0; n < 50; n += 1) { log.info({ n }, 'a line'); await new Promise((resolve) => setTimeout(resolve, 2)); }
    process.stderr.write('still here');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = await new Promise((resolve) => child.once('close', resolve));
  await waitFor(() => said.includes('still here'), 5_000, 'the last word');
  expect([ended, said.match(/"name":"storage","where":"log"/g)?.length]).toEqual([0, 1]);
}, 60_000);
