import { parseArgs } from 'node:util';
import { restartWorkflows } from '#workflow-sync/generation';
import { say } from '../parts/verb.js';
import { sayWhatWasDone, withTemporal } from './rehydrate.js';

/** Ends the workflows of all cases and starts them again on the code of this release; 1 where a case could not be read. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const began = performance.now();
  const { ended, ...done } = await withTemporal('restart-workflows', restartWorkflows);
  say(`${ended} arbetsflöden avslutade.`);
  return sayWhatWasDone(done, began);
}
