import { type FreshStore, freshStore } from '../../../test/support/store.js';
import { lastVisit } from './access-log.js';

let at: FreshStore;
beforeAll(async () => {
  at = await freshStore();
}, 60_000);
afterAll(async () => {
  await at?.close();
}, 30_000);

const read = (person: string, minutesAgo: number, { stream = 'case/a', action = 'read' } = {}) =>
  at.database.query(
    `INSERT INTO store.access_log (at, person, action, stream, route) SELECT now() - $1 * interval '1 minute', $2, $3, $4, 'GET /arende/{id}' RETURNING at`,
    [minutesAgo, person, action, stream],
  ) as Promise<readonly { readonly at: string }[]>;

describe('When a person last had a case open', () => {
  test('is the last of their own readings before this visit; readings less than half an hour apart are one visit', async () => {
    expect(await lastVisit(at.database, 'p', 'case/a')).toBeNull();
    await read('p', 0);
    expect(await lastVisit(at.database, 'p', 'case/a')).toBeNull();
    await read('p', 300);
    const [last] = await read('p', 100);
    for (const minutes of [20, 40, 60]) await read('p', minutes);
    expect(await lastVisit(at.database, 'p', 'case/a')).toBe(new Date(last?.at as string).toISOString());
  });

  test('others’ readings, lists and other cases say nothing of it', async () => {
    await read('q', 0);
    await read('p', 90);
    await read('q', 90, { action: 'list' });
    await read('q', 90, { stream: 'case/b' });
    expect(await lastVisit(at.database, 'q', 'case/a')).toBeNull();
  });
});
