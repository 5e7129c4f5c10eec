import { randomUUID } from 'node:crypto';
import { emptyCore } from '../../../test/support/core.js';
import { ApiTokens } from './api-tokens.js';
import { removeFilter, savedFiltersOf, saveFilter } from './saved-filters.js';
import { Sessions } from './sessions.js';

let core: Awaited<ReturnType<typeof emptyCore>>;
const [anna, bo] = [randomUUID(), randomUUID()];

beforeAll(async () => {
  core = await emptyCore();
  const add = 'INSERT INTO store.person (id, login, name, email) VALUES ($1, $2, $2, $3)';
  await core.database.query(add, [anna, 'anna', 'anna@example.org']);
  await core.database.query(add, [bo, 'bo', 'bo@example.org']);
}, 60_000);
afterAll(async () => {
  await core?.close();
}, 30_000);

describe('The keys of programs', () => {
  test('are listed to their owner while they are valid, the newest first, and are ended once, by their owner alone', async () => {
    const tokens = new ApiTokens(core.database);
    const [first, second, past] = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of [first, second]) await tokens.issued({ id, person: anna, label: `nyckel ${id}`, endsAt: '2999-01-01T00:00:00.000Z' });
    await tokens.issued({ id: past, person: anna, label: 'gammal', endsAt: '2020-01-01T00:00:00.000Z' });
    const [newest, ...rest] = await tokens.of(anna);
    expect([newest?.id, rest.map(({ id }) => id), newest?.endsAt]).toEqual([second, [first], '2999-01-01T00:00:00.000Z']);
    expect([
      await tokens.issuedSecondsAgo(first, false),
      await tokens.issuedSecondsAgo(randomUUID(), false),
      await tokens.issuedSecondsAgo(randomUUID(), true),
    ]).toEqual([expect.any(Number), null, 0]);
    expect([await tokens.end(first, bo), await tokens.end(first, anna), await tokens.end(first, anna), await tokens.end(second)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect([await tokens.of(anna), await tokens.issuedSecondsAgo(first, true)]).toEqual([[], null]);
  });
});

describe('The sessions of a person', () => {
  test('are listed to that person alone, the last used first and the own one marked, and all others are ended at once', async () => {
    const sessions = new Sessions(core.database);
    const [here, away] = [await sessions.begin(anna, 'Firefox', 'now'), await sessions.begin(anna, 'Chrome', 'now')];
    const others = await sessions.begin(bo, 'Safari', 'now');
    const listed = await sessions.of(anna, here);
    expect(listed.map(({ device, own }) => [device, own])).toEqual([
      ['Chrome', false],
      ['Firefox', true],
    ]);
    await sessions.endOf(bo, { id: listed[0]?.id as string });
    expect((await sessions.personOf(away, false))?.person).toBe(anna);
    await sessions.endOf(anna, { allBut: here });
    expect([await sessions.personOf(away, false), (await sessions.personOf(here, false))?.person, (await sessions.personOf(others, false))?.person]).toEqual([
      null,
      anna,
      bo,
    ]);
    await sessions.endOf(anna, { id: listed[1]?.id as string });
    expect(await sessions.of(anna, here)).toEqual([]);
    await sessions.end(others);
    expect(await sessions.personOf(others, false)).toBeNull();
  });

  test('that have not been used for an hour are not listed', async () => {
    const sessions = new Sessions(core.database);
    const token = await sessions.begin(bo, 'Safari', 'now');
    await core.database.query("UPDATE store.session SET seen_at = seen_at - interval '61 minutes' WHERE person = $1", [bo]);
    expect(await sessions.of(bo, token)).toEqual([]);
  });
});

describe('The saved filters of a person', () => {
  test('are replaced by name, listed by name, twelve at the most, and removed by that person alone', async () => {
    const { database } = core;
    for (const n of [2, 1]) await saveFilter(database, anna, { name: `urval ${n}`, query: 'stage=received' });
    await saveFilter(database, anna, { name: 'urval 1', query: 'stage=closed' });
    await removeFilter(database, bo, 'urval 1');
    expect(await savedFiltersOf(database, anna)).toEqual([
      { name: 'urval 1', query: 'stage=closed' },
      { name: 'urval 2', query: 'stage=received' },
    ]);
    for (let n = 3; n <= 12; n += 1) expect(await saveFilter(database, anna, { name: `urval ${n}`, query: '' })).toBe(true);
    expect([await saveFilter(database, anna, { name: 'ett till', query: '' }), await saveFilter(database, anna, { name: 'urval 3', query: 'q=x' })]).toEqual([
      false,
      true,
    ]);
    await removeFilter(database, anna, 'urval 1');
    expect((await savedFiltersOf(database, anna)).length).toBe(11);
  });
});
