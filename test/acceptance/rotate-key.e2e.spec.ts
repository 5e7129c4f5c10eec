import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Attaching } from '#attachments/attaching';
import { type Core, openCore } from '#case-service/core';
import { reportCase } from '#domain/case/commands.schema';
import { caseStream } from '#domain/ids';
import { Attachments } from '#event-store/attachments';
import { Drafts } from '#event-store/drafts';
import { rotateKey } from '#event-store/rotate-key';
import { MasterKey } from '#event-store/seal';
import { Sessions } from '#organisation/sessions';
import { Tokens } from '#organisation/tokens';
import { Database } from '#platform/database';
import { emptyCore, type FreshCore, freshCore } from '../support/core.js';
import { employ, execute } from '../support/read-side.js';
import { people } from '../support/scenario.js';
import { runVerb } from './verbs.js';

jest.setTimeout(300_000);

const folder = mkdtempSync(join(tmpdir(), 'gensvar-rotate-'));
const next = randomBytes(32).toString('hex');
const person = people.manager.person as string;
const body = reportCase.parse({
  kind: 'complaint',
  opinionType: 'complaint',
  source: 'relative',
  unit: 'afs-norra',
  what: 'Ingen kom i tisdags.',
  answer: { by: 'code' },
});
const commandId = randomUUID();
let core: FreshCore;
let later: Core | undefined;
let elsewhere: FreshCore | undefined;
const env = (masterKey: string, old?: string) => ({
  DATABASE_URL: core.appUrl,
  DATABASE_ADMIN_URL: core.adminUrl,
  GENSVAR_MASTER_KEY: masterKey,
  ...(old === undefined ? {} : { GENSVAR_MASTER_KEY_OLD: old }),
});

beforeAll(async () => {
  core = await freshCore();
  await employ(core);
});
afterAll(async () => {
  await later?.close();
  await elsewhere?.close();
  await core?.close().catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that is encrypted or computed from a hash, as a person would get it. */
async function asRead(at: Core, id: string, session: string, token: string) {
  const stream = caseStream(id);
  const state = await at.cases.load(id);
  if (!state.exists) throw new Error('no case');
  const attaching = new Attaching(at, new Attachments(at.database, at.seal), () => undefined);
  return {
    words: [...(await at.store.words(stream))],
    attachments: await Promise.all(state.documents.attachments.map(async (one) => (await attaching.read(caseStream(state.id), one))?.toString())),
    drafts: [...(await new Drafts(at.database, at.seal).of(stream, person))],
    session: (await new Sessions(at.database).personOf(session, false))?.person,
    token: new Tokens(at.seal, at.clock, 'https://gensvar.example').claimOf(token),
    // The same command again is answered with the same number and code.
    again: await at.cases.report(people.registrar, body, { commandId }),
  };
}

test('gensvar rotate-key, cut off and resumed, keeps every word, file, draft, code and session, and the old key decrypts older backups only', async () => {
  const { id, receiptCode } = await core.cases.report(people.registrar, body, { commandId });
  for (let n = 0; n < 5; n += 1) await core.cases.report(people.registrar, body, { commandId: randomUUID() });
  const attaching = new Attaching(core, new Attachments(core.database, core.seal), (error) => {
    throw error;
  });
  expect(await attaching.add(people.registrar, [id], [{ name: 'brev.txt', bytes: Buffer.from('Ett brev.') }])).toEqual([]);
  await execute(core, id, { type: 'AddToCase', by: 'staff', text: 'En rad till.' }, people.manager);
  await new Drafts(core.database, core.seal).keep(caseStream(id), person, {
    form: 'f',
    savedAt: '2026-01-01T00:00:00Z',
    version: 1,
    fields: { text: 'Halvt' },
  });
  const session = await new Sessions(core.database).begin(person, '', 'now');
  const token = new Tokens(core.seal, core.clock, 'https://gensvar.example').issue(person);
  const before = await asRead(core, id, session, token);
  const proof = await runVerb(env(core.masterKey), 'verify');
  expect(proof.status).toBe(0);
  expect((await runVerb(env(core.masterKey), 'backup', join(folder, 'kopia'))).status).toBe(0);
  expect(await runVerb(env(next, core.masterKey), 'rotate-key')).toMatchObject({ status: 1, error: expect.stringContaining('Stäng Gensvars alla processer') });
  await core.database.close();

  const owner = await Database.connect(core.adminUrl, { poolSize: 1 });
  const keys = { to: new MasterKey(next), from: new MasterKey(core.masterKey) };
  const cut = rotateKey(owner, keys, {
    batch: 2,
    told: (wrapped) => {
      if (wrapped >= 4) throw new Error('cut off');
    },
  });
  await expect(cut.finally(() => owner.close())).rejects.toThrow('cut off');
  for (const key of [core.masterKey, next])
    for (const verb of ['status', 'verify', `backup ${join(folder, 'halv')}`])
      expect(await runVerb(env(key), ...verb.split(' '))).toMatchObject({ status: 1, error: expect.stringContaining('påbörjat och inte färdigt') });

  const done = await runVerb(env(next, core.masterKey), 'rotate-key');
  expect([done.status, done.error, done.lines[0]]).toEqual([0, '', expect.stringMatching(/^Ett påbörjat byte är färdigt: \d+ nycklar/)]);
  expect((await runVerb(env(next, core.masterKey), 'rotate-key')).lines).toEqual(['Databasen är redan låst med GENSVAR_MASTER_KEY. Ingenting ändrades.']);
  expect(await runVerb(env(core.masterKey), 'status')).toMatchObject({ status: 1, error: expect.stringMatching(/^GENSVAR_MASTER_KEY är en annan/) });
  expect((await runVerb(env(next), 'verify')).lines).toEqual(proof.lines);

  later = await openCore({ databaseUrl: core.appUrl, masterKey: next }, 'test-rotated');
  expect(await asRead(later, id, session, token)).toEqual(before);
  expect((await later.cases.byReceiptCode(receiptCode))?.id).toBe(id);

  elsewhere = await emptyCore();
  await elsewhere.database.close();
  const there = { DATABASE_URL: elsewhere.appUrl, DATABASE_ADMIN_URL: elsewhere.adminUrl };
  expect(await runVerb({ ...there, GENSVAR_MASTER_KEY: next }, 'restore', join(folder, 'kopia'))).toMatchObject({
    status: 1,
    error: expect.stringContaining('en annan än den som kopian gjordes med'),
  });
  expect((await runVerb({ ...there, GENSVAR_MASTER_KEY: core.masterKey }, 'restore', join(folder, 'kopia'))).status).toBe(0);
  expect((await runVerb({ ...there, GENSVAR_MASTER_KEY: core.masterKey }, 'verify')).lines).toEqual(proof.lines);
});
