import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { now, percentile, sleep, until } from '../measure.mjs';
import { ours } from '../ours.mjs';
import { atRest, serverPid, useOf } from './use.mjs';

const { rehydrate, WorkflowNotifier, Temporal, allWaiting, workflowIdOf } = await ours(
  'libs/workflow-sync/src/rehydrate',
  'libs/workflow-sync/src/workflow-notifier',
  'libs/platform/src/temporal',
  'libs/workflow-sync/src/waiting',
  'libs/domain/src/ids',
);
const SAMPLE = 200;
/** Started, signalled, a task scheduled. */
const STARTED = 3;
const PATIENCE_MS = 900_000;
/** What runs beside a case (a notification to IVO) is not counted: it is part of what a case costs. */
const ofCases = `ExecutionStatus = 'Running' AND WorkflowId STARTS_WITH 'case/'`;

/**
 * Starts a workflow for every open case that waits for something, with the worker running: the cost in time, on Temporal's disk, and in
 * processor and memory of the worker and of Temporal.
 */
export async function workflows({ ground, core }) {
  const temporal = Temporal.open({ address: process.env.TEMPORAL_ADDRESS, namespace: ground.env.TEMPORAL_NAMESPACE, ui: undefined });
  try {
    const worker = ground.begin('worker').pid;
    const server = serverPid();
    // It makes the bundle and starts its threads before it is at rest.
    await atRest(worker);
    const before = { worker: useOf(worker), server: useOf(server) };
    const bytes = diskOf();
    const began = now();
    const { notified, waitForNothing, failed, runs } = await untilDone(core, new WorkflowNotifier(temporal));
    const seconds = (now() - began) / 1_000;
    if (failed > 0) throw new Error(`${failed} cases could not be told`);
    const running = () => temporal.call((client) => client.workflow.count(ofCases), 10_000).then(({ count }) => Number(count));
    await until(async () => (await running()) === notified, PATIENCE_MS, `${notified} running workflows`);
    const sample = spread(await allWaiting(core.database), SAMPLE);
    const histories = await settled(temporal, sample);
    const settledAfter = (now() - began) / 1_000;
    await atRest(worker);
    const after = { worker: useOf(worker), server: useOf(server) };
    const grown = bytes === null ? null : diskOf() - bytes;
    const also = `the ${waitForNothing} others, the closed ones among them, start none${runs > 1 ? `; run ${runs} times` : ''}`;
    return [
      {
        what: `${notified} workflows rehydrated`,
        measure: 'time',
        unit: 's',
        value: seconds,
        better: 'less',
        reach: Math.max(1, 60 * (notified / 5_000)),
        also,
      },
      {
        what: '· starts a second',
        measure: 'rate',
        unit: '/s',
        value: notified / seconds,
        better: 'more',
        also: `every first task done ${(settledAfter - seconds).toFixed(1)} s after the last start`,
      },
      {
        what: 'an open case on Temporal’s disk',
        measure: 'mean',
        unit: 'KB',
        value: grown === null ? null : grown / notified / 1_024,
        better: 'less',
        also: diskSays(grown),
      },
      ...perHistory(histories),
      ...perStart(before, after, notified),
    ];
  } finally {
    await temporal.close();
  }
}

function perHistory(histories) {
  const [lengths, sizes] = [histories.map(({ historyLength }) => historyLength), histories.map(({ historySize }) => historySize)];
  const row = { measure: 'p50', better: 'less' };
  return [
    {
      ...row,
      what: '· events in its history',
      unit: 'events',
      value: percentile(lengths, 0.5),
      also: `${histories.length} looked at, ${Math.max(...lengths)} at most`,
    },
    {
      ...row,
      what: '· size of its history',
      unit: 'KB',
      value: percentile(sizes, 0.5) / 1_024,
      also: `${(Math.max(...sizes) / 1_024).toFixed(1)} KB at most, of the 50 MB that Temporal lets one be`,
    },
  ];
}

/** A busy server ends the run; what was notified stays so, and the operator runs it again. */
async function untilDone(core, notifier) {
  for (let runs = 1; ; runs += 1) {
    try {
      return { ...(await rehydrate(core, notifier)), runs };
    } catch (cause) {
      if (runs === 5) throw cause;
    }
  }
}

/** Processor time and memory, where the machine says them (Linux). */
function perStart(before, after, count) {
  const row = { better: 'less', unit: 'ms', measure: 'mean' };
  return ['worker', 'server'].flatMap((name) => {
    if (before[name] === null || after[name] === null) return [];
    const who = name === 'worker' ? 'the worker' : 'Temporal';
    const cpu = (after[name].cpuMs - before[name].cpuMs) / count;
    const [from, to] = [before[name].memoryMb, after[name].memoryMb];
    return [
      { ...row, what: `· processor of ${who} a start`, value: cpu },
      { ...row, what: `· memory of ${who} then`, unit: 'MB', measure: 'at rest', value: to, also: `${from.toFixed(0)} MB before` },
    ];
  });
}

/** Their histories once each has done its first task, which sets its timer: by then three events have become more. */
async function settled(temporal, ids) {
  for (const end = now() + PATIENCE_MS; now() < end; await sleep(1_000)) {
    const found = [];
    for (const id of ids) found.push(await temporal.call((client) => client.workflow.getHandle(workflowIdOf(id)).describe(), 10_000));
    const histories = found.map(({ historyLength, historySize }) => ({ historyLength, historySize: Number(historySize ?? 0) }));
    if (histories.every(({ historyLength }) => historyLength > STARTED)) return histories;
  }
  throw new Error('the worker did not come through the first tasks');
}

const spread = (list, most) => list.filter((_, n) => n % Math.max(1, Math.floor(list.length / most)) === 0).slice(0, most);

/** Bytes of Temporal's file in this home, including its write-ahead log; null where it is another server. */
function diskOf() {
  const home = process.env.GENSVAR_HOME ?? '.gensvar';
  const [run, file] = [join(home, 'run.json'), join(home, 'data', 'temporal', 'temporal.db')];
  if (!existsSync(run) || !existsSync(file)) return null;
  const { ports } = JSON.parse(readFileSync(run, 'utf8'));
  if (process.env.TEMPORAL_ADDRESS !== `127.0.0.1:${ports?.temporal}`) return null;
  return [file, `${file}-wal`].filter((path) => existsSync(path)).reduce((sum, path) => sum + statSync(path).size, 0);
}

const diskSays = (grown) => (grown === null ? 'not measured: not a server of this home' : `its file grew by ${Math.round(grown / 2 ** 20)} MB`);
