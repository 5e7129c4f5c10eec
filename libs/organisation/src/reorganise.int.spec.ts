import { Refusal } from '#domain/errors';
import { holdersOf } from '#domain/org/holders';
import { defaultSettings } from '#domain/org/settings';
import { freshCore } from '../../../test/support/core.js';
import { type OrganisationChanges, organisationChanges } from './change.schema.js';
import { addToOrganisation } from './changes.js';
import { organisationAt } from './organisation-at.js';
import { allPeople, personById } from './people.js';
import { reorganise } from './reorganise.js';

let core: Awaited<ReturnType<typeof freshCore>>;
const now = '2026-04-01T08:00:00.000Z';
const asked = (...changes: readonly Record<string, unknown>[]): OrganisationChanges => organisationChanges.parse({ changes }).changes;
const change = (...changes: readonly Record<string, unknown>[]) => reorganise(core, asked(...changes), 'operator', now);
const events = async () => (await core.store.load('organisation')).length;
const above = async (position: number | null, unit: string, day: string) =>
  (await organisationAt(core.database, position, day)).ancestors(unit, day).map(({ code }) => code);

beforeAll(async () => {
  core = await freshCore();
  await change(
    { do: 'addPerson', login: 'anna', name: 'Anna Uppdiktad', email: 'anna@example.org' },
    { do: 'addPerson', login: 'bo', name: 'Bo Uppdiktad', email: 'bo@example.org' },
    { do: 'givePost', login: 'anna', role: 'enhetschef', unit: 'afs-norra', from: '2026-01-01' },
    { do: 'givePost', login: 'bo', role: 'medarbetare', unit: 'afs-norra', from: '2026-01-01' },
  );
}, 60_000);
afterAll(async () => {
  await core?.close();
}, 30_000);

describe('The organisation of a day, as it was known at a position', () => {
  test('a unit moves: from that position it is known, from that day it holds', async () => {
    const before = await core.store.position();
    const position = await change({ do: 'moveUnit', unit: 'afs-sodra', to: 'iof', from: '2026-05-01' });
    expect(await above(null, 'afs-sodra', '2026-04-30')).toEqual(['afs', 'namnd']);
    expect(await above(null, 'afs-sodra', '2026-05-01')).toEqual(['iof', 'namnd']);
    expect(await above(before, 'afs-sodra', '2026-05-01')).toEqual(['afs', 'namnd']);
    expect(await above(position, 'afs-sodra', '2026-05-01')).toEqual(['iof', 'namnd']);
    expect(core.register.organisation.ancestors('afs-sodra', '2026-05-01')[0]?.code).toBe('iof');
  });

  test('a query about a past position has the same answer whatever comes after', async () => {
    const position = await core.store.position();
    const was = await organisationAt(core.database, position, '2026-06-01');
    await change({ do: 'renameUnit', unit: 'iof-barn', name: 'Barn, unga och familj', from: '2026-03-01' });
    const is = await organisationAt(core.database, position, '2026-06-01');
    expect([is.at('2026-06-01'), is.settings]).toEqual([was.at('2026-06-01'), was.settings]);
    expect((await organisationAt(core.database, null, '2026-06-01')).unit('iof-barn', '2026-06-01')?.name).toBe('Barn, unga och familj');
  });

  test('settings hold from their day, restated ones as known since', async () => {
    const delegated = { lexSarah: ['sas'], lexMaria: ['mas'] };
    const first = await change({ do: 'set', name: 'ivoDecider', value: delegated, from: '2026-03-01' });
    await change({ do: 'set', name: 'ivoDecider', value: { lexSarah: [], lexMaria: [] }, from: '2026-03-01' });
    const deciders = async (position: number | null, day: string) => (await organisationAt(core.database, position, day)).settings.ivoDecider;
    expect(await deciders(null, '2026-02-28')).toEqual(defaultSettings.ivoDecider);
    expect(await deciders(first, '2026-03-01')).toEqual(delegated);
    expect(await deciders(null, '2026-03-01')).toEqual({ lexSarah: [], lexMaria: [] });
    expect(core.register.organisation.settings.ivoDecider.lexSarah).toEqual([]);
    expect(core.register.organisation.settings.ladder).toEqual(defaultSettings.ladder);
  });
});

