import type { ExistingCase } from '#domain/case/case';
import { visible } from '#domain/case/visible';
import { type CaseItem, workList, workListQuery } from '#read-model/work-list';
import { freshCore } from '../support/core.js';
import { caughtUp, execute, type Fresh, followStore, importComplaint, reportComplaint } from '../support/read-side.js';
import { organisation, people } from '../support/scenario.js';

let core: Fresh;
let feed: Awaited<ReturnType<typeof followStore>>;
let first: Awaited<ReturnType<typeof reportComplaint>>;
const all = visible(people.controller, organisation, '2026-11-22');
const list = (query: Record<string, unknown> = {}, filter = all, now = core.clock.now().toISOString()) =>
  workList(core.database, filter, workListQuery.parse(query), now);
const numbers = async (query: Record<string, unknown>) => (await list(query)).items.map(({ number }) => number).sort();

beforeAll(async () => {
  core = await freshCore();
  feed = await followStore(core);
  first = await reportComplaint(core, { unit: 'afs-norra', categories: ['treatment'], receivedAt: '2026-11-02T10:00:00.000Z' });
  await reportComplaint(core, { unit: 'iof-barn', source: 'staff', receivedAt: '2026-11-03T10:00:00.000Z' });
  await reportComplaint(core, { unit: null });
  await importComplaint(core, { unit: 'afs-sodra', receivedAt: '2023-01-15T10:00:00.000Z', number: 'KLA-2023-0007', diaryNumber: 'SON-2023-88' });
  await execute(core, first.id, { type: 'AssignCase', person: people.manager.person });
  await caughtUp(core);
}, 60_000);
afterAll(async () => {
  expect(feed?.faults).toEqual([]);
  await feed?.stop();
  await core?.close();
}, 30_000);

describe('The work list', () => {
  test('has the soonest due first, so that late ones are on top, and ended ones last', async () => {
    const { items, total, page } = await list();
    expect([total, page]).toEqual([4, 1]);
    const dues = items.map((item: CaseItem) => item.nextDue ?? '9999');
    expect(dues).toEqual([...dues].sort());
    expect(items.at(-1)).toMatchObject({ number: 'KLA-2023-0007', stage: 'closed', nextDue: null, late: false });
    expect(items[0]).toMatchObject({ nextRule: expect.any(String), nextBasis: expect.stringMatching(/law|local|authority/) });
  }, 60_000);

  test('where law gives no date, the day that is shown is the municipality’s own target and never the law’s', async () => {
    const open = (await list()).items.filter(({ nextDue }) => nextDue !== null);
    for (const { id, nextDue, nextBasis } of open) {
      const state = (await core.cases.load(id)) as ExistingCase;
      const duty = state.duties.find((row) => row.closed === null && (row.dueAt ?? row.targetAt) === nextDue);
      expect([id, nextBasis]).toEqual([id, duty?.dueAt === null ? 'local' : duty?.basis]);
    }
    // New ones wait for the first assessment, for which the law names no day.
    expect(open.map(({ nextRule }) => nextRule)).toContain('LOK-KLAG-BEKRAFTA');
  }, 60_000);

  test('a date that has passed makes a case late, by the clock of the one who asks', async () => {
    const later = await list({ overdue: 'true' }, all, '2030-01-01T00:00:00.000Z');
    expect(later.total).toBe(3);
    expect(later.items.every(({ late }) => late)).toBe(true);
    expect((await list({ overdue: '0' }, all, '2030-01-01T00:00:00.000Z')).items.map(({ number }) => number)).toEqual(['KLA-2023-0007']);
    expect((await list({ due: '2026-11-01' })).total).toBe(0);
  }, 60_000);

  test('a unit includes everything below it, and cases without a unit can be asked for too', async () => {
    expect(await numbers({ unit: 'afs' })).toEqual([first.number, 'KLA-2023-0007'].sort());
    expect((await list({ unit: 'namnd' })).total).toBe(3);
    expect((await list({ unit: 'none' })).total).toBe(1);
  }, 60_000);

  test('by stage, handler and kind', async () => {
    expect((await list({ stage: 'open' })).total).toBe(3);
    expect(await numbers({ stage: 'closed' })).toEqual(['KLA-2023-0007']);
    expect(await numbers({ handler: people.manager.person })).toEqual([first.number]);
    expect((await list({ handler: 'none' })).total).toBe(2);
    expect((await list({ kind: 'lexSarah' })).total).toBe(0);
    expect((await list({ kind: '', stage: '', q: '' })).total).toBe(4);
  }, 60_000);

  test('q finds numbers, diary numbers, units and codes by their Swedish names, never words', async () => {
    expect(await numbers({ q: '2023-0007' })).toEqual(['KLA-2023-0007']);
    expect(await numbers({ q: 'kla-2023' })).toEqual(['KLA-2023-0007']);
    expect(await numbers({ q: 'SON-2023-88' })).toEqual(['KLA-2023-0007']);
    expect(await numbers({ q: 'norra' })).toEqual([first.number]);
    expect(await numbers({ q: 'bemötande' })).toEqual([first.number]);
    expect((await list({ q: 'medarbetare mottagen' })).total).toBe(1);
    expect((await list({ q: 'Hemtjänsten kom' })).total).toBe(0);
    expect((await list({ q: '%' })).total).toBe(0);
  }, 60_000);

  test('sorted by number or by day received, a page at a time', async () => {
    expect((await list({ sort: 'received' })).items[0]?.number).toBe('KLA-2023-0007');
    expect((await list({ sort: '-number' })).items.at(-1)?.number).toBe('KLA-2023-0007');
    expect(await list({ page: '2' })).toMatchObject({ items: [], total: 4, page: 2 });
  }, 60_000);

  test('shows nothing to the public', async () => {
    expect(await list({}, visible(people.anonymous, organisation, '2026-11-22'))).toMatchObject({ items: [], total: 0 });
  }, 60_000);
});
