import { setTimeout as sleep } from 'node:timers/promises';
import { NativeConnection as Native, type NativeConnection, Worker } from '@temporalio/worker';
import type { Core } from '#case-service/core';
import type { CaseSnapshot } from '#domain/case/snapshot';
import { caseStream, uuidOf } from '#domain/ids';
import { smtpPost } from '#notices/mail';
import { MailSender } from '#notices/mail-sender';
import { createLog } from '#platform/log';
import { Temporal } from '#platform/temporal';
import { Conductor, type ConductorOptions } from '#workflow-sync/conductor';
import { isOfCase, snapshotsOf } from '#workflow-sync/snapshots';
import { temporalSetup } from '#workflow-sync/temporal-setup';
import { WorkflowNotifier } from '#workflow-sync/workflow-notifier';
import { workflowBundle } from '#workflows/bundle';
import { queues } from '#workflows/messages';
import { createActivities } from '../../apps/worker/src/activities.js';
import { installRuntime } from '../../apps/worker/src/runtime.js';
import { waitFor } from './processes.js';

export const silent = createLog('test', { logLevel: process.env['GENSVAR_TEST_LOG'] === '1' ? 'debug' : 'silent' });
installRuntime(silent);

/** Activities over a core; mail is sent nowhere unless an address is given. */
export const activitiesOf = (core: Core, smtpUrl = 'smtp://127.0.0.1:1') =>
  createActivities({ core, sender: new MailSender(core, smtpPost(smtpUrl, 'gensvar@kommun.example'), 'http://gensvar.example'), log: silent });

/** Both workers, as apps/worker runs them, on a connection of the caller's. */
export async function startWorkers(core: Core, connection: NativeConnection, namespace: string, smtpUrl?: string): Promise<{ stop(): Promise<void> }> {
  const activities = activitiesOf(core, smtpUrl);
  const common = { connection, namespace, workflowBundle: await workflowBundle() };
  const workers = await Promise.all([queues.cases, queues.effects].map((taskQueue) => Worker.create({ ...common, taskQueue, activities })));
  const running = workers.map((worker) => worker.run());
  return {
    stop: async () => {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await Promise.all(running);
    },
  };
}

/** Conductor and workers for one core and one namespace, in this process. */
export async function startConducting(core: Core, at: { address: string; namespace: string }, options: ConductorOptions & { smtpUrl?: string } = {}) {
  const temporal = Temporal.open({ ...at, ui: undefined });
  await temporalSetup(temporal);
  const notifier = new WorkflowNotifier(temporal);
  const connection = await Native.connect({ address: at.address });
  const workers = await startWorkers(core, connection, at.namespace, options.smtpUrl);
  const conductor = new Conductor(core, notifier, silent, options);
  await conductor.start();
  return {
    temporal,
    notifier,
    conductor,
    stop: async () => {
      await conductor.stop();
      await workers.stop();
      await connection.close();
      await temporal.close();
    },
  };
}

/** How a case stands, as its workflow is told. */
export async function caseSnapshotOf(core: Core, caseId: string): Promise<CaseSnapshot> {
  const { snapshots } = await snapshotsOf(core, [caseStream(caseId)]);
  const [found] = snapshots.filter(isOfCase);
  if (found === undefined) throw new Error('the case was never received');
  return found;
}

/** Types of a case's events, in order. */
export const typesOf = async (core: Core, caseId: string): Promise<string[]> => (await core.store.load(`case/${caseId}`)).map((event) => event.type);

/** Waits until the case has such an event. */
export const eventually = (core: Core, caseId: string, type: string, times = 1, ms = 20_000) =>
  waitFor(async () => (await typesOf(core, caseId)).filter((each) => each === type).length >= times, ms, `${times} ${type}`);

/** People of the scenario in the register, with addresses that do not exist. */
export async function enrol(core: Core, posts: readonly (readonly [name: string, role: string, unit: string])[]): Promise<void> {
  for (const [name, role, unit] of posts) {
    const id = uuidOf('person', name);
    await core.database.query('INSERT INTO store.person (id, login, name, email) VALUES ($1, $2, $2, $3) ON CONFLICT DO NOTHING', [
      id,
      name,
      `${name.toLowerCase()}@kommun.example`,
    ]);
    await core.database.query('INSERT INTO store.post (person, role, unit) VALUES ($1, $2, $3)', [id, role, unit]);
  }
}

export { sleep };
