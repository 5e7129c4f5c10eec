import { randomUUID } from 'node:crypto';
import { command, event, type FreshStore, freshStore, to } from '../../../test/support/store.js';
import { verify } from './verify.js';

describe('Verifying the log (R-344, R-449)', () => {
  let at: FreshStore;
  beforeAll(async () => {
    at = await freshStore();
    for (let i = 0; i < 10; i++) {
      const stream = `case/${randomUUID()}`;
      await at.store.append(to(stream, 0, [event({ sealed: { what: 'Föll i hallen' } }), event()]));
      await at.store.append(to(stream, 2, [event({ open: { unit: 'smf', marks: ['a', 'b'] } })]));
    }
    const [first] = await at.store.readAfter(0, 1);
    await at.store.removeSealed({ stream: first?.stream as string, position: 1, ground: 'gallring', at: '2024-05-01T00:00:00Z', command: command() });
    await at.store.append(to(`case/${randomUUID()}`, 0));
  });
  afterAll(() => at.close());

  it('accepts an untouched log, whatever the size of its batches, and names its last link', async () => {
    const [counter] = await at.database.query<{ chain: Buffer }>('SELECT chain FROM store.counter');
    expect(await verify(at.database)).toEqual({ ok: true, events: 32, chain: counter?.chain.toString('hex') });
  });

  /** Tampers as superuser, verifies, and restores everything. */
  async function verdictAfter(tampering: string) {
    await at.owner.query('CREATE TABLE IF NOT EXISTS store.kept AS SELECT * FROM store.events');
    const [counter] = await at.owner.query<{ position: number; chain: Buffer }>('SELECT position, chain FROM store.counter');
    try {
      await at.owner.query(tampering);
      return await verify(at.database);
    } finally {
      await at.owner.query('TRUNCATE store.events; INSERT INTO store.events SELECT * FROM store.kept');
      await at.owner.query('UPDATE store.counter SET position = $1, chain = $2', [counter?.position, counter?.chain]);
      expect(await verify(at.database)).toMatchObject({ ok: true });
    }
  }

  const set = (column: string, value: string, position = 13) => `UPDATE store.events SET ${column} = ${value} WHERE position = ${position}`;
  const changed = /content or chain/;

  it.each([
    ['a code in the open part', set('open', `jsonb_set(open, '{unit}', '"iof-boV"')`), 13, changed],
    ['a member more in the open part', set('open', `open || '{"x": null}'`), 13, changed],
    ['the actor', set('actor', `'person-2'`), 13, changed],
    ['when it was done', set('at', `at + interval '1 millisecond'`), 13, changed],
    ['when it was done, by less than is recorded', set('at', `at + interval '1 microsecond'`), 13, /finer/],
    ['when it was recorded', set('recorded_at', `recorded_at + interval '1 millisecond'`, 31), 31, changed],
    ['when it was recorded, to before the one before', set('recorded_at', `'2020-01-01'`), 13, /before the one before/],
    ['the type', set('type', `'EntryMadf'`), 13, changed],
    ['the version of its shape', set('v', '2'), 13, changed],
    ['its id', set('event_id', 'gen_random_uuid()'), 13, changed],
    ['its command', set('command_id', 'gen_random_uuid()'), 13, changed],
    ['one byte of the sealed part', set('sealed', 'set_byte(sealed, 40, get_byte(sealed, 40) # 1)'), 13, /sealed part is not/],
    ['the sealed part and its hash', set('sealed', `'\\x00', sealed_hash = sha256('\\x00')`), 13, changed],
    ['a sealed part where none was', set('sealed', `'\\x00'`, 14), 14, /sealed part is not/],
    ['a sealed part gone without an event', set('sealed', 'NULL'), 13, /no event says why/],
    ['its link of the chain', set('chain', 'set_byte(chain, 5, get_byte(chain, 5) # 1)'), 13, changed],
    ['an event taken out', 'DELETE FROM store.events WHERE position = 13', 13, /missing/],
    ['the last event taken out', 'DELETE FROM store.events WHERE position = 32', 32, /missing/],
    [
      'the last event taken out and the counter set back',
      `DELETE FROM store.events WHERE position = 32; UPDATE store.counter SET position = 31, chain = (SELECT chain FROM store.events WHERE position = 31)`,
      32,
      /missing: a command was answered/,
    ],
    [
      'an event taken out and the rest moved up',
      'DELETE FROM store.events WHERE position = 13; UPDATE store.events SET position = -position WHERE position > 13; ' +
        'UPDATE store.events SET position = -position - 1 WHERE position < 0; UPDATE store.counter SET position = 31',
      13,
      /version|chain/,
    ],
    [
      'an event put in past the counter',
      `INSERT INTO store.events SELECT 33, stream, 9, gen_random_uuid(), type, v, actor, command_id, at, recorded_at, open, null, null, chain
       FROM store.events WHERE position = 32`,
      33,
      /beyond the counter/,
    ],
    ['a stream given another version', set('version', '7', 15), 15, /does not follow/],
    ['the counter', `UPDATE store.counter SET chain = sha256('x')`, 32, /another link/],
  ])('finds and places one change: %s', async (_, tampering, position, what) => {
    expect(await verdictAfter(tampering)).toEqual({ ok: false, position, what: expect.stringMatching(what) });
  });
});
