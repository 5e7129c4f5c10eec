import { randomBytes, randomUUID } from 'node:crypto';
import { waitFor } from '../../../test/support/processes.js';
import { event, type FreshStore, freshStore, to } from '../../../test/support/store.js';
import { NotAlone } from './alone.js';
import { EventStore } from './event-store.js';
import { holdMasterKey, keptKeys, sealFor } from './master-key.js';
import { rotateKey } from './rotate-key.js';
import { keyIdOf, MasterKey, Seal } from './seal.js';

const anyKey = () => new MasterKey(randomBytes(32));
const streams = Array.from({ length: 7 }, () => `case/${randomUUID()}`);

describe('A rotation of the master key', () => {
  let at: FreshStore;
  let old: MasterKey;
  let next: MasterKey;
  beforeEach(async () => {
    at = await freshStore();
    [old, next] = [anyKey(), anyKey()];
  });
  afterEach(() => at.close());

  const write = async (seal: Seal, stream: string, version = 0) =>
    new EventStore(at.database, seal).append(to(stream, version, [event({ sealed: { what: `Ord i ${stream}` } })]));
  // As the owner: the role's own pool is closed while the key is changed.
  const read = async (seal: Seal) => Promise.all(streams.map(async (stream) => [...(await new EventStore(at.owner, seal).words(stream)).values()]));
  const held = async (key: MasterKey): Promise<Seal> => {
    const seal = await sealFor(at.owner, key);
    if (typeof seal === 'string') throw new Error(seal);
    return seal;
  };
  const idsInUse = async () => {
    const rows = await at.owner.query<{ wrapped: Buffer }>('SELECT wrapped FROM store.case_keys WHERE wrapped IS NOT NULL');
    return [...new Set(rows.map(({ wrapped }) => keyIdOf(wrapped)))].sort();
  };
  async function filled(): Promise<readonly unknown[]> {
    await holdMasterKey(at.owner, old);
    const seal = await held(old);
    for (const stream of streams) await write(seal, stream);
    // One that was wrapped before keys had ids.
    await at.owner.query('UPDATE store.case_keys SET wrapped = substring(wrapped FROM 3) WHERE stream = $1', [streams[0]]);
    const words = await read(seal);
    await at.database.close();
    return words;
  }
  const cut = (after: number) => (wrapped: number) => {
    if (wrapped >= after) throw new Error('cut off');
  };

  it.each(['on to the new one', 'back to the old one'])('can be cut off anywhere and be resumed, %s', async (way) => {
    const words = await filled();
    const hash = (await held(old)).hmac('receipt', 'x');
    await expect(rotateKey(at.owner, { to: next, from: old }, { batch: 2, told: cut(4) })).rejects.toThrow('cut off');
    expect(await idsInUse()).toEqual([0, 1]);
    expect([await sealFor(at.owner, old), await sealFor(at.owner, next)]).toEqual(['rotating', 'rotating']);
    expect([await rotateKey(at.owner, { to: next, from: undefined }), await rotateKey(at.owner, { to: anyKey(), from: old })]).toEqual([
      'rotating',
      'rotating',
    ]);

    const [to, from] = way.startsWith('on') ? [next, old] : [old, next];
    expect(await rotateKey(at.owner, { to, from }, { batch: 2 })).toMatchObject({ resumed: true, wrapped: way.startsWith('on') ? 3 : 4 });
    expect(await sealFor(at.owner, from)).toBe('other');
    const seal = await held(to);
    expect(await idsInUse()).toEqual(way.startsWith('on') ? [1] : [0]);
    expect(await read(seal)).toEqual(words);
    expect(seal.hmac('receipt', 'x')).toEqual(hash);
    expect(await rotateKey(at.owner, { to, from })).toBeNull();
  });

  it('leaves the old key without anything to decrypt: no key of a case, nor the root of the hashes', async () => {
    const words = await filled();
    expect(await rotateKey(at.owner, { to: next, from: old })).toEqual({ id: 1, wrapped: 7, resumed: false });
    const rows = await at.owner.query<{ stream: string; wrapped: Buffer }>('SELECT stream, wrapped FROM store.case_keys');
    expect(rows).toHaveLength(7);
    for (const { stream, wrapped } of rows) {
      expect(() => old.unwrap(stream, wrapped)).toThrow();
      expect(() => old.unwrap(stream, wrapped.subarray(2))).toThrow();
    }
    const [kept] = await keptKeys(at.owner);
    expect(() => old.unwrap('masterKey/root', kept?.root as Buffer)).toThrow();
    const third = anyKey();
    expect(await rotateKey(at.owner, { to: third, from: next })).toMatchObject({ id: 2, wrapped: 7 });
    expect(await read(await held(third))).toEqual(words);
  });

  it('works for a database without check values, whose hashes stay the same', async () => {
    const seal = new Seal(old);
    for (const stream of streams) await write(seal, stream);
    await at.owner.query('UPDATE store.case_keys SET wrapped = substring(wrapped FROM 3)');
    await at.database.close();
    expect(await rotateKey(at.owner, { to: next, from: anyKey() })).toBe('other');
    expect(await rotateKey(at.owner, { to: next, from: old })).toMatchObject({ id: 1, wrapped: 7 });
    const now = await held(next);
    expect([await read(now), now.hmac('externalId', 'x')]).toEqual([streams.map((stream) => [{ what: `Ord i ${stream}` }]), seal.hmac('externalId', 'x')]);
  });

  it('is refused, and changes nothing, while somebody is connected, and where the old key is not the database’s', async () => {
    await holdMasterKey(at.owner, old);
    await write(await held(old), streams[0] as string);
    await expect(rotateKey(at.owner, { to: next, from: old })).rejects.toThrow(NotAlone);
    expect(await rotateKey(at.owner, { to: next, from: anyKey() })).toBe('other');
    expect(await rotateKey(at.owner, { to: next, from: undefined })).toBe('other');
    expect([await idsInUse(), (await keptKeys(at.owner)).length]).toEqual([[0], 1]);
  });

  it('waits for the connections of a process that has just ended', async () => {
    await holdMasterKey(at.owner, old);
    await write(await held(old), streams[0] as string);
    const rotated = rotateKey(at.owner, { to: next, from: old });
    await waitFor(async () => (await at.owner.query("SELECT 1 FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()")).length > 0);
    await at.database.close();
    expect(await rotated).toMatchObject({ id: 1 });
  });

  it('leaves a destroyed key destroyed', async () => {
    await filled();
    await at.owner.query('SELECT store.destroy_key($1)', [streams[3]]);
    expect(await rotateKey(at.owner, { to: next, from: old })).toMatchObject({ wrapped: 6 });
    expect((await read(await held(next)))[3]).toEqual([]);
  });
});
