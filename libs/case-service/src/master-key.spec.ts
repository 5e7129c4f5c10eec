import { randomBytes } from 'node:crypto';
import { Seal } from '#event-store/seal';
import { event, type FreshStore, freshStore, to } from '../../../test/support/store.js';
import { bindMasterKey, demandMasterKey, sealOf } from './master-key.js';

const another = () => new Seal(randomBytes(32));
const refused = { name: 'SettingFault', message: expect.stringContaining('GENSVAR_MASTER_KEY är en annan') };

describe('The master key of a database', () => {
  let at: FreshStore;
  beforeEach(async () => {
    at = await freshStore();
  });
  afterEach(() => at.close());

  it('is the one that came first: any other is refused, and changes nothing', async () => {
    await bindMasterKey(at.database, at.seal);
    await expect(bindMasterKey(at.database, another())).rejects.toMatchObject(refused);
    await expect(demandMasterKey(at.database, another())).rejects.toMatchObject(refused);
    await bindMasterKey(at.database, at.seal);
  });

  it('is told by the keys of the cases where an older version kept no check value', async () => {
    await at.store.append(to('case/1', 0, [event({ sealed: { what: 'Uppdiktat' } })]));
    await expect(bindMasterKey(at.database, another())).rejects.toMatchObject(refused);
    expect(await at.database.query('SELECT FROM store.master_key')).toEqual([]);
    await bindMasterKey(at.database, at.seal);
    expect(await at.database.query('SELECT FROM store.master_key')).toHaveLength(1);
  });

  it('is held by one of several that start at the same moment with different keys', async () => {
    const seals = Array.from({ length: 6 }, another);
    const ends = await Promise.allSettled(seals.map((seal) => bindMasterKey(at.database, seal)));
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
    expect(() => sealOf('kort')).toThrow(/^GENSVAR_MASTER_KEY är inte 32 byte/);
  });
});
