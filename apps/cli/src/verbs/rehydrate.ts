import { parseArgs } from 'node:util';
import type { Core } from '#case-service/core';
import { Temporal } from '#platform/temporal';
import { notifyAllRecords } from '#workflow-sync/record-conductor';
import { type Rehydrated, rehydrate } from '#workflow-sync/rehydrate';
import { WorkflowNotifier } from '#workflow-sync/workflow-notifier';
import { say, VerbFault, withCore } from '../parts/verb.js';

/** Starts a workflow for every case that has something to wait for; 1 where a case could not be read. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const began = performance.now();
  const done = await withTemporal('rehydrate', rehydrated);
  return sayWhatWasDone(done, began);
}

/** Cases and other records: those that wait for something get their workflow. */
export async function rehydrated(core: Core, temporal: Temporal): Promise<Rehydrated> {
  const notifier = new WorkflowNotifier(temporal);
  const done = await rehydrate(core, notifier);
  const { notified, failed } = await notifyAllRecords(core, notifier);
  if (notified > 0) say(`${notified} risker och andra poster har sitt arbetsflöde.`);
  return { ...done, failed: done.failed + failed.length };
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
    `${done.cases} ärenden lästa på ${seconds} s: ${done.notified} har sitt arbetsflöde, ${done.waitForNothing} väntar inte på något, ${done.failed} kunde inte läsas.`,
  );
  return done.failed > 0 ? 1 : 0;
}
