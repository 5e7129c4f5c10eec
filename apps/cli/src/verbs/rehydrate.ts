import { parseArgs } from 'node:util';
import { rehydrate } from '#conducting/rehydrate';
import { WorkflowNotifier } from '#conducting/workflow-notifier';
import { Temporal } from '#platform/temporal';
import { say, VerbFault, withCore } from '../verb.js';

/** Starts a workflow for every case that has something to wait for; 1 where a case could not be read. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const began = performance.now();
  const done = await withCore('rehydrate', async (core, config) => {
    if (config.temporal.address === undefined) throw new VerbFault('TEMPORAL_ADDRESS saknas: ange adressen till Temporal.');
    const temporal = Temporal.open(config.temporal);
    try {
      return await rehydrate(core, new WorkflowNotifier(temporal));
    } finally {
      await temporal.close();
    }
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1).replace('.', ',');
  say(
    `${done.cases} ärenden lästa på ${seconds} s: ${done.notified} har sitt arbetsflöde, ${done.waitForNothing} väntar inte på något, ${done.failed} kunde inte läsas.`,
  );
  return done.failed > 0 ? 1 : 0;
}
