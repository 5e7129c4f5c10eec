import { agenda } from '#domain/case/agenda';
import type { CaseSnapshot } from '#domain/case/snapshot';
import { Temporal } from '#platform/temporal';
import { snapshotQuery } from '#workflows/messages';
import { startConducting, typesOf } from '../../../test/support/conducting.js';
import { freshCore } from '../../../test/support/core.js';
import { waitFor } from '../../../test/support/processes.js';
import { freshNamespace } from '../../../test/support/services.js';
import { reported, stateOf, walk } from '../../../test/support/walk.js';
import { rehydrate } from './rehydrate.js';
import { allWaiting } from './waiting.js';
import { WorkflowNotifier } from './workflow-notifier.js';

let core: Awaited<ReturnType<typeof freshCore>>;
beforeAll(async () => {
  core = await freshCore();
}, 60_000);
afterAll(async () => {
  await core?.close();
}, 30_000);

/** The agenda again, out of the steps of each duty. */
const itemsOf = ({ duties }: CaseSnapshot) =>
  duties
    .flatMap(({ id: duty, rule, steps }) => steps.map((step) => ({ ...step, duty, rule })))
    .sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));

describe('After a loss of all of Temporal’s data (AC-24)', () => {
  test('every case has the agenda it had, and nothing happens twice', async () => {
    const first = await startConducting(core, await freshNamespace());
    const ids = await Promise.all(
      Array.from({ length: 12 }, (_, n) => reported(core, n % 2 === 0 ? { answer: { by: 'email', to: 'nagon@example.org' } } : {})),
    );
    await walk(core, ids[1] as string, 'followUp');
    await walk(core, ids[3] as string, 'assessing');
    await walk(core, ids[5] as string, 'closed');
    const emailed = ids.filter((_, n) => n % 2 === 0);
    await waitFor(async () => (await Promise.all(emailed.map(async (id) => (await typesOf(core, id)).includes('ReceiptDue')))).every(Boolean));
    await first.stop();
    const before = new Map(await Promise.all(ids.map(async (id) => [id, agenda(await stateOf(core, id))] as const)));
    const position = await core.store.position();

    await core.database.query('DELETE FROM store.waiting');
    const at = await freshNamespace();
    const temporal = Temporal.open({ ...at, ui: undefined });
    expect(await rehydrate(core, new WorkflowNotifier(temporal))).toEqual({ cases: 12, notified: 11, waitForNothing: 1, notifiedRecords: 0, failed: [] });
    expect(await rehydrate(core, new WorkflowNotifier(temporal))).toEqual({ cases: 12, notified: 11, waitForNothing: 1, notifiedRecords: 0, failed: [] });
    const second = await startConducting(core, at);
    for (const id of ids.filter((each) => each !== ids[5])) {
      const known = await waitFor(() => temporal.call((client) => client.workflow.getHandle(`case/${id}`).query(snapshotQuery)));
      expect(itemsOf(known).slice(0, 12)).toEqual(before.get(id)?.slice(0, 12));
    }
    await waitFor(
      async () => (await temporal.call((client) => client.workflow.count("ExecutionStatus = 'Running' AND WorkflowId STARTS_WITH 'case/'"))).count === 11,
    );
    expect((await allWaiting(core.database)).sort()).toEqual(ids.filter((id) => id !== ids[5]).sort());
    await second.stop();
    await temporal.close();
    expect(await core.store.position()).toBe(position);
  }, 120_000);
});