describe('One file of changes', () => {
  test('is one event, and the same file again is none', async () => {
    const before = await events();
    const file = [
      { do: 'addUnit', unit: { code: 'afs-vast', name: 'Väst', level: 'unit', parent: 'afs', validFrom: '2026-05-01' } },
      { do: 'endUnit', unit: 'afs-norra', successor: 'afs-vast', from: '2026-06-01' },
    ];
    const position = await change(...file);
    const rows = async () => core.database.query('SELECT * FROM store.org_unit ORDER BY code, valid_from, from_position');
    const written = await rows();
    expect(await change(...file)).toBe(position);
    expect([await events(), await rows()]).toEqual([before + 1, written]);
    expect(core.register.organisation.successorOf('afs-norra', '2026-06-01')?.code).toBe('afs-vast');
  });

  test('is applied wholly or not at all: a fault in the last change undoes the first, and is named', async () => {
    const before = [await events(), await core.database.query('SELECT * FROM store.org_unit ORDER BY 1, 7, 9')];
    const refused = change(
      { do: 'renameUnit', unit: 'iof', name: 'IFO', from: '2026-05-01' },
      { do: 'standIn', login: 'nobody', instead: 'anna', from: '2026-05-01', to: '2026-05-08', why: 'absence' },
    );
    await expect(refused).rejects.toThrow(Refusal);
    await refused.catch((error: Refusal) => expect(error.missing.map(({ text }) => text)).toEqual(['Ingen har inloggningen nobody']));
    expect([await events(), await core.database.query('SELECT * FROM store.org_unit ORDER BY 1, 7, 9')]).toEqual(before);
  });

  test('interrupted between the event and its rows is completed by being repeated', async () => {
    const file = asked({ do: 'renameUnit', unit: 'afs', name: 'Äldre och funktionsnedsättning', from: '2026-07-01' });
    const position = await reorganise(core, file, 'operator', now);
    // As after a crash: the event is there, its rows are not.
    const { adminUrl } = core;
    const { Database } = await import('#platform/database');
    const admin = await Database.connect(adminUrl, { applicationName: 'test', poolSize: 1 });
    await admin.query('DELETE FROM store.org_unit WHERE from_position = $1', [position]);
    await admin.query('UPDATE store.org_unit SET to_position = 9223372036854775807 WHERE to_position = $1', [position]);
    await admin.close();
    await core.register.refresh();
    expect(core.register.organisation.unit('afs', '2026-07-01')?.name).toBe('Äldre');
    expect(await reorganise(core, file, 'operator', now)).toBe(position);
    expect(['2026-06-30', '2026-07-01'].map((day) => core.register.organisation.unit('afs', day)?.name)).toEqual(['Äldre', 'Äldre och funktionsnedsättning']);
  });

  test('a row that is known already is not written again by a first start with more rows', async () => {
    const rows = async () => (await core.database.query(`SELECT FROM store.org_unit WHERE code = 'namnd'`)).length;
    const before = await rows();
    const [namnd] = core.register.organisation.at('2026-04-01').filter(({ code }) => code === 'namnd');
    if (namnd !== undefined) await addToOrganisation(core, { units: [namnd], entries: [] }, 'system', now);
    expect(await rows()).toBe(before);
  });
});

describe('A stand-in has the posts of the one who is away, on those days (docs/law/access.md#stand-ins)', () => {
  const day = '2026-04-10';
  const told = async (on: string) =>
    holdersOf(await allPeople(core.database, on), 'enhetschef', 'afs-norra', core.register.organisation, on).map(({ login }) => login);

  test('and gets the notices in their place; before and after, none', async () => {
    await change({ do: 'standIn', login: 'bo', instead: 'anna', from: '2026-04-08', to: '2026-04-15', why: 'absence' });
    expect([await told('2026-04-07'), await told('2026-04-08'), await told('2026-04-14'), await told('2026-04-15')]).toEqual([
      ['anna'],
      ['bo'],
      ['bo'],
      ['anna'],
    ]);
  });

  test('each post says in whose place; the one who is away keeps their own', async () => {
    const people = await allPeople(core.database, day);
    const posts = (login: string) => people.find((person) => person.login === login)?.posts;
    const anna = people.find(({ login }) => login === 'anna')?.id;
    expect(posts('bo')).toEqual([
      { role: 'enhetschef', unit: 'afs-norra', instead: anna },
      { role: 'medarbetare', unit: 'afs-norra' },
    ]);
    expect(posts('anna')).toEqual([{ role: 'enhetschef', unit: 'afs-norra' }]);
    expect((await personById(core.database, anna as string, day))?.posts).toEqual(posts('anna'));
  });

  test('the register holds the same posts as those who log in, by id and without a name', async () => {
    for (const on of ['2026-04-07', day, '2026-04-15']) {
      const people = (await allPeople(core.database, on)).filter(({ posts }) => posts.length > 0).map(({ id, posts }) => ({ id, posts }));
      expect([...core.register.holders(on)].sort((a, b) => a.id.localeCompare(b.id))).toEqual(people.sort((a, b) => a.id.localeCompare(b.id)));
    }
    expect(JSON.stringify(core.register.holders(day))).not.toMatch(/Uppdiktad|example/);
  });

  test('R-153 a post that ends takes the stand-in’s with it; who had it the day before is still known', async () => {
    await change({ do: 'endPost', login: 'anna', role: 'enhetschef', unit: 'afs-norra', to: '2026-04-12' });
    expect([await told('2026-04-11'), await told('2026-04-12')]).toEqual([['bo'], []]);
  });
});

describe('A file that can’t be parsed is refused by its schema', () => {
  test.each([
    ['a ladder that goes round', { do: 'set', name: 'ladder', value: { ...defaultSettings.ladder, namnd: 'enhetschef' }, from: '2026-01-01' }],
    ['a ladder with a missing role', { do: 'set', name: 'ladder', value: { enhetschef: 'namnd' }, from: '2026-01-01' }],
    ['a late duty of law that is never raised again', { do: 'set', name: 'raisedAgainAfter', value: 0, from: '2026-01-01' }],
    ['a late duty of law that is raised again after a quarter of a year', { do: 'set', name: 'raisedAgainAfter', value: 90, from: '2026-01-01' }],
    ['an unknown setting', { do: 'set', name: 'colour', value: 'blue', from: '2026-01-01' }],
    [
      'a role in two groups',
      {
        do: 'set',
        name: 'coinciding',
        value: [
          ['mas', 'mar'],
          ['mas', 'sas'],
        ],
        from: '2026-01-01',
      },
    ],
    ['the reason of an absence in words', { do: 'standIn', login: 'bo', instead: 'anna', from: '2026-01-01', to: '2026-02-01', why: 'sjuk' }],
    ['the system’s own role', { do: 'givePost', login: 'bo', role: 'system', unit: 'afs', from: '2026-01-01' }],
  ])('%s', (_what, row) => {
    expect(organisationChanges.safeParse({ changes: [row] }).success).toBe(false);
  });
});
