import { parseArgs } from 'node:util';
import { verify } from '#event-store/verify';
import { verifyAttachments } from '#event-store/verify-attachments';
import { say, withCore } from '../parts/verb.js';

const faults = { changed: 'bilagan är inte den som sparades', gone: 'bilagan är borta och ingen händelse säger varför' } as const;

/** Checks the chain and the attachments in it; 1 and the first position that is not what was recorded. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const { chain, files } = await withCore('verify', async ({ database, seal }) => ({
    chain: await verify(database),
    files: await verifyAttachments(database, seal),
  }));
  if (!chain.ok) {
    say(`Position ${chain.position} stämmer inte: ${chain.what}`);
    return 1;
  }
  if (!files.ok) {
    say(`Position ${files.position} stämmer inte: ${faults[files.what]}`);
    return 1;
  }
  say(`Händelserna är orörda: ${chain.events} stycken, kedjans sista länk ${chain.chain}.`);
  say(`Bilagorna är orörda: ${files.attachments} stycken.`);
  return 0;
}
