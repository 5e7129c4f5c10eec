import { randomBytes } from 'node:crypto';
import { EventStore } from '#event-store/event-store';
import { MasterKey, Seal } from '#event-store/seal';
import { event, type FreshStore, freshStore, to } from '../../../test/support/store.js';
import { bindMasterKey, demandMasterKey, masterKeyOf } from './master-key.js';

const another = () => new MasterKey(randomBytes(32));
const mine = another();
const refused = { name: 'SettingFault', message: expect.stringContaining('GENSVAR_MASTER_KEY är en annan') };

describe('The master key of a database', () => {
  let at: FreshStore;
  beforeEach(async () => {
    at = await freshStore();
  });
  afterEach(() => at.close());

  it('is the first one: any other is refused, and changes nothing', async () => {
    await bindMasterKey(at.database, mine);
    await expect(bindMasterKey(at.database, another())).rejects.toMatchObject(refused);
    await expect(demandMasterKey(at.database, another())).rejects.toMatchObject(refused);
    await bindMasterKey(at.database, mine);
  });

  it('is recognised by the keys of the cases where an older version stored no check value', async () => {
    await new EventStore(at.database, new Seal(mine)).append(to('case/1', 0, [event({ sealed: { what: 'Uppdiktat' } })]));
    await expect(bindMasterKey(at.database, another())).rejects.toMatchObject(refused);
    expect(await at.database.query('SELECT FROM store.master_key')).toEqual([]);
    await bindMasterKey(at.database, mine);
    expect(await at.database.query('SELECT FROM store.master_key')).toHaveLength(1);
    // Its hashes were made with the key itself, and stay the same.
    expect((await demandMasterKey(at.database, mine)).hmac('receipt', 'x')).toEqual(new Seal(mine).hmac('receipt', 'x'));
  });

  it('alone computes no receipt code of a database that began with this version: hashes have a root of their own', async () => {
    const seal = await bindMasterKey(at.database, mine);
    expect(seal.hmac('receipt', 'x')).not.toEqual(new Seal(mine).hmac('receipt', 'x'));
    expect((await demandMasterKey(at.database, mine)).hmac('receipt', 'x')).toEqual(seal.hmac('receipt', 'x'));
  });

  it('is that of one of several processes that start at the same moment with different keys', async () => {
    const keys = Array.from({ length: 6 }, another);
    const ends = await Promise.allSettled(keys.map((key) => bindMasterKey(at.database, key)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))).toEqual(Array.from({ length: 5 }, () => expect.objectContaining(refused)));
  });

  it.each(['UPDATE store.master_key SET check_value = check_value', 'DELETE FROM store.master_key'])(
    'can’t be changed by the running role: %s',
    async (sql) => {
      await expect(at.database.query(sql)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('that is not 32 bytes is refused in Swedish', () => {
    expect(() => masterKeyOf('kort')).toThrow(/^GENSVAR_MASTER_KEY är inte 32 byte/);
  });
});
