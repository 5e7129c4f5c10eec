import { randomUUID } from 'node:crypto';
import { event, type FreshStore, freshStore, to } from '../../../test/support/store.js';
import { accessesFound, logAccess } from './access-log.js';
import { park, parked, unpark } from './parked.js';

describe('The running role', () => {
  let at: FreshStore;
  beforeAll(async () => {
    at = await freshStore(2);
    await at.store.append(to('case/1', 0, [event({ sealed: { what: 'Föll i hallen' } })]));
    await logAccess(at.database, { person: 'p1', action: 'read', stream: 'case/1', route: '/api/cases/{id}' });
  });
  afterAll(() => at.close());

  it.each([
    ['change an event', `UPDATE store.events SET actor = 'somebody else'`],
    ['change nothing of an event', 'UPDATE store.events SET sealed = sealed WHERE false'],
    ['delete an event', 'DELETE FROM store.events'],
    ['empty the log', 'TRUNCATE store.events'],
    [
      'add an event outside the chain',
      `INSERT INTO store.events SELECT 2, stream, 2, gen_random_uuid(), type, v, actor, command_id, at, recorded_at, open, NULL, NULL, chain FROM store.events`,
    ],
    ['move the counter', 'UPDATE store.counter SET position = 0'],
    ['change an answer', `UPDATE store.commands SET answer = '{}'`],
    ['give out a number twice', 'UPDATE store.numbers SET last = 0'],
    ['swap a key', `UPDATE store.case_keys SET wrapped = '\\x00'`],
    ['point a receipt code elsewhere', `UPDATE store.keys SET stream = 'case/2'`],
    ['remove a sealed part without an event', 'SELECT store.remove_sealed(ARRAY[1::bigint])'],
    ['turn time back', 'UPDATE store.clock SET offset_ms = 0'],
    ['change what was looked at', `UPDATE store.access_log SET person = 'p2'`],
    ['forget what was looked at', 'DELETE FROM store.access_log'],
    ['run migrations', 'CREATE TABLE store.mine (id int)'],
    ['take the triggers off', 'ALTER TABLE store.events DISABLE TRIGGER ALL'],
    ['forget a word that is there', 'DELETE FROM store.word_index'],
    ['change the key of the words', `UPDATE store.word_key SET wrapped = '\\x00'`],
    ['become the owner', 'SET ROLE postgres'],
  ])('may not %s', async (_, sql) => {
    await expect(at.database.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('may read events, and append them by the one function that numbers and chains them (AC-24)', async () => {
    const stream = `case/${randomUUID()}`;
    expect((await at.store.append(to(stream, 0))).kind).toBe('appended');
    expect(await at.store.load(stream)).toHaveLength(1);
  });

  it('logs who has seen a case, and can read it (R-307)', async () => {
    const ever = { person: null, from: '2020-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
    const logged = { at: expect.stringMatching(/Z$/), person: 'p1', action: 'read', stream: 'case/1', route: '/api/cases/{id}' };
    expect(await accessesFound(at.database, { ...ever, streams: ['case/1'] }, 10)).toEqual({ items: [logged], total: 1 });
    expect(await accessesFound(at.database, { ...ever, streams: null, person: 'p1' }, 10)).toMatchObject({ items: [logged] });
    expect(await accessesFound(at.database, { ...ever, streams: null, person: 'p2' }, 10)).toEqual({ items: [], total: 0 });
    expect(await accessesFound(at.database, { ...ever, streams: ['case/1'], to: ever.from }, 10)).toEqual({ items: [], total: 0 });
  });

  it('parks a stream with a code, once, and never with a message', async () => {
    const stuck = { subscription: 'relay', stream: 'case/1', position: 1, errorCode: 'DatabaseFault 22P02' };
    await park(at.database, stuck);
    await park(at.database, { ...stuck, position: 9, errorCode: 'other' });
    expect(await parked(at.database, 'relay')).toEqual([{ ...stuck, at: expect.any(String) }]);
    expect(await parked(at.database, 'conductor')).toEqual([]);
    await expect(park(at.database, { ...stuck, errorCode: 'no field "Anna Andersson"' })).rejects.toThrow(RangeError);
    expect(await unpark(at.database, 'relay', 'case/1')).toBe(true);
    expect(await unpark(at.database, 'relay', 'case/1')).toBe(false);
  });
});
