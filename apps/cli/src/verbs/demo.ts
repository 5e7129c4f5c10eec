import { parseArgs } from 'node:util';
import { loadDemo } from '#demo/demo';
import { config, say, VerbFault, withCore } from '../parts/verb.js';

/** Loads the fictional municipality. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  if (config().production) throw new VerbFault('Demokommunen läggs inte upp med NODE_ENV=production.');
  const { imported, alreadyThere, told } = await withCore('demo', loadDemo);
  say(`Demokommunen: ${imported} ärenden från 2022 och framåt införda, ${alreadyThere} fanns redan, ${told} ärenden i arbete.`);
  return 0;
}
