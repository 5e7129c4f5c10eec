import { randomUUID } from 'node:crypto';
import type { ExistingCase } from '#domain/case/case';
import { rolesIn } from '#domain/case/roles-in';
import { seenOf, sees, visible } from '#domain/case/visible';
import { uuidOf } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import { type Actor, personActor } from '#domain/org/actor';
import { noticesOf } from '#notices/notices-of';
import { organisationChanges } from '#organisation/change.schema';
import { allPeople } from '#organisation/people';
import { reorganise } from '#organisation/reorganise';
import { runReport } from '#read-model/reports/run';
import { workList } from '#read-model/work-list';
import { freshCore } from '../support/core.js';
import { caughtUp, execute, type Fresh, followStore, importComplaint, reportComplaint } from '../support/read-side.js';
import { people } from '../support/scenario.js';

let core: Fresh;
let feed: Awaited<ReturnType<typeof followStore>>;
let [open, ended] = ['', ''];
const post = (login: string, role: string, unit: string) => [
  { do: 'addPerson', login, name: `${login} Påhittad`, email: `${login}@kommun.example` },
  { do: 'givePost', login, role, unit, from: '2020-01-01' },
];
const change = (...changes: readonly Record<string, unknown>[]) => {
  const now = core.clock.now().toISOString();
  return reorganise(core, organisationChanges.parse({ changes }).changes, 'operator', now);
};
const today = () => stockholmDate(core.clock.now().toISOString());
const state = async (id: string) => (await core.cases.load(id)) as ExistingCase;
const filterOf = (actor: Actor) => visible(actor, core.register.organisation, today());
const listed = async (actor: Actor, query: Record<string, unknown> = {}) => {
  const { items, total } = await workList(core.database, filterOf(actor), { ...query, stage: 'open' }, core.clock.now().toISOString());
  expect(total).toBe(items.length);
  return items.map(({ id }) => id);
};
const complaints = async (unit: string, organisation: 'now' | 'then', asOf?: string) => {
  const query = { unit, from: '2025-01-01', to: '2026-01-01', organisation, ...(asOf === undefined ? {} : { asOf }) };
  return (await runReport(core, 'complaints-by-source', query, core.clock.now().toISOString())).totals;
};

const [newManager, oldManager] = [uuidOf('person', 'nils'), uuidOf('person', 'olle')];
const who = {
  nils: personActor(newManager, [{ role: 'enhetschef', unit: 'iof-barn' }]),
  olle: personActor(oldManager, [{ role: 'enhetschef', unit: 'afs-norra' }]),
};
let before = 0;

// Each test begins before the first change, and makes the changes it is about.
beforeEach(async () => {
  core = await freshCore();
  feed = await followStore(core);
  await change(...post('olle', 'enhetschef', 'afs-norra'), ...post('nils', 'enhetschef', 'iof-barn'), ...post('divna', 'avdelningschef', 'iof'));
  ended = await importComplaint(core, { receivedAt: '2025-03-01T10:00:00.000Z', unit: 'afs-norra' });
  open = (await reportComplaint(core, { unit: 'afs-norra' })).id;
  await execute(core, open, { type: 'AssignCase', person: oldManager }, people.divisionHead);
  before = await caughtUp(core);
}, 60_000);
afterEach(async () => {
  await feed?.stop();
  await core?.close();
  expect(feed?.faults).toEqual([]);
}, 30_000);
const unitMoves = async () => {
  await change({ do: 'moveUnit', unit: 'afs-norra', to: 'iof', from: today() });
  await caughtUp(core);
};
const unitEnds = async () => {
  await unitMoves();
  await change({ do: 'endUnit', unit: 'afs-norra', successor: 'iof-barn', from: today() });
  await caughtUp(core);
};

describe('A unit with an open case moves to another division on a day (R-082, AC-38)', () => {
  test('the day before, the case is the old division’s', async () => {
    expect([await listed(people.divisionHead), await listed(personActor(randomUUID(), [{ role: 'avdelningschef', unit: 'iof' }]))]).toEqual([[open], []]);
  });

  test('from the day, it is the new division’s: seen, listed and handled there, and no longer in the old', async () => {
    await unitMoves();
    const newHead = personActor(randomUUID(), [{ role: 'avdelningschef', unit: 'iof' }]);
    const at = await state(open);
    expect([await listed(people.divisionHead), await listed(newHead), await listed(who.olle)]).toEqual([[], [open], [open]]);
    expect(await listed(people.director, { unit: 'iof' })).toEqual([open]);
    expect(await listed(people.director, { unit: 'afs' })).toEqual([]);
    expect(sees(filterOf(newHead), seenOf(at))).toBe(true);
    expect(rolesIn(newHead, at, core.register.organisation, today())).toEqual(['avdelningschef']);
    await expect(execute(core, open, { type: 'AssignCase', person: null }, people.divisionHead)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('the case has no event of it: it has moved with its unit', async () => {
    await unitMoves();
    expect((await state(open)).desc.unit).toBe('afs-norra');
    expect((await core.store.load(`case/${open}`)).map(({ type }) => type)).not.toContain('CaseMoved');
  });

  test('figures of the year before: as it was under the old division, as it is under the new; known so from the position on', async () => {
    await unitMoves();
    expect([await complaints('afs', 'then'), await complaints('iof', 'then')].map(({ count }) => count)).toEqual([1, null]);
    expect([await complaints('afs', 'now'), await complaints('iof', 'now')].map(({ count }) => count)).toEqual([null, 1]);
    expect((await complaints('afs', 'now', `position:${before}`)).count).toBe(1);
    for (const mode of ['then', 'now'] as const) expect((await complaints('namnd', mode)).count).toBe(1);
  });
});

describe('The unit then ends, and another carries on', () => {
  test('its open case is seen, listed and answered for by the successor’s', async () => {
    await unitEnds();
    expect([await listed(who.nils), await listed(who.nils, { unit: 'iof-barn' })]).toEqual([[open], [open]]);
    const to = { people: await allPeople(core.database, today()), organisation: core.register.organisation, today: today() };
    const [duty] = (await state(open)).duties;
    const reminder = {
      type: 'ReminderDue',
      eventId: randomUUID(),
      actor: 'system',
      open: { item: randomUUID(), duty: duty?.id, level: 1, toRole: 'enhetschef' },
    } as unknown as Parameters<typeof noticesOf>[0];
    expect(noticesOf(reminder, await state(open), to).map(({ recipient }) => recipient)).toEqual([newManager]);
  });

  test('its handler still handles it', async () => {
    await unitEnds();
    expect((await state(open)).handler?.person).toBe(oldManager);
    expect(await listed(personActor(oldManager, []))).toEqual([open]);
  });

  test('the years’ figures follow to where it is today, and stay where they were as it was', async () => {
    await unitEnds();
    expect((await complaints('iof-barn', 'now')).count).toBe(1);
    expect((await complaints('iof-barn', 'then')).count).toBe(null);
    expect((await complaints('afs-norra', 'then')).count).toBe(1);
    expect(ended).not.toBe('');
  });
});
