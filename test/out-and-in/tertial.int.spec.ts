import { runReport } from '#read-model/reports/run';
import { freshCore } from '../support/core.js';
import { caughtUp, type Fresh, followStore, reportComplaint } from '../support/read-side.js';
import { does, reported, walk } from '../support/walk.js';

let core: Fresh;
let feed: Awaited<ReturnType<typeof followStore>>;
// Each has its own, since time only moves forward.
beforeEach(async () => {
  core = await freshCore();
  feed = await followStore(core);
}, 60_000);
afterEach(async () => {
  expect(feed?.faults).toEqual([]);
  await feed?.stop();
  await core?.close();
}, 30_000);

const T1 = { unit: 'namnd', from: '2027-01-01', to: '2027-05-01' };
const T2 = { unit: 'namnd', from: '2027-05-01', to: '2027-09-01' };
const run = (id: string, query: object) => runReport({ database: core.database, store: core.store }, id, query, core.clock.now().toISOString());
const at = (instant: string) => core.clock.advance(Date.parse(instant) - core.clock.now().getTime());

describe('Tertials', () => {
  test('AC-53 R-158 what came in on 30 April is of the first, what came in on 1 May of the second, by the day in Sweden', async () => {
    await at('2027-05-03T08:00:00Z');
    const deviation = { kind: 'deviation', opinionType: null, source: 'staff', lawAreas: ['SoL'], deviationType: 'fall', eventClass: 'nearMiss' };
    // A quarter of an hour on each side of midnight: still 30 April in UTC both times.
    await reportComplaint(core, { ...deviation, receivedAt: '2027-04-30T21:45:00Z' });
    await reportComplaint(core, { ...deviation, receivedAt: '2027-04-30T22:15:00Z' });
    await caughtUp(core);
    for (const tertial of [T1, T2]) expect((await run('deviations-by-type', tertial)).totals.count).toBe(1);
  }, 60_000);

  test('AC-53 R-172 actions due for the first tertial’s cases are shown as they were at the end of each', async () => {
    await at('2027-05-03T08:00:00Z');
    const id = await reported(core, { receivedAt: '2027-04-20T08:00:00Z' });
    await walk(core, id, 'assessing');
    const plan = { area: 'routines', horizon: 'shortTerm', dueAt: '2027-06-30T21:59:59.000Z', what: 'Ny rutin.', howJudged: 'Stickprov i en månad.' } as const;
    await does(core, id, { type: 'PlanAction', ...plan });
    await caughtUp(core);
    await at('2027-06-10T08:00:00Z');
    const state = await core.cases.load(id);
    const action = state.exists ? state.remedy.actions[0] : undefined;
    await does(core, id, { type: 'ChangeAction', actionId: action?.actionId, status: 'done' });
    await caughtUp(core);
    const standing = async (asOf: string) => (await run('actions', { ...T1, asOf })).columnTotals;
    // The plan was made on 3 May: at the end of April there was none, and an unattested none is not shown as zero.
    expect(await standing('2027-04-30')).toMatchObject({ planned: null, done: null });
    expect(await standing('2027-05-31')).toMatchObject({ planned: 1, done: null });
    expect(await standing('2027-08-31')).toMatchObject({ planned: null, done: 1 });
  }, 60_000);
});
