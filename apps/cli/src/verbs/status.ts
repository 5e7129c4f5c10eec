import { parseArgs } from 'node:util';
import type { Core } from '#case-service/core';
import { recordTypes } from '#domain/record-types';
import { parked } from '#event-store/parked';
import type { Config } from '#platform/config';
import { Temporal } from '#platform/temporal';
import { projectionHealth } from '#read-model/health';
import { isOutdated } from '#workflow-sync/generation';
import { dueBefore } from '../parts/due.js';
import { say, withCore } from '../parts/verb.js';

/** What the system holds; `--line` is the line that npm start prints. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { line: { type: 'boolean', default: false } } });
  await withCore('status', async (core, config) => {
    const [cases, workflows, due] = await Promise.all([caseCount(core), runningWorkflows(config), dueBefore(core, core.clock.now().toISOString())]);
    if (!values.line) for (const line of await details(core)) say(line);
    say(`${cases} cases, ${workflows ?? 'unknown'} workflows, ${due} reminders due while away`);
  });
  return 0;
}

/** Numbers are gap-free and one per case, so the series say how many cases there are without reading them. Records have series of their own. */
async function caseCount({ database }: Core): Promise<number> {
  const [row] = await database.query<{ n: number }>('SELECT coalesce(sum(last), 0)::int AS n FROM store.numbers WHERE series <> ALL($1)', [
    recordTypes.map(({ series }) => series),
  ]);
  return row?.n ?? 0;
}

/** Null where Temporal does not answer: unknown is not none. */
async function runningWorkflows({ temporal: settings }: Config): Promise<number | null> {
  if (settings.address === undefined) return null;
  const temporal = Temporal.open(settings);
  const query = "ExecutionStatus = 'Running' AND WorkflowId STARTS_WITH 'case/'";
  try {
    return await temporal
      .call((client) => client.workflow.count(query))
      .then(
        ({ count }) => count,
        () => null,
      );
  } finally {
    await temporal.close();
  }
}

async function details({ database, store }: Core): Promise<readonly string[]> {
  const { lagEvents, parked: aside, position, updatedAt } = await projectionHealth(database);
  const stages = await database.query<{ stage: string; n: number }>('SELECT stage, count(*)::int AS n FROM read.case_list GROUP BY stage ORDER BY n DESC');
  const subscriptions = await database.query<{ name: string; position: number }>('SELECT name, position FROM store.subscriptions ORDER BY name');
  const parkedStreams = await parked(database);
  return [
    `Händelser: ${await store.position()}`,
    `Siffrorna står på position ${position} (${lagEvents} händelser efter, ${aside} ärenden åt sidan), senast uppdaterade ${updatedAt ?? 'aldrig'}`,
    `Skeden: ${stages.map(({ stage, n }) => `${stage} ${n}`).join(', ') || 'inga ärenden'}`,
    ...subscriptions.map(({ name, position: at }) => `Prenumeration ${name}: position ${at}`),
    ...((await isOutdated(database)) ? ['Arbetsflöden från en tidigare utgåva kör: kör `npm run gensvar -- restart-workflows` en gång'] : []),
    ...parkedStreams.map(({ subscription, stream, errorCode }) => `Åt sidan hos ${subscription}: ${stream} (${errorCode})`),
  ];
}
