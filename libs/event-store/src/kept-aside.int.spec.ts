import { type FreshCore, freshCore } from '../../../test/support/core.js';
import { KeptAside } from './kept-aside.js';

let core: FreshCore;
beforeAll(async () => {
  core = await freshCore();
}, 60_000);
afterAll(async () => {
  await core?.close();
}, 30_000);

describe('What a browser has sent and may come back to', () => {
  test('is opened by that browser and under that id alone, and can’t be read in the table', async () => {
    const kept = new KeptAside(core.database, core.seal);
    const [mine, other] = [KeptAside.newKey(), KeptAside.newKey()];
    expect(await kept.keep(mine, 'a', { what: 'Ord som ingen annan läser.' })).toBe(true);
    expect(await kept.find(mine, 'a')).toEqual({ what: 'Ord som ingen annan läser.' });
    expect(await kept.find(other, 'a')).toBeNull();
    expect(await kept.find(mine, 'b')).toBeNull();
    expect(await kept.find('nothing', 'a')).toBeNull();
    const [row] = await core.database.query<{ text: string }>("SELECT encode(sealed, 'escape') AS text FROM store.kept_aside");
    expect(row?.text).not.toContain('Ord som');
    await kept.keep(mine, 'a', { what: 'Ändrat.' });
    expect(await kept.find(mine, 'a')).toEqual({ what: 'Ändrat.' });
    await kept.drop(mine, 'a');
    expect(await kept.find(mine, 'a')).toBeNull();
  });

  test('expires after an hour, and is deleted when something else is stored', async () => {
    const kept = new KeptAside(core.database, core.seal);
    const key = KeptAside.newKey();
    await kept.keep(key, 'old', { what: 'gammalt' });
    await core.database.query("UPDATE store.kept_aside SET ends_at = clock_timestamp() - interval '1 second'");
    expect(await kept.find(key, 'old')).toBeNull();
    await kept.keep(key, 'new', { what: 'nytt' });
    expect(await core.database.query('SELECT 1 FROM store.kept_aside')).toHaveLength(1);
  });

  test('has limits: what is stored can still be changed, and a flood is not stored', async () => {
    await core.database.query('DELETE FROM store.kept_aside');
    const few = new KeptAside(core.database, core.seal, { rows: 2, bytes: 10_000, bytesEach: 1_000 });
    const key = KeptAside.newKey();
    expect([await few.keep(key, 'a', { n: 1 }), await few.keep(key, 'b', { n: 1 }), await few.keep(key, 'c', { n: 1 })]).toEqual([true, true, false]);
    expect(await few.keep(key, 'a', { n: 2 })).toBe(true);
    expect(await few.find(key, 'a')).toEqual({ n: 2 });
    const noise = Array.from({ length: 2_000 }, (_, n) => (n * 7919 * 104_729) % 1_000_003).join('');
    expect(await few.keep(key, 'a', { noise })).toBe(false);
    const narrow = new KeptAside(core.database, core.seal, { rows: 100, bytes: 150, bytesEach: 1_000 });
    expect(await narrow.keep(key, 'd', { noise: noise.slice(0, 300) })).toBe(false);
  });
});
