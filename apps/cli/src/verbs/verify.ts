import { parseArgs } from 'node:util';
import { verify } from '#event-store/verify';
import { say, withCore } from '../verb.js';

/** Checks the chain; 1 and the first position that lies where it doesn't hold. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const verdict = await withCore('verify', ({ database }) => verify(database));
  if (verdict.ok) {
    say(`Händelserna är orörda: ${verdict.events} stycken, kedjans sista länk ${verdict.chain}.`);
    return 0;
  }
  say(`Position ${verdict.position} stämmer inte: ${verdict.what}`);
  return 1;
}
