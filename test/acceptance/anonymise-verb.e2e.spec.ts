import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { openCore } from '#case-service/core';
import { reportCase } from '#domain/case/commands.schema';
import { caseStream } from '#domain/ids';
import { verify } from '#event-store/verify';
import { Database } from '#platform/database';
import { type FreshCore, freshCore } from '../support/core.js';
import { execute, reportComplaint } from '../support/read-side.js';
import { everyRow, inRow } from '../support/rows.js';
import { people } from '../support/scenario.js';
import { runVerb } from './verbs.js';

// Real processes on a machine that others use too.
jest.setTimeout(180_000);

let core: FreshCore;
let isClosed = false;
beforeAll(async () => {
  core = await freshCore();
}, 60_000);
afterAll(async () => {
  if (!isClosed) await core?.close();
}, 30_000);

const body = reportCase.parse({ kind: 'lexSarah', lawAreas: ['SoL'], unit: 'afs-norra', what: 'Det brister.', immediateActions: 'Inget.', anonymous: true });
const carer = people.carer.person as string;

/** A report as older versions stored it: no reporter, but the person's actor and an id made of it. */
async function asItWas(commandId: string): Promise<string> {
  const { id } = await core.cases.report(people.carer, body, { commandId: randomUUID() });
  const [events, words] = [await core.store.load(caseStream(id)), await core.store.words(caseStream(id))];
  const old = randomUUID();
  const result = await core.store.append({
    command: { id: commandId, actor: `person:${carer}`, bodyHash: Buffer.alloc(32) },
    build: () => ({
      streams: [
        {
          stream: caseStream(old),
          expectedVersion: 0,
          events: events.map(({ type, v, at, open, eventId }) => {
            const sealed = words.get(eventId);
            return { type, v, at, open: type === 'CaseReceived' ? { ...open, number: `${String(open['number'])}-G` } : open, ...(sealed ? { sealed } : {}) };
          }),
        },
      ],
      answer: {},
    }),
  });
  expect(result.kind).toBe('appended');
  return old;
}

test('gensvar anonymise removes the sender of older anonymous reports alone, computes the chain again and records both links', async () => {
  await reportComplaint(core);
  const oldCommand = randomUUID();
  const old = await asItWas(oldCommand);
  const { id: named } = await core.cases.report(people.carer, { ...body, anonymous: false, reporter: { name: 'x' } }, { commandId: randomUUID() });
  const { id: written } = await reportComplaint(core, { anonymous: true }, people.carer);
  await execute(core, old, { type: 'AddToCase', by: 'staff', text: 'En rad till.' }, people.manager);
  const words = await core.store.words(caseStream(old));
  const before = await verify(core.database);
  const position = await core.store.position();
  const env = { DATABASE_ADMIN_URL: core.adminUrl, DATABASE_URL: core.appUrl, GENSVAR_MASTER_KEY: core.masterKey };

  const refused = await runVerb(env, 'anonymise');
  expect([refused.status, refused.error]).toEqual([1, expect.stringContaining('Stäng Gensvars alla processer')]);
  expect(await verify(core.database)).toEqual(before);

  await core.database.close();
  const { lines, status, error } = await runVerb(env, 'anonymise');
  expect([status, error]).toEqual([0, '']);
  isClosed = true;
  const again = await openCore({ databaseUrl: core.appUrl, masterKey: core.masterKey }, 'test');
  const owner = await Database.connect(core.adminUrl, { poolSize: 1 });
  try {
    const after = await verify(again.database);
    expect(after).toMatchObject({ ok: true, events: position + 1 });
    const [said] = (await again.store.readAfter(position, 10)).map(({ type, stream, open }) => ({ type, stream, open }));
    const events = await again.store.load(caseStream(old));
    expect(said).toMatchObject({
      type: 'SendersRemoved',
      stream: 'organisation',
      open: { reason: 'anonymousReport', reports: 1, from: events[0]?.position, chainBefore: before.ok ? before.chain : '' },
    });
    const [counted] = await owner.query<{ chain: Buffer }>('SELECT chain FROM store.events WHERE position = $1', [position]);
    expect(said?.open['chainAfter']).toBe(counted?.chain.toString('hex'));
    expect(lines.join('\n')).toContain(String(said?.open['chainAfter']));
    expect(lines.join('\n')).toMatch(/Säkerhetskopior.*har kvar avsändaren/);

    expect([...new Set(events.map(({ actor }) => actor))]).toEqual(['anonymous', `person:${people.manager.person}`]);
    expect(await again.store.words(caseStream(old))).toEqual(words);
    expect(await again.store.answerOf(oldCommand)).toBeNull();
    const left = (await everyRow(owner)).filter((row) => inRow(row, [carer, oldCommand]).length > 0 && row.table !== 'store.person');
    expect(left.every(({ text }) => text.includes(named) || text.includes(written))).toBe(true);
    for (const id of [named, written]) expect((await again.store.load(caseStream(id)))[0]?.actor).toBe(`person:${carer}`);

    await again.database.close();
    expect((await runVerb(env, 'anonymise')).lines).toEqual(['Ingen äldre anonym rapport har kvar sin avsändare. Ingenting ändrades.']);
  } finally {
    await owner.close();
  }
});
