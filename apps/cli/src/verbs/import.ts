import { parseArgs } from 'node:util';
import { importLines } from '#importing/importer';
import { type Place, type ReadFile, readImport } from '#importing/read-file';
import { say, VerbFault, withCore } from '../parts/verb.js';

/** Imports a file; 1 when any row, or the whole file, was refused. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { 'dry-run': { type: 'boolean', default: false } } });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new VerbFault('Ange en fil: gensvar import <fil> [--dry-run]');
  const dryRun = values['dry-run'];
  const began = performance.now();
  const file = await read(path);
  if ('faults' in file) return refuseWhole(file);
  if (file.encoding !== 'UTF-8') say(`Filen är läst som ${file.encoding}.`);
  const { imported, alreadyThere, refused } = await withCore('import', (core) => importLines(core, file.lines, { dryRun }));
  for (const { reasons, ...place } of refused) say(`${rowAt(place)}: ${reasons.join('; ')}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(1).replace('.', ',');
  say(`${dryRun ? 'Provkörning, ingenting skrevs: ' : ''}${imported + alreadyThere + refused.length} rader på ${seconds} s.`);
  say(`${imported} imported, ${alreadyThere} already there, ${refused.length} refused`);
  return refused.length > 0 ? 1 : 0;
}

/** The fault is the file's, so none of its rows is written and the corrected file can be given again. */
function refuseWhole({ faults, rows }: Extract<ReadFile, { faults: unknown }>): number {
  for (const { line, fault } of faults) say(line === null ? fault : `rad ${line}: ${fault}`);
  say('Ingenting ur filen är infört. Rätta den och kör igen.');
  say(`0 imported, 0 already there, ${rows} refused`);
  return 1;
}

/** The line as an editor counts it, and the row as a spreadsheet does, where they differ. */
const rowAt = ({ line, sheetRow }: Place): string => `rad ${line}${sheetRow === undefined ? '' : ` (rad ${sheetRow} i kalkylbladet)`}`;

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'Filen finns inte.',
  EISDIR: 'Det är en mapp och inte en fil.',
  EACCES: 'Filen får inte läsas.',
};

async function read(path: string): Promise<ReadFile> {
  return readImport(path).catch((error: unknown) => {
    const said = unreadable[(error as NodeJS.ErrnoException).code ?? ''];
    throw said === undefined ? error : new VerbFault(said);
  });
}
