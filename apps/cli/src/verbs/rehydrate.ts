import { parseArgs } from 'node:util';
import type { Core } from '#case-service/core';
import { Temporal } from '#platform/temporal';
import { type Rehydrated, rehydrate } from '#workflow-sync/rehydrate';
import { WorkflowNotifier } from '#workflow-sync/workflow-notifier';
import { say, VerbFault, withCore } from '../parts/verb.js';

/** Starts a workflow for every case and record that has something to wait for; 1 where one could not be read. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const began = performance.now();
  const done = await withTemporal('rehydrate', (core, temporal) => rehydrate(core, new WorkflowNotifier(temporal)));
  return sayWhatWasDone(done, began);
}

/** Works on the store and on Temporal, and closes both. */
export function withTemporal<T>(verb: string, work: (core: Core, temporal: Temporal) => Promise<T>): Promise<T> {
  return withCore(verb, async (core, config) => {
    if (config.temporal.address === undefined) throw new VerbFault('TEMPORAL_ADDRESS saknas: ange adressen till Temporal.');
    const temporal = Temporal.open(config.temporal);
    try {
      return await work(core, temporal);
    } finally {
      await temporal.close();
    }
  });
}

/** The exit status with it. */
export function sayWhatWasDone(done: Rehydrated, began: number): number {
  const seconds = ((performance.now() - began) / 1000).toFixed(1).replace('.', ',');
  say(
    `${done.cases} ärenden lästa på ${seconds} s: ${done.notified} har sitt arbetsflöde, ${done.waitForNothing} väntar inte på något, ${done.failed.length} kunde inte läsas.`,
  );
  if (done.notifiedRecords > 0) say(`${done.notifiedRecords} risker och andra poster har sitt arbetsflöde.`);
  for (const stream of done.failed) say(`Kunde inte läsas: ${stream}`);
  return done.failed.length > 0 ? 1 : 0;
}
