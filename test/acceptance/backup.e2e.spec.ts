import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Attaching } from '#attachments/attaching';
import { type Core, openCore } from '#case-service/core';
import { loadDemo } from '#demo/demo';
import { Attachments } from '#event-store/attachments';
import { hashOfReadModel, rebuild } from '#read-model/rebuild/rebuild';
import { reportList, runReport } from '#read-model/reports/run';
import { startRelay } from '../../apps/relay/src/relay.js';
import { emptyCore, type FreshCore } from '../support/core.js';
import { waitFor } from '../support/processes.js';
import { reportComplaint } from '../support/read-side.js';
import { oneOfEachRecord } from '../support/record-samples.js';
import { people } from '../support/scenario.js';
import { type FreshDatabase, freshDatabase, freshTopic } from '../support/services.js';
import { runVerb } from './verbs.js';

jest.setTimeout(300_000);

const folder = mkdtempSync(join(tmpdir(), 'gensvar-backup-'));
const copy = join(folder, 'kopia');
const keys = join(folder, 'nycklar');
/** Streams of records, one of each type. */
const records: string[] = [];
let original: FreshCore;
const elsewhere: FreshDatabase[] = [];
let restored: Core;
const envOf = ({ adminUrl, appUrl }: { adminUrl: string; appUrl: string }, masterKey = original.masterKey) => ({
  DATABASE_URL: appUrl,
  DATABASE_ADMIN_URL: adminUrl,
  GENSVAR_MASTER_KEY: masterKey,
});
async function empty() {
  const database = await freshDatabase();
  elsewhere.push(database);
  return { adminUrl: database.adminUrl, appUrl: database.appUrl() };
}

beforeAll(async () => {
  original = await emptyCore();
  await loadDemo(original);
  const { id } = await reportComplaint(original, { unit: null });
  const attaching = new Attaching(original, new Attachments(original.database, original.seal), (error) => {
    throw error;
  });
  expect(await attaching.add(people.registrar, [id], [{ name: 'brev.txt', bytes: Buffer.from('Ett brev.') }])).toEqual([]);
  for (const { stream } of await oneOfEachRecord(original)) records.push(stream);
  await rebuild(original);
});
afterAll(async () => {
  await restored?.close();
  for (const database of elsewhere) await database.drop();
  await original?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('A backup of the whole store', () => {
  const backedUp = async () => {
    const made = await runVerb(envOf(original), 'backup', copy, '--keys', keys);
    expect([made.status, made.error]).toEqual([0, '']);
    expect(readdirSync(keys)).toEqual(['case_keys.copy.gz', 'master_key.copy.gz']);
    expect(readdirSync(join(copy, 'data'))).not.toContain('case_keys.copy.gz');
    expect(made.lines[0]).toContain(`till position ${await original.store.position()}`);
    expect((await runVerb(envOf(original), 'backup', copy, '--keys', keys)).error).toContain('inte tom');
  };

  const same = async () => {
    const there = await empty();
    const done = await runVerb(envOf(there), 'restore', copy, '--keys', keys);
    expect([done.status, done.error]).toEqual([0, '']);
    const proof = (env: NodeJS.ProcessEnv) => runVerb(env, 'verify').then(({ lines }) => lines);
    expect(await proof(envOf(there))).toEqual(await proof(envOf(original)));

    restored = await openCore({ databaseUrl: there.appUrl, masterKey: original.masterKey }, 'test-restored');
    expect(await hashOfReadModel(restored.database)).toBe(await hashOfReadModel(original.database));
    for (const stream of records) {
      expect(await restored.store.words(stream)).toEqual(await original.store.words(stream));
      expect((await restored.store.words(stream)).size).toBeGreaterThan(0);
      expect(await restored.database.query('SELECT count(DISTINCT stream)::int AS n FROM read.fact_record WHERE stream = $1', [stream])).toEqual([{ n: 1 }]);
    }
    const now = original.clock.now().toISOString();
    for (const { id } of reportList())
      for (const year of [2023, 2026]) {
        const asked = { from: `${year}-01-01`, to: `${year + 1}-01-01` };
        expect(await runReport(restored, id, asked, now)).toEqual(await runReport(original, id, asked, now));
      }

    const [here, ours] = [join(folder, 'export-restored'), join(folder, 'export-original')];
    await runVerb(envOf(there), 'export', here);
    await runVerb(envOf(original), 'export', ours);
    const files = readdirSync(ours, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(8);
    for (const { name, parentPath } of files) {
      const path = join(parentPath, name);
      expect([name, readFileSync(path.replace(ours, here)).equals(readFileSync(path))]).toEqual([name, true]);
    }
  };

  const goesOn = async () => {
    const topic = await freshTopic();
    const position = await restored.store.position();
    const relay = await startRelay(restored, { config: { kafka: { brokers: topic.brokers.split(','), topic: topic.topic }, organisation: 'test' } });
    try {
      await waitFor(() => relay.checkpoint() >= position, 60_000, 'the relay to send the whole log');
    } finally {
      await relay.stop();
      await topic.drop();
    }
    const { id } = await reportComplaint(restored as FreshCore, { unit: null });
    const { id: again } = await reportComplaint(original, { unit: null });
    const [after, as] = await Promise.all([restored.cases.load(id), original.cases.load(again)]);
    expect([await restored.store.position(), after.exists && after.number]).toEqual([await original.store.position(), as.exists && as.number]);
  };

  const refusedElse = async () => {
    const there = await empty();
    const refused = async (env: NodeJS.ProcessEnv, from: string, why: string) => {
      const { status, error } = await runVerb(env, 'restore', from, '--keys', keys);
      expect([status, error]).toEqual([1, expect.stringContaining(why)]);
    };
    await refused(envOf(there, 'ab'.repeat(32)), copy, 'GENSVAR_MASTER_KEY är en annan');
    const changed = join(folder, 'andrad');
    cpSync(copy, changed, { recursive: true });
    appendFileSync(join(changed, 'data', 'events.copy.gz'), 'x');
    await refused(envOf(there), changed, 'events.copy.gz är ändrad');
    rmSync(join(changed, 'manifest.json'));
    await refused(envOf(there), changed, 'manifest.json');
    await refused(envOf(original), copy, 'har redan händelser');
  };

  test('is made while the system runs, with the keys apart, and is not written over; is restored elsewhere: the chain, every row, word, attachment and figure are the same; fills the topic again from the log, and goes on with numbers and positions where the original was; is refused, and nothing is changed, with another master key, with a file that is not as it was, and where there are events already', async () => {
    await backedUp();
    await same();
    await goesOn();
    await refusedElse();
  }, 600_000);
});
