import { createReadStream, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { jest } from '@jest/globals';
import { Attaching } from '#attachments/attaching';
import { Attachments } from '#event-store/attachments';
import { Database } from '#platform/database';
import { freshCore } from '../support/core.js';
import { reportComplaint } from '../support/read-side.js';
import { people } from '../support/scenario.js';
import { runVerb } from './verbs.js';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'gensvar-export-'));
let core: Awaited<ReturnType<typeof freshCore>>;
let env: NodeJS.ProcessEnv;
beforeEach(async () => {
  core = await freshCore();
  env = { DATABASE_URL: core.appUrl, GENSVAR_MASTER_KEY: core.masterKey };
});
afterEach(() => core?.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('An export', () => {
  test('is one line per row to every reader of lines, whatever line separators the words hold', async () => {
    const what = 'Rad ett\u2028rad två\u2029rad tre\u0085rad fyra';
    const { id } = await reportComplaint(core, { what });
    const to = join(folder, 'rader');
    expect((await runVerb(env, 'export', to)).status).toBe(0);
    const read: Record<string, unknown>[] = [];
    for await (const line of createInterface({ input: createReadStream(join(to, 'words.jsonl')) })) read.push(JSON.parse(line) as Record<string, unknown>);
    const kept = [...(await core.store.words(`case/${id}`)).values()];
    expect(kept).toContainEqual(expect.objectContaining({ what: expect.stringMatching(/[\u2028\u2029\u0085]/) }));
    expect(read.map(({ words }) => words)).toEqual(kept);
    expect(readFileSync(join(to, 'words.jsonl'), 'utf8')).not.toMatch(/[\u2028\u2029\u0085]/);
  });
});

describe('An export of a damaged store', () => {
  test('names each attachment and word that can’t be read, writes the rest, and ends with status 1', async () => {
    const { id } = await reportComplaint(core, { what: 'Uppdiktade ord.' });
    const attaching = new Attaching(core, new Attachments(core.database, core.seal), (error) => {
      throw error;
    });
    const names = ['hel', 'spoilt', 'annan', 'borta', 'utan-rad', 'i-vagen'];
    for (const name of names)
      expect(await attaching.add(people.registrar, [id], [{ name: `${name}.txt`, bytes: Buffer.from(`Ett brev: ${name}.`) }])).toEqual([]);
    const ids = (
      await core.database.query<{ id: string }>(`SELECT open->>'attachmentId' AS id FROM store.events WHERE type = 'AttachmentAdded' ORDER BY version`)
    ).map((row) => row.id);
    const [whole, spoilt, another, gone, without, inTheWay] = ids as [string, string, string, string, string, string];
    await asOwner(`UPDATE store.attachments SET sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) WHERE id = '${spoilt}'`);
    await asOwner(`UPDATE store.attachments SET sealed = (SELECT sealed FROM store.attachments WHERE id = '${whole}') WHERE id = '${another}'`);
    await asOwner(`UPDATE store.attachments SET sealed = NULL WHERE id = '${gone}'`);
    await asOwner(`DELETE FROM store.attachments WHERE id = '${without}'`);
    await asOwner(`ALTER TABLE store.events DISABLE TRIGGER USER`);
    await asOwner(`UPDATE store.events SET sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) WHERE type = 'CaseReceived' AND stream = 'case/${id}'`);
    const to = join(folder, 'delvis');
    mkdirSync(join(to, 'attachments', inTheWay), { recursive: true });
    const { status, error } = await runVerb(env, 'export', to);
    const lines = (name: string) =>
      readFileSync(join(to, name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(status).toBe(1);
    expect(lines('attachments.jsonl').map(({ attachmentId, file, fault }) => [attachmentId, file, fault])).toEqual([
      [whole, `attachments/${whole}`, undefined],
      [spoilt, null, 'changed'],
      [another, null, 'changed'],
      [gone, null, 'gone'],
      [without, null, 'changed'],
      [inTheWay, null, 'notWritten'],
    ]);
    for (const bad of [spoilt, another, gone, without, inTheWay]) expect(error).toContain(`Bilaga ${bad} (case/${id})`);
    expect(error).not.toMatch(/brev|\.txt/);
    expect(readdirSync(join(to, 'attachments')).sort()).toEqual([whole, inTheWay].sort());
    expect(lines('words.jsonl').filter(({ fault }) => fault === 'unreadable')).toHaveLength(1);
    expect(lines('words.jsonl').filter(({ fault, stream }) => fault === undefined && stream === `case/${id}`)).toHaveLength(names.length);
    expect(lines('events.jsonl')).toHaveLength(await core.store.position());
  });
});

async function asOwner(sql: string): Promise<void> {
  const owner = await Database.connect(core.adminUrl, { poolSize: 1 });
  await owner.query(sql).finally(() => owner.close());
}
