import { randomUUID } from 'node:crypto';
import { visible } from '#domain/case/visible';
import type { Actor } from '#domain/org/actor';
import { recordSight } from '#domain/records/sight';
import { type Change, Live } from '#read-model/live';
import { atOnce } from '../support/at-once.js';
import { freshCore } from '../support/core.js';
import { waitFor } from '../support/processes.js';
import { caughtUp, execute, type Fresh, followStore, reportComplaint } from '../support/read-side.js';
import { organisation, people } from '../support/scenario.js';

let core: Fresh;
let feed: Awaited<ReturnType<typeof followStore>>;
let live: Live;
beforeAll(async () => {
  core = await freshCore();
  feed = await followStore(core);
  live = await Live.open(core.database);
}, 60_000);
afterAll(async () => {
  await live?.close();
  await feed?.stop();
  await core?.close();
}, 30_000);

const seen = (actor: Actor) => {
  const asking = { actor, organisation, today: '2026-11-22' };
  return { cases: visible(actor, organisation, asking.today), record: recordSight(asking) };
};

describe('Changes while a page is open', () => {
  test('are sent by id and code to those who may see the case, and to nobody else', async () => {
    const heard: Record<string, Change[]> = { manager: [], other: [], controller: [] };
    const follow = (name: string, actor: typeof people.manager) =>
      live.follow(
        () => seen(actor),
        (changes) => heard[name]?.push(...changes),
      );
    const stops = [follow('manager', people.manager), follow('other', people.otherManager), follow('controller', people.controller)];
    const { id, number } = await reportComplaint(core, { unit: 'afs-norra' });
    await execute(core, id, { type: 'ClassifyCase', categories: ['treatment'], lawAreas: ['SoL'] });
    await caughtUp(core);
    await waitFor(() => (heard['manager'] ?? []).length > 0 && (heard['controller'] ?? []).length > 0);
    expect(heard['manager']?.at(-1)).toEqual({
      type: 'case',
      id,
      number,
      kind: 'complaint',
      stage: 'received',
      unit: 'afs-norra',
      version: expect.any(Number),
    });
    await core.unitRegisters.attest(people.director, { unit: 'iof', from: '2025-01-01', to: '2026-01-01', kinds: null }, { commandId: randomUUID() });
    await waitFor(() => heard['other']?.some((change) => change.type === 'register'));
    expect(heard['other']).toEqual([{ type: 'register', stream: 'unit/iof' }]);
    stops.forEach((stop) => stop());
  }, 40_000);

  test('a hundred changes at once are sent in messages that fit', async () => {
    const ids = new Set<string>();
    const stop = live.follow(
      () => seen(people.controller),
      (changes) => changes.forEach((change) => change.type === 'case' && ids.add(change.id)),
    );
    await feed.stop();
    const made = await atOnce(4, 320, () => reportComplaint(core));
    feed = await followStore(core);
    await waitFor(() => made.every(({ id }) => ids.has(id)));
    stop();
  }, 60_000);
});
