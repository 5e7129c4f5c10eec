import { parseArgs } from 'node:util';
import { retryAll } from '#event-store/parked';
import { say, withCore } from '../parts/verb.js';

/** Has parked streams retried at once. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  await withCore('retry', async (core) => {
    say(`${await retryAll(core.database)} åt sidan, försöks igen nu. Se status om en stund.`);
  });
  return 0;
}
