import { pino } from 'pino';
import { Temporal } from '#platform/temporal';
import { silent } from '../../../test/support/conducting.js';
import { freshCore } from '../../../test/support/core.js';
import { waitFor } from '../../../test/support/processes.js';
import { freshNamespace } from '../../../test/support/services.js';
import { reported } from '../../../test/support/walk.js';
import { runningOfCases } from './end-workflows.js';
import { bringToGeneration, compareGeneration, isOutdated, restartWorkflows } from './generation.js';
import { rehydrate } from './rehydrate.js';
import { temporalSetup } from './temporal-setup.js';
import { WorkflowNotifier } from './workflow-notifier.js';

let core: Awaited<ReturnType<typeof freshCore>>;
let temporal: Temporal;
beforeEach(async () => {
  core = await freshCore();
  temporal = Temporal.open({ ...(await freshNamespace()), ui: undefined });
  await temporalSetup(temporal);
}, 60_000);
afterEach(async () => {
  await temporal?.close();
  await core?.close();
}, 30_000);

const runOf = (id: string) => temporal.call(async (client) => (await client.workflow.getHandle(`case/${id}`).describe()).runId, 20_000);

/** A case whose workflow was started before generations were recorded, as in an old home. No worker: what matters is that it runs. */
async function startedBefore(): Promise<{ id: string; run: string }> {
  const id = await reported(core);
  await rehydrate(core, new WorkflowNotifier(temporal));
  const running = () => temporal.call((client) => client.workflow.count(runningOfCases), 20_000);
  await waitFor(async () => (await running()).count === 1, 20_000, 'the workflow to be listed');
  return { id, run: await runOf(id) };
}

describe('Workflows that an earlier release started', () => {
  test('are restarted by the conductor of the demo at its start, and by no later start', async () => {
    const { id, run } = await startedBefore();
    await bringToGeneration(core, temporal, { log: silent, demo: true });
    const restarted = await runOf(id);
    expect(restarted).not.toBe(run);
    expect(await isOutdated(core.database)).toBe(false);
    await bringToGeneration(core, temporal, { log: silent, demo: true });
    expect(await runOf(id)).toBe(restarted);
  }, 60_000);

  test('are left running in production, where the log names the command that restarts them', async () => {
    const { id, run } = await startedBefore();
    const lines: string[] = [];
    await bringToGeneration(core, temporal, { log: pino({ level: 'error' }, { write: (line: string) => lines.push(line) }), demo: false });
    expect(await runOf(id)).toBe(run);
    expect(lines).toEqual([expect.stringContaining('run `gensvar restart-workflows` once')]);
    expect(await isOutdated(core.database)).toBe(true);
    expect(await restartWorkflows(core, temporal)).toMatchObject({ ended: 1, notified: 1, failed: [] });
    expect(await isOutdated(core.database)).toBe(false);
  }, 60_000);

  test('are none on a new system: what it starts later is of its own generation', async () => {
    expect(await compareGeneration(core.database, temporal)).toBe(false);
    await startedBefore();
    expect(await compareGeneration(core.database, temporal)).toBe(false);
  }, 60_000);

  test('and a recorded generation that is not the code’s: outdated while any runs, current when none does', async () => {
    await core.database.query('INSERT INTO store.workflow_generation (generation) VALUES (1)');
    const { id } = await startedBefore();
    expect(await compareGeneration(core.database, temporal)).toBe(true);
    await temporal.call((client) => client.workflow.getHandle(`case/${id}`).terminate('by hand'), 20_000);
    await waitFor(async () => !(await compareGeneration(core.database, temporal)), 20_000, 'none to run');
    expect(await isOutdated(core.database)).toBe(false);
  }, 60_000);
});
