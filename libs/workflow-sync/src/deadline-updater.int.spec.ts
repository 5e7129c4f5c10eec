import type { CaseSnapshot } from '#domain/case/snapshot';
import { stockholmDate } from '#domain/law/calendar';
import { organisationChanges } from '#organisation/change.schema';
import { STREAM } from '#organisation/changes';
import { reorganise } from '#organisation/reorganise';
import { snapshotQuery } from '#workflows/messages';
import { silent, startConducting } from '../../../test/support/conducting.js';
import { freshCore } from '../../../test/support/core.js';
import { waitFor } from '../../../test/support/processes.js';
import { freshNamespace } from '../../../test/support/services.js';
import { reported, stateOf, walk } from '../../../test/support/walk.js';
import { DeadlineUpdater } from './deadline-updater.js';

let core: Awaited<ReturnType<typeof freshCore>>;
let running: Awaited<ReturnType<typeof startConducting>>;
let updater: DeadlineUpdater;
beforeAll(async () => {
  core = await freshCore();
  running = await startConducting(core, await freshNamespace());
  updater = new DeadlineUpdater(core, silent);
  await updater.start();
}, 90_000);
afterAll(async () => {
  await updater?.stop();
  await running?.stop();
  await core?.close();
}, 60_000);

const RULE = 'LOK-KLAG-SVAR';
const now = () => core.clock.now().toISOString();
const known = (id: string): Promise<CaseSnapshot | null> =>
  running.temporal.call((client) => client.workflow.getHandle(`case/${id}`).query(snapshotQuery), 20_000);
const answerOf = async (id: string) => (await stateOf(core, id)).duties.find(({ rule }) => rule === RULE);
const reminders = (snapshot: CaseSnapshot | null | undefined) => snapshot?.duties.find(({ rule }) => rule === RULE)?.steps.map(({ at }) => at) ?? [];
const set = (change: Record<string, unknown>) => reorganise(core, organisationChanges.parse({ changes: [change] }).changes, 'operator', now());

describe('R-168 A deadline of the municipality’s own that is changed (docs/decisions/0031)', () => {
  test('moves what runs, in the log and in the workflow, once; closed cases and new ones have no event of it', async () => {
    const [open, done] = [await reported(core), await reported(core)];
    await walk(core, done, 'closed');
    const [before, closedAt] = [await answerOf(open), (await stateOf(core, done)).version];
    const first = await waitFor(async () => ((await known(open))?.version === (await stateOf(core, open)).version ? known(open) : undefined), 20_000);
    await set({ do: 'setDeadline', rule: RULE, period: 'P15BD', from: stockholmDate(now()) });
    const moved = await waitFor(async () => ((await answerOf(open))?.dueAt !== before?.dueAt ? answerOf(open) : undefined), 20_000);
    expect(moved).toMatchObject({ period: 'P15BD', recalculated: 1, startedAt: before?.startedAt });
    expect(String(moved?.dueAt) > String(before?.dueAt)).toBe(true);
    const then = await waitFor(async () => ((await known(open))?.version === (await stateOf(core, open)).version ? known(open) : undefined), 20_000);
    expect(reminders(then)).not.toEqual(reminders(first));
    expect(reminders(then).at(-1)).toBe(reminders(await known(open)).at(-1));
    expect(reminders(then).some((at) => at > String(before?.dueAt))).toBe(true);
    const events = await core.store.load(`case/${open}`);
    expect(events.filter(({ type }) => type === 'DeadlineRecalculated')).toMatchObject([
      { actor: 'system', open: { why: 'setting', old: before?.dueAt, new: moved?.dueAt } },
    ]);
    expect((await stateOf(core, done)).version).toBe(closedAt);

    const position = await core.store.position();
    await updater.handle(await core.store.load(STREAM));
    expect(await core.store.position()).toBe(position);
    const later = await reported(core);
    expect(await answerOf(later)).toMatchObject({ period: 'P15BD', recalculated: 0 });
  }, 90_000);
});
