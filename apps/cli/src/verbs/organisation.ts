import { readFile } from 'node:fs/promises';
import { Refusal } from '#domain/errors';
import { faultsIn, organisationChanges } from '#organisation/change.schema';
import { reorganise } from '#organisation/reorganise';
import { say, VerbFault, withCore } from '../parts/verb.js';

/** Changes the organisation by a file; 1 when it was refused, and then nothing is changed. */
export async function run(args: string[]): Promise<number> {
  const [file, ...rest] = args;
  if (file === undefined || rest.length > 0) throw new VerbFault('Ange en fil: gensvar organisation <fil>');
  const parsed = organisationChanges.safeParse(await read(file));
  if (!parsed.success) {
    for (const { path, message } of faultsIn(parsed.error.issues)) say(`${path.join('.') || 'filen'}: ${message}`);
    return 1;
  }
  const { changes } = parsed.data;
  try {
    const position = await withCore('organisation', (core) => reorganise(core, changes, 'operator', core.clock.now().toISOString()));
    say(`${changes.length} ändringar, position ${position}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const { field, text } of error.missing) say(`${field}: ${text}`);
    return 1;
  }
}

async function read(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new VerbFault('Filen finns inte.');
    if (error instanceof SyntaxError) throw new VerbFault('Filen är inte JSON.');
    throw error;
  }
}
