import { Client, Connection } from '@temporalio/client';
import { ourDatabase, unique } from '../database.mjs';
import { now, rate, until } from '../measure.mjs';
import { ours } from '../ours.mjs';
import { peer } from '../peers/install.mjs';
import { startProcess } from '../processes.mjs';
import { seed } from '../seed.mjs';

const { rehydrate, WorkflowNotifier, Temporal, temporalSetup } = await ours(
  'libs/workflow-sync/src/rehydrate',
  'libs/workflow-sync/src/workflow-notifier',
  'libs/platform/src/temporal',
  'libs/workflow-sync/src/temporal-setup',
);

/** Every workflow started again from the events, after Temporal's data is gone, with the worker running as in the system. */
export async function rehydrated({ workflows: count }) {
  const database = await ourDatabase('rehydrate');
  const namespace = unique('ns').replaceAll('_', '-');
  const temporal = Temporal.open({ address: process.env.TEMPORAL_ADDRESS, namespace, ui: undefined });
  try {
    await temporalSetup(temporal);
    // received this week and nothing done: each has a reminder to wait for
    await seed(database, { count, days: 3, stories: 200, endedAt: 5 });
    const worker = startProcess('worker', {
      DATABASE_URL: database.appUrl,
      GENSVAR_MASTER_KEY: database.masterKey,
      TEMPORAL_NAMESPACE: namespace,
      GENSVAR_LOG_LEVEL: 'info',
      NODE_ENV: 'development',
    });
    await until(async () => worker.output().includes('worker running'), 60_000, 'the worker');
    const began = now();
    const { notified, failed, runs } = await untilDone(database.core, new WorkflowNotifier(temporal));
    const seconds = (now() - began) / 1_000;
    if (failed > 0) throw new Error(`${failed} cases could not be told`);
    const running = () => temporal.call((client) => client.workflow.count(`ExecutionStatus = 'Running'`)).then((answer) => Number(answer.count));
    await until(async () => (await running()) === notified, 60_000, `${notified} running workflows`);
    await worker.stop();
    return [
      {
        what: `${notified} workflows rehydrated`,
        measure: 'time',
        unit: 's',
        value: seconds,
        better: 'less',
        reach: Math.max(1, 60 * (notified / 5_000)),
        also: `${Math.round(notified / seconds)} a second, worker running; ${count} cases${runs > 1 ? `, run ${runs} times` : ''}`,
        peers: [await peer('bare workflow starts, for as many', async () => notified / (await bareStarts(namespace, Math.min(300, notified))))],
      },
    ];
  } finally {
    await temporal.close();
    await database.drop();
  }
}

/** A busy server ends the run; what was notified stays so, and the operator runs it again. The time is that of all runs. */
async function untilDone(core, notifier) {
  for (let runs = 1; ; runs += 1) {
    try {
      return { ...(await rehydrate(core, notifier)), runs };
    } catch (cause) {
      if (runs === 5) throw cause;
    }
  }
}

/** Starts per second of a workflow without a worker. */
async function bareStarts(namespace, count) {
  const connection = await Connection.connect({ address: process.env.TEMPORAL_ADDRESS });
  try {
    const client = new Client({ connection, namespace });
    const queue = unique('nobody');
    return await rate(count, 32, (n) => client.workflow.start('nobody', { taskQueue: queue, workflowId: `${queue}/${n}` }));
  } finally {
    await connection.close();
  }
}
