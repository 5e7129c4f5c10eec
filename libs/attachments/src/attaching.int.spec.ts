import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Core } from '#case-service/core';
import { reportCase } from '#domain/case/commands.schema';
import { caseStream, uuidOf } from '#domain/ids';
import { anonymous } from '#domain/org/actor';
import { Attachments } from '#event-store/attachments';
import { verify } from '#event-store/verify';
import { freshCore } from '../../../test/support/core.js';
import { people } from '../../../test/support/scenario.js';
import { Attaching } from './attaching.js';

let core: Core & { readonly adminUrl: string };
let attaching: Attaching;
const faults: unknown[] = [];
beforeAll(async () => {
  core = await freshCore();
  attaching = new Attaching(core, new Attachments(core.database, core.seal), (error) => void faults.push(error));
}, 60_000);
afterAll(async () => {
  await core?.close();
});
afterEach(() => faults.splice(0));

let n = 0;
const reported = async (): Promise<string> => {
  n += 1;
  const body = reportCase.parse({ kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', what: 'Ingen kom.' });
  return (await core.cases.report(anonymous, body, { commandId: uuidOf('attaching', n) })).id;
};
const text = (words: string) => ({ name: 'anteckning.txt', bytes: Buffer.from(words) });
const stateOf = async (id: string) => {
  const state = await core.cases.load(id);
  if (!state.exists) throw new Error('no case');
  return state;
};
const asOwner = async (sql: string, params: unknown[]): Promise<void> => {
  const client = new pg.Client({ connectionString: core.adminUrl });
  await client.connect();
  await client.query(sql, params).finally(() => client.end());
};

describe('Attachments beside the log (docs/engine.md#sealed-words)', () => {
  test('what is stored can be read again, and neither its words nor its name are readable in the database', async () => {
    const id = await reported();
    expect(await attaching.add(anonymous, [id], [text('Hemligheten om badrummet')])).toEqual([]);
    const state = await stateOf(id);
    const [kept] = state.documents.attachments;
    if (kept === undefined) throw new Error('not kept');
    expect((await attaching.read(caseStream(state.id), kept))?.toString()).toBe('Hemligheten om badrummet');
    expect(kept.sha256).toBe(createHash('sha256').update('Hemligheten om badrummet').digest('hex'));
    const [row] = await core.database.query<{ sealed: Buffer; open: string }>(
      `SELECT a.sealed, e.open::text FROM store.attachments a JOIN store.events e ON e.stream = a.stream AND e.type = 'AttachmentAdded' WHERE a.id = $1`,
      [kept.id],
    );
    expect(row?.sealed.includes('Hemligheten')).toBe(false);
    expect(row?.open).not.toMatch(/anteckning/);
    expect((await verify(core.database)).ok).toBe(true);
  });

  test('the same file twice is one attachment; a refused one leaves no bytes behind', async () => {
    const id = await reported();
    await attaching.add(anonymous, [id], [text('En gång')]);
    await attaching.add(anonymous, [id], [text('En gång')]);
    expect((await stateOf(id)).documents.attachments).toHaveLength(1);
    const before = await core.database.query('SELECT id FROM store.attachments');
    const notKept = await attaching.add(people.otherManager, [id], [text('Inte min')]);
    expect(notKept).toEqual([{ name: 'anteckning.txt', why: { refused: 'Det du söker finns inte eller är inte synligt för dig', status: 404 } }]);
    expect(await core.database.query('SELECT id FROM store.attachments')).toHaveLength(before.length);
  });

  test('bytes that were changed, or another’s, are refused and not given out', async () => {
    const [id, other] = [await reported(), await reported()];
    await attaching.add(anonymous, [id, other], [text('Så här såg det ut')]);
    const state = await stateOf(id);
    const [kept] = state.documents.attachments;
    const [foreign] = (await stateOf(other)).documents.attachments;
    if (kept === undefined || foreign === undefined) throw new Error('not kept');
    await asOwner('UPDATE store.attachments a SET sealed = b.sealed FROM store.attachments b WHERE a.id = $1 AND b.id = $2', [kept.id, foreign.id]);
    await expect(attaching.read(caseStream(state.id), kept)).rejects.toMatchObject({ name: 'AttachmentTampered' });
    await asOwner('UPDATE store.attachments SET sealed = set_byte(sealed, 30, (get_byte(sealed, 30) + 1) % 256) WHERE id = $1', [foreign.id]);
    await expect(attaching.read(caseStream(other), foreign)).rejects.toMatchObject({ name: 'AttachmentTampered' });
    await asOwner('DELETE FROM store.attachments WHERE id = $1', [foreign.id]);
    await expect(attaching.read(caseStream(other), foreign)).rejects.toMatchObject({ name: 'AttachmentTampered' });
  });

  test('R-304 gallring: a removed name removes its bytes, and a destroyed key makes all of the case’s unreadable; the chain stays valid', async () => {
    const id = await reported();
    await attaching.add(anonymous, [id], [text('Första'), { ...text('Andra'), name: 'andra.txt' }]);
    const added = (await core.store.load(`case/${id}`)).filter((event) => event.type === 'AttachmentAdded');
    const command = { id: uuidOf('gallring', id), actor: 'system', bodyHash: Buffer.alloc(32) };
    await core.store.removeSealed({ stream: `case/${id}`, position: added[0]?.position ?? 0, ground: 'test', at: '2026-03-02T08:00:00.000Z', command });
    const state = await stateOf(id);
    const [first, second] = state.documents.attachments;
    if (first === undefined || second === undefined) throw new Error('not kept');
    expect(await attaching.read(caseStream(state.id), first)).toBeNull();
    expect((await attaching.read(caseStream(state.id), second))?.toString()).toBe('Andra');
    await core.store.destroyKey(`case/${id}`);
    expect(await attaching.read(caseStream(state.id), second)).toBeNull();
    expect((await verify(core.database)).ok).toBe(true);
    expect(await attaching.add(anonymous, [id], [text('För sent')])).toEqual([{ name: 'anteckning.txt', why: 'fault' }]);
    expect(faults).toMatchObject([{ name: 'KeyDestroyed' }]);
  });

  test('the running role can neither write nor change nor delete the bytes itself', async () => {
    for (const sql of [
      "UPDATE store.attachments SET sealed = ''",
      'DELETE FROM store.attachments',
      "INSERT INTO store.attachments VALUES (gen_random_uuid(), 'x', '')",
    ])
      await expect(core.database.query(sql)).rejects.toMatchObject({ code: '42501' });
  });
});
