import { randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { CaseSnapshot } from '#domain/case/snapshot';
import { Temporal } from '#platform/temporal';
import { temporalSetup } from '#workflow-sync/temporal-setup';
import '../test/support/conducting.js';
import { ownHome, ownTemporal, waitFor } from '../test/support/processes.js';
import { workflowBundle } from './bundle.js';
import { caseChanged, ivoWorkflowId, queues, snapshotQuery } from './messages.js';

const home = ownHome();
let server: TestWorkflowEnvironment;
let temporal: Temporal;
let worker: Worker;
let running: Promise<void>;
/** Reports of trouble wait for it: so long a run that is to continue as new does not. */
let mayReport = Promise.resolve();

beforeAll(async () => {
  const own = await ownTemporal(home);
  await own.stop();
  // So few events that a run continues as new soon.
  const extraArgs = ['--dynamic-config-value', 'limit.historyCount.suggestContinueAsNew=30'];
  server = await TestWorkflowEnvironment.createLocal({ server: { executable: { type: 'existing-path', path: own.program }, extraArgs } });
  const namespace = server.namespace ?? 'default';
  temporal = Temporal.open({ address: server.address, namespace, ui: undefined });
  await temporalSetup(temporal);
  const activities = { reportTrouble: async () => mayReport };
  worker = await Worker.create({ connection: server.nativeConnection, namespace, workflowBundle: await workflowBundle(), taskQueue: queues.cases, activities });
  running = worker.run();
}, 90_000);
afterAll(async () => {
  worker?.shutdown();
  await running;
  await temporal?.close();
  await server?.teardown();
  await home.remove();
}, 60_000);

const snapshotOf = (version: number, ivo: CaseSnapshot['ivo'], caseId: string): CaseSnapshot => ({
  caseId,
  version,
  kind: 'lexSarah',
  number: 'S-2026-0001',
  unit: null,
  stage: 'followUp',
  duties: [],
  ivo,
  next: null,
  clockOffset: 0,
});
const handle = (id: string, runId?: string) => server.client.workflow.getHandle(id, runId);
const versionOf = async (id: string) => (await handle(id).query(snapshotQuery))?.version;
const statusIs = (id: string, wanted: string) => waitFor(async () => (await handle(id).describe()).status.name === wanted, 20_000, `${id} ${wanted}`);
const tell = (caseId: string, message: CaseSnapshot | null) =>
  server.client.workflow.signalWithStart('lexSarah', {
    workflowId: `case/${caseId}`,
    taskQueue: queues.cases,
    args: [{ caseId }],
    signal: caseChanged,
    signalArgs: [message as CaseSnapshot],
  });

describe('The workflow of a notification to IVO, and that of its case', () => {
  test('a message that comes while the case’s workflow is about to continue as new reaches the notification too', async () => {
    const caseId = randomUUID();
    const [parent, child] = [`case/${caseId}`, ivoWorkflowId(caseId)];
    const { signaledRunId: runId } = await tell(caseId, snapshotOf(1, 'sent', caseId));
    await waitFor(async () => (await versionOf(child)) === 1, 20_000, 'the notification to begin');
    let report: () => void = () => undefined;
    mayReport = new Promise((resolve) => {
      report = resolve;
    });
    await tell(caseId, null);
    // Until the parent does not pass messages on any more: it waits for its report, to continue as new.
    let version = 1;
    const isPassedOn = async () =>
      waitFor(async () => (await versionOf(child)) === version, 3_000).then(
        () => true,
        () => false,
      );
    do {
      version += 1;
      await tell(caseId, snapshotOf(version, 'sent', caseId));
    } while (version < 40 && (await isPassedOn()));
    expect(version).toBeLessThan(40);
    await tell(caseId, snapshotOf(version + 1, 'closed', caseId));
    await waitFor(async () => (await versionOf(parent)) === version + 1, 20_000, 'the case’s workflow to know');
    report();
    await waitFor(async () => (await handle(parent, runId).describe()).status.name === 'CONTINUED_AS_NEW');
    await statusIs(child, 'COMPLETED');
    expect((await handle(parent, runId).describe()).status.name).toBe('CONTINUED_AS_NEW');
    await statusIs(parent, 'RUNNING');
  }, 120_000);

  test('a notification that nobody knows of any more learns from the next run of its case’s workflow that IVO has closed it', async () => {
    const caseId = randomUUID();
    const [parent, child] = [`case/${caseId}`, ivoWorkflowId(caseId)];
    await tell(caseId, snapshotOf(1, 'sent', caseId));
    await waitFor(async () => (await versionOf(child)) === 1, 20_000, 'the notification to begin');
    await handle(parent).terminate('by hand');
    await tell(caseId, snapshotOf(2, 'closed', caseId));
    await statusIs(child, 'COMPLETED');
    await statusIs(parent, 'RUNNING');
  }, 60_000);
});
