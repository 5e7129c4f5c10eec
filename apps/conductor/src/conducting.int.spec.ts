import { readConfig } from '#platform/config';
import { Temporal } from '#platform/temporal';
import { isOutdated } from '#workflow-sync/generation';
import { rehydrate } from '#workflow-sync/rehydrate';
import { temporalSetup } from '#workflow-sync/temporal-setup';
import { WorkflowNotifier } from '#workflow-sync/workflow-notifier';
import { silent } from '../../../test/support/conducting.js';
import { freshCore } from '../../../test/support/core.js';
import { waitFor } from '../../../test/support/processes.js';
import { freshNamespace } from '../../../test/support/services.js';
import { reported } from '../../../test/support/walk.js';
import { Conducting } from './conducting.js';

let ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.toReversed()) await end();
  ends = [];
}, 60_000);

/** A home where an earlier release ran: a case with its workflow. Then this release's conductor starts on it. */
async function startedOnAnOldHome(demo: '0' | '1') {
  const core = await freshCore();
  const at = await freshNamespace();
  const temporal = Temporal.open({ ...at, ui: undefined });
  ends = [() => core.close(), () => temporal.close()];
  await temporalSetup(temporal);
  const id = await reported(core);
  await rehydrate(core, new WorkflowNotifier(temporal));
  const runOf = () => temporal.call(async (client) => (await client.workflow.getHandle(`case/${id}`).describe()).runId, 20_000);
  const before = await runOf();
  await core.database.query('INSERT INTO store.workflow_generation (generation) VALUES (1)');
  await waitFor(async () => (await temporal.call((client) => client.workflow.count(`WorkflowId = 'case/${id}'`))).count === 1, 20_000, 'it to be listed');
  const env = { GENSVAR_DEMO: demo, DATABASE_URL: core.appUrl, GENSVAR_MASTER_KEY: core.masterKey };
  const conducting = new Conducting({ core, config: readConfig({ ...env, TEMPORAL_ADDRESS: at.address, TEMPORAL_NAMESPACE: at.namespace }), log: silent });
  await conducting.start();
  ends.push(() => conducting.stop());
  const led = async () =>
    (await core.database.query(`SELECT FROM store.subscriptions WHERE name = 'conductor' AND lease_until > clock_timestamp()`)).length > 0;
  await waitFor(led, 30_000, 'the conductor to follow the log');
  return { restarted: (await runOf()) !== before, outdated: await isOutdated(core.database) };
}

describe('The conductor’s start on a home of an earlier release', () => {
  test('restarts the workflows of a demo before it follows the log', async () => {
    expect(await startedOnAnOldHome('1')).toEqual({ restarted: true, outdated: false });
  }, 90_000);

  test('follows the log in production too, and leaves the workflows to the operator', async () => {
    expect(await startedOnAnOldHome('0')).toEqual({ restarted: false, outdated: true });
  }, 90_000);
});
