import { parseArgs } from 'node:util';
import { endWorkflows } from '#conducting/end-workflows';
import { say } from '../verb.js';
import { rehydrated, sayWhatWasDone, withTemporal } from './rehydrate.js';

/** Ends the workflows of all cases and starts them again on the code of this release; 1 where a case could not be read. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const began = performance.now();
  const done = await withTemporal('restart-workflows', async (core, temporal) => {
    say(`${await endWorkflows(temporal)} arbetsflöden avslutade.`);
    return rehydrated(core, temporal);
  });
  return sayWhatWasDone(done, began);
}
