import { errorFields, SettingFault } from '#platform/log';
import { isFullDisk } from '#platform/storage';
import { VerbFault } from './parts/verb.js';
import { helpText, verbs } from './verbs.js';

const MISUSED = 2;

/** `gensvar <verb> …`: runs one verb; its exit status is ours. */
async function main([name, ...args]: string[]): Promise<number> {
  const entry = name === undefined ? undefined : verbs[name];
  if (entry === undefined) {
    const asked = name === undefined || name === '--help' || name === 'help';
    process[asked ? 'stdout' : 'stderr'].write(`${asked ? '' : `Verbet ${name} finns inte.\n\n`}${helpText()}\n`);
    return asked && name !== undefined ? 0 : MISUSED;
  }
  if (args.includes('--help')) {
    process.stdout.write(`gensvar ${entry.usage}\n\n${entry.help}\n`);
    return 0;
  }
  try {
    return await (await entry.load()).run(args);
  } catch (error) {
    if (error instanceof VerbFault || error instanceof SettingFault) process.stderr.write(`${error.message}\n`);
    else if (isFullDisk((error as { code?: unknown }).code))
      process.stderr.write(`Disken är full: gensvar ${name} blev inte färdigt. Frigör plats och kör igen.\n`);
    else if (isMisuse(error)) process.stderr.write(`Så används verbet: gensvar ${entry.usage}\n`);
    else process.stderr.write(`gensvar ${name} gick fel: ${JSON.stringify(errorFields(error))}\n`);
    return isMisuse(error) ? MISUSED : 1;
  }
}

const isMisuse = (error: unknown): boolean => String((error as { code?: unknown }).code ?? '').startsWith('ERR_PARSE_ARGS');

process.exitCode = await main(process.argv.slice(2));
