import { parseArgs } from 'node:util';
import { importLines } from '#importing/importer';
import { readLines } from '#importing/read-lines';
import { say, VerbFault, withCore } from '../verb.js';

/** Imports a file; 1 when any line was refused. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { 'dry-run': { type: 'boolean', default: false } } });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new VerbFault('Ange en fil: gensvar import <fil> [--dry-run]');
  const dryRun = values['dry-run'];
  const began = performance.now();
  const { imported, alreadyThere, refused } = await withCore('import', (core) => importLines(core, readLines(file), { dryRun })).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new VerbFault('Filen finns inte.');
    throw error;
  });
  for (const { line, reasons } of refused) say(`rad ${line}: ${reasons.join('; ')}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(1).replace('.', ',');
  say(`${dryRun ? 'Provkörning, ingenting skrevs: ' : ''}${imported + alreadyThere + refused.length} rader på ${seconds} s.`);
  say(`${imported} imported, ${alreadyThere} already there, ${refused.length} refused`);
  return refused.length > 0 ? 1 : 0;
}
