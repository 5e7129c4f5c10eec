import { randomBytes, randomUUID } from 'node:crypto';
import { command, event, type FreshStore, freshStore, to } from '../../../test/support/store.js';
import { EventStore, KeyDestroyed } from './event-store.js';
import { Seal } from './seal.js';
import { verify } from './verify.js';

describe('The seal', () => {
  const seal = new Seal(randomBytes(32));
  const key = seal.newKey();
  const words = { what: 'Föll i hallen', reporter: { name: 'A' } };

  it('opens only with its own key, for its own stream and event', () => {
    const sealed = seal.seal(key, 'case/1', 'e1', words);
    expect(seal.open(key, 'case/1', 'e1', sealed)).toEqual(words);
    expect(sealed.includes('hallen')).toBe(false);
    expect(() => seal.open(seal.newKey(), 'case/1', 'e1', sealed)).toThrow();
    expect(() => seal.open(key, 'case/2', 'e1', sealed)).toThrow();
    expect(() => seal.open(key, 'case/1', 'e2', sealed)).toThrow();
    sealed[sealed.length - 1] = (sealed.at(-1) as number) ^ 1;
    expect(() => seal.open(key, 'case/1', 'e1', sealed)).toThrow();
  });

  it('unwraps a key only for its stream and under the same master key', () => {
    const wrapped = seal.wrap('case/1', key);
    expect(seal.unwrap('case/1', wrapped)).toEqual(key);
    expect(() => seal.unwrap('case/2', wrapped)).toThrow();
    expect(() => new Seal(randomBytes(32)).unwrap('case/1', wrapped)).toThrow();
  });

  it('takes its master key as bytes, hex or base64, 32 bytes and nothing else', () => {
    const master = randomBytes(32);
    const code = (m: Buffer | string) => new Seal(m).hmac('receiptCode', 'x').toString('hex');
    expect(new Set([code(master), code(master.toString('hex')), code(master.toString('base64'))]).size).toBe(1);
    expect(() => new Seal('short')).toThrow(RangeError);
  });

  it('makes hashes that differ by purpose and by master key, and are reproducible', () => {
    const other = new Seal(randomBytes(32));
    expect(seal.hmac('a', 'x')).toEqual(seal.hmac('a', 'x'));
    expect(seal.hmac('a', 'x')).not.toEqual(seal.hmac('b', 'x'));
    expect(seal.hmac('a', 'x')).not.toEqual(other.hmac('a', 'x'));
  });
});

describe('Removal of words', () => {
  let at: FreshStore;
  beforeAll(async () => {
    at = await freshStore();
  });
  afterAll(() => at.close());
  const sealedEvent = event({ sealed: { what: 'Föll i hallen' } });

  it('by a destroyed key makes the words unreadable and leaves events, chain and totals intact', async () => {
    const stream = `case/${randomUUID()}`;
    await at.store.append(to(stream, 0, [sealedEvent, event()]));
    const before = await at.store.load(stream);
    await at.store.destroyKey(stream);
    expect(await at.store.words(stream)).toEqual(new Map());
    expect(await at.store.load(stream)).toEqual(before);
    expect(await verify(at.database)).toMatchObject({ ok: true });
    const [row] = await at.database.query('SELECT wrapped, destroyed_at FROM store.case_keys WHERE stream = $1', [stream]);
    expect(row).toEqual({ wrapped: null, destroyed_at: expect.any(String) });
  });

  it('by a destroyed key lets nobody encrypt there again, not even a process that has cached the key; open events can still be appended', async () => {
    const stream = `case/${randomUUID()}`;
    const remembers = new EventStore(at.database, at.seal);
    await remembers.append(to(stream, 0, [sealedEvent]));
    await at.store.destroyKey(stream);
    for (const store of [remembers, at.store, new EventStore(at.database, at.seal)]) {
      await expect(store.append(to(stream, 1, [sealedEvent]))).rejects.toThrow(KeyDestroyed);
    }
    expect((await at.store.append(to(stream, 1))).kind).toBe('appended');
  });

  it('does not hinder other streams that are written in the same moment', async () => {
    const [dead, alive] = [`case/${randomUUID()}`, `case/${randomUUID()}`];
    const store = new EventStore(at.database, at.seal);
    await store.append(to(dead, 0, [sealedEvent]));
    await at.store.destroyKey(dead);
    const busy = store.append(to(`case/${randomUUID()}`, 0));
    const results = await Promise.allSettled([store.append(to(dead, 1, [sealedEvent])), store.append(to(alive, 0, [sealedEvent])), busy]);
    expect(results.map((r) => r.status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(await at.store.load(alive)).toHaveLength(1);
  });

  it('of one part is permanent and recorded by an event, and a repeat changes nothing', async () => {
    const stream = `case/${randomUUID()}`;
    const done = await at.store.append(to(stream, 0, [sealedEvent, sealedEvent]));
    if (done.kind !== 'appended') throw new Error(done.kind);
    const removal = { stream, position: done.position - 1, ground: 'gallring', at: '2024-05-01T00:00:00Z', command: command() };
    expect((await at.store.removeSealed(removal)).kind).toBe('appended');
    expect((await at.store.removeSealed(removal)).kind).toBe('repeated');
    expect((await at.store.load(stream)).at(-1)).toMatchObject({
      version: 3,
      type: 'SealedPartRemoved',
      open: { position: done.position - 1, part: 'all', ground: 'gallring' },
    });
    expect([...(await at.store.words(stream)).keys()]).toEqual([done.events[1]?.eventId]);
    const rows = await at.database.query('SELECT sealed FROM store.events WHERE stream = $1 ORDER BY version', [stream]);
    expect(rows.map((row) => row['sealed'] === null)).toEqual([true, false, true]);
    expect(await verify(at.database)).toMatchObject({ ok: true });
  });

  it('of one part is refused where the stream has nothing sealed, and leaves no event behind', async () => {
    const [stream, another] = [`case/${randomUUID()}`, `case/${randomUUID()}`];
    await at.store.append(to(stream, 0));
    const elsewhere = await at.store.append(to(another, 0, [sealedEvent]));
    if (elsewhere.kind !== 'appended') throw new Error(elsewhere.kind);
    for (const position of [elsewhere.position - 1, elsewhere.position]) {
      const removal = { stream, position, ground: 'gallring', at: '2024-05-01T00:00:00Z', command: command() };
      await expect(at.store.removeSealed(removal)).rejects.toMatchObject({ code: 'GK003' });
    }
    expect(await at.store.load(stream)).toHaveLength(1);
    expect((await at.store.words(another)).size).toBe(1);
  });
});
