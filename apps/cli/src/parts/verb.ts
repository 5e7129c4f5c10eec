import { type Core, openCore } from '#case-service/core';
import { type Config, readConfig } from '#platform/config';

/** A fault that the operator can mend; the message is Swedish and ours, so it is shown as it is. */
export class VerbFault extends Error {
  override readonly name = 'VerbFault';
}

/** What a verb's file exports: runs it with the words after its name and gives the exit status. */
export interface Verb {
  run(args: string[]): Promise<number>;
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The configuration of the running system. @throws VerbFault when a variable can't be used */
export function config(): Config {
  try {
    return readConfig();
  } catch (error) {
    throw new VerbFault((error as Error).message);
  }
}

/** Opens the store for a verb and closes it after. */
export async function withCore<T>(verb: string, work: (core: Core, config: Config) => Promise<T>): Promise<T> {
  const settings = config();
  if (settings.databaseUrl === undefined)
    throw new VerbFault('DATABASE_URL saknas: kör verbet genom npm run gensvar medan systemet kör, eller ange databasen.');
  if (settings.masterKey === undefined) throw new VerbFault('GENSVAR_MASTER_KEY saknas: ange huvudnyckeln, 32 byte som hex eller base64.');
  const core = await openCore(settings, `gensvar-${verb}`, 4);
  try {
    return await work(core, settings);
  } finally {
    await core.close();
  }
}
