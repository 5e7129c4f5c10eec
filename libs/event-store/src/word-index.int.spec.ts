import { randomBytes, randomUUID } from 'node:crypto';
import { caseEventNamed, caseEvents } from '#domain/case/events.schema';
import { command, event, type FreshStore, freshStore, to } from '../../../test/support/store.js';
import { EventStore } from './event-store.js';
import { holdMasterKey } from './master-key.js';
import { rotateKey } from './rotate-key.js';
import { MasterKey, type Seal } from './seal.js';
import { askedOf } from './stems.js';
import { rowsWithoutWords } from './word-index.js';
import { indexAllWords, isIndexFilled } from './word-index-of-all.js';

const aCase = () => `case/${randomUUID()}`;
const said = (what: string) => event({ sealed: { what } });

describe('The index of words', () => {
  let at: FreshStore;
  beforeEach(async () => {
    at = await freshStore();
  });
  afterEach(() => at.close());

  /** The streams that the index gives for one word. */
  const found = async (word: string, store = at.store): Promise<readonly string[]> => {
    const [asked] = await store.index.hashed(askedOf(word));
    const [forms] = asked?.pieces ?? [];
    const rows = await at.owner.query<{ stream: string }>('SELECT DISTINCT stream FROM store.word_index WHERE stems && $1::uuid[] ORDER BY stream', [forms]);
    return rows.map(({ stream }) => stream);
  };
  const refill = ({ store, seal } = at) => indexAllWords(at.database, seal, store.index);
  const remove = (stream: string, position: number) =>
    at.store.removeSealed({ stream, position, ground: 'gallring', at: '2026-03-01T08:00:00.000Z', command: command() });

  it('finds a stream by its words from the moment they are stored, and by no word that is not in it', async () => {
    const [one, other] = [aCase(), `risk/${randomUUID()}`];
    await at.store.append(to(one, 0, [said('Hon föll i duschen'), event(), said('Larmet tystnade')]));
    await at.store.append(to(other, 0, [said('Duschen är hal')]));
    expect(await found('dusch')).toEqual([one, other].sort());
    expect(await found('larm')).toEqual([one]);
    expect(await found('trappa')).toEqual([]);
  });

  it('finds a personnummer in whatever way it is written, and no other', async () => {
    const written = ['19121212-7999', '121212-7999', '191212127999', '1212127999', '121212+7999', '19121212 7999', '121212\u20137999'];
    const streams = await Promise.all(
      written.map(async (number) => {
        const stream = aCase();
        await at.store.append(to(stream, 0, [said(`Hon (${number}) ringde`)]));
        return stream;
      }),
    );
    await at.store.append(to(aCase(), 0, [said('Hon (19121212-8005) ringde')]));
    for (const asked of written) expect([asked, await found(asked)]).toEqual([asked, streams.toSorted()]);
  });

  it('holds nothing of an event that is about another case, which is told only to one who sees both', async () => {
    const stream = aCase();
    const types = Object.keys(caseEvents).filter((type) => caseEventNamed(type)?.about !== undefined);
    expect(types).toContain('CaseLinked');
    await at.store.append(
      to(
        stream,
        0,
        types.map((type) => event({ type, sealed: { reasons: 'Duschen' } })),
      ),
    );
    await refill();
    expect(await found('dusch')).toEqual([]);
  });

  it('has no row of an append that was a conflict, a repetition or refused', async () => {
    const stream = aCase();
    const first = to(stream, 0, [said('Duschen')]);
    await at.store.append(first);
    expect((await at.store.append(first)).kind).toBe('repeated');
    expect((await at.store.append(to(stream, 0, [said('Trappan')]))).kind).toBe('conflict');
    await at.store.destroyKey(stream);
    await expect(at.store.append(to(stream, 1, [said('Golvet')]))).rejects.toMatchObject({ code: 'keyDestroyed' });
    for (const word of ['duschen', 'trappan', 'golvet']) expect(await found(word)).toEqual([]);
  });

  it.each<[string, (stream: string, position: number) => Promise<unknown>]>([
    ['the removal of a sealed part', remove],
    ['the destruction of the key', (stream) => at.store.destroyKey(stream)],
    ['an owner who nulls the part', (_, position) => at.owner.query('UPDATE store.events SET sealed = NULL WHERE position = $1', [position])],
    ['an owner who deletes the key', (stream) => at.owner.query('DELETE FROM store.case_keys WHERE stream = $1', [stream])],
    ['an owner who deletes the event', (_, position) => at.owner.query('DELETE FROM store.events WHERE position = $1', [position])],
  ])('loses the words with %s, in the same transaction, and no filling brings them back', async (_, take) => {
    const [stream, other] = [aCase(), aCase()];
    await at.store.append(to(other, 0, [said('Trappan var hal')]));
    const appended = await at.store.append(to(stream, 0, [said('Duschen var hal')]));
    await take(stream, appended.kind === 'appended' ? appended.position : 0);
    expect(await found('dusch')).toEqual([]);
    expect(await found('hal')).toEqual([other]);
    await refill();
    expect(await found('dusch')).toEqual([]);
    expect(await rowsWithoutWords(at.owner)).toBe(0);
  });

  it('keeps the other words of a case of which one part is removed', async () => {
    const stream = aCase();
    const appended = await at.store.append(to(stream, 0, [said('Duschen'), said('Trappan')]));
    await remove(stream, appended.kind === 'appended' ? appended.position : 0);
    expect([await found('duschen'), await found('trappan')]).toEqual([[stream], []]);
  });

  it('holds every word that is there and none that is not, however fillings, appends, removals and destructions of keys race', async () => {
    const streams = Array.from({ length: 24 }, aCase);
    const positions = new Map<string, number>();
    for (const [n, stream] of streams.entries()) {
      const appended = await at.store.append(to(stream, 0, [said(`ord${n}`), said(`mera${n}`)]));
      if (appended.kind === 'appended') positions.set(stream, appended.position);
    }
    const racing = streams.map((stream, n) => {
      const later = () => at.store.append(to(stream, 2, [said(`sedan${n}`)])).catch((error: { code: string }) => error.code);
      if (n % 3 === 0) return Promise.all([at.store.destroyKey(stream), later()]);
      return n % 3 === 1 ? Promise.all([remove(stream, positions.get(stream) ?? 0), later()]) : later();
    });
    await Promise.all([refill(), ...racing, refill(), refill()]);
    expect(await rowsWithoutWords(at.owner)).toBe(0);
    const [missing] = await at.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM store.events e JOIN store.case_keys k USING (stream)
       WHERE e.sealed IS NOT NULL AND k.wrapped IS NOT NULL AND NOT EXISTS (SELECT FROM store.word_index i WHERE i.position = e.position)`,
    );
    expect(missing?.n).toBe(0);
    for (const [n, stream] of streams.entries()) {
      expect([n, await found(`ord${n}`)]).toEqual([n, n % 3 === 0 ? [] : [stream]]);
      expect([n, await found(`mera${n}`)]).toEqual([n, n % 3 === 2 ? [stream] : []]);
    }
  }, 60_000);

  it('is filled from a store that is older than it, once and again with the same result', async () => {
    const stream = aCase();
    await at.store.append(to(stream, 0, [said('Duschen')]));
    await at.owner.query('TRUNCATE store.word_index');
    expect([await isIndexFilled(at.database), await found('dusch')]).toEqual([false, []]);
    expect([await refill(), await refill()]).toEqual([1, 1]);
    expect([await isIndexFilled(at.database), await found('dusch')]).toEqual([true, [stream]]);
  });

  it('is found by after a rotation of the master key, whose old key no longer opens that of the index', async () => {
    const [old, next] = [new MasterKey(randomBytes(32)), new MasterKey(randomBytes(32))];
    const before = (await holdMasterKey(at.database, old)) as Seal;
    const stream = aCase();
    await new EventStore(at.database, before).append(to(stream, 0, [said('Duschen')]));
    await at.database.close();
    await rotateKey(at.owner, { to: next, from: old });
    const after = (await holdMasterKey(at.owner, next)) as Seal;
    expect(await found('dusch', new EventStore(at.owner, after))).toEqual([stream]);
    await expect(new EventStore(at.owner, before).index.ready()).rejects.toThrow('wrapped under master key');
  });

  it('has nothing by which two stores, or one with another key, can be compared', async () => {
    const another = await freshStore();
    const hashes = async ({ store }: FreshStore) => await store.index.hashed(askedOf('dusch'));
    expect(await hashes(at)).not.toEqual(await hashes(another));
    expect(await hashes(at)).toEqual(await new EventStore(at.database, at.seal).index.hashed(askedOf('dusch')));
    await another.close();
  });
});
