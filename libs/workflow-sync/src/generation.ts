import type { Core } from '#case-service/core';
import type { Tx } from '#platform/database';
import type { Log } from '#platform/log';
import type { Temporal } from '#platform/temporal';
import { generation } from '#workflows/messages';
import { endWorkflows, runningOfCases } from './end-workflows.js';
import { rehydrate } from './rehydrate.js';
import { WorkflowNotifier } from './workflow-notifier.js';

/** Of workflows that ran before generations were recorded. */
const UNRECORDED = 1;
const DEADLINE_MS = 10_000;

/** Whether running workflows of cases were started by an earlier generation of their code, as the conductor last found. @throws DatabaseFault */
export async function isOutdated(database: Tx): Promise<boolean> {
  const recorded = await recordedGeneration(database);
  return recorded !== null && recorded !== generation;
}

/**
 * Compares the workflows that run with the code, before anything is sent to them. Where none runs, the code's generation is recorded. Answers whether
 * those that run are outdated. @throws ServiceError where Temporal is away @throws DatabaseFault
 */
export async function compareGeneration(database: Tx, temporal: Temporal): Promise<boolean> {
  const recorded = await recordedGeneration(database);
  if (recorded === generation) return false;
  const { count } = await temporal.call((client) => client.workflow.count(runningOfCases), DEADLINE_MS);
  await record(database, count === 0 ? generation : (recorded ?? UNRECORDED));
  return count > 0;
}

/** Ends every workflow of a case and starts those that wait again, on the code of this release. @throws ServiceError where Temporal is away */
export async function restartWorkflows(core: Core, temporal: Temporal) {
  const ended = await endWorkflows(temporal, core.database);
  const done = await rehydrate(core, new WorkflowNotifier(temporal));
  await record(core.database, generation);
  return { ended, ...done };
}

/**
 * At the conductor's start: outdated workflows are restarted in the demo. In production they are reported, since workers of the release
 * before may still run: an operator restarts them when all have been exchanged. @throws ServiceError where Temporal is away
 */
export async function bringToGeneration(core: Core, temporal: Temporal, { log, demo }: { readonly log: Log; readonly demo: boolean }): Promise<void> {
  if (!(await compareGeneration(core.database, temporal))) return;
  if (!demo) return log.error('workflows of an earlier release run and nobody is reminded: run `gensvar restart-workflows` once');
  const { ended, notified } = await restartWorkflows(core, temporal);
  log.info({ ended, notified }, 'workflows of an earlier release were restarted');
}

async function recordedGeneration(database: Tx): Promise<number | null> {
  const [row] = await database.query<{ generation: number }>('SELECT generation FROM store.workflow_generation');
  return row?.generation ?? null;
}

async function record(database: Tx, value: number): Promise<void> {
  await database.query('INSERT INTO store.workflow_generation (generation) VALUES ($1) ON CONFLICT (one) DO UPDATE SET generation = excluded.generation', [
    value,
  ]);
}
