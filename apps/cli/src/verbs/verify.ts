import { parseArgs } from 'node:util';
import { verify } from '#event-store/verify';
import { verifyAttachments } from '#event-store/verify-attachments';
import { rowsWithoutWords } from '#event-store/word-index';
import { say, withCore } from '../parts/verb.js';

const faults = { changed: 'bilagan är inte den som sparades', gone: 'bilagan är borta och ingen händelse säger varför' } as const;

/** Checks the chain, the attachments in it, and that the index of words holds none that are gone; 1 and the first position that is not what was recorded. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const { chain, files, unfounded } = await withCore('verify', async ({ database, seal }) => ({
    chain: await verify(database),
    files: await verifyAttachments(database, seal),
    unfounded: await rowsWithoutWords(database),
  }));
  if (!chain.ok) {
    say(`Position ${chain.position} stämmer inte: ${chain.what}`);
    return 1;
  }
  if (!files.ok) {
    say(`Position ${files.position} stämmer inte: ${faults[files.what]}`);
    return 1;
  }
  if (unfounded > 0) {
    say(`Sökregistret har ${unfounded} rader om ord som inte finns kvar.`);
    return 1;
  }
  say(`Händelserna är orörda: ${chain.events} stycken, kedjans sista länk ${chain.chain}.`);
  say(`Bilagorna är orörda: ${files.attachments} stycken.`);
  return 0;
}
