import { parseArgs } from 'node:util';
import { Temporal } from '#platform/temporal';
import { temporalSetup } from '#workflow-sync/temporal-setup';
import { config, say, VerbFault } from '../parts/verb.js';

/** Makes namespace, search attributes and schedules where they are missing. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const settings = config();
  if (settings.temporal.address === undefined) throw new VerbFault('TEMPORAL_ADDRESS saknas: ange adressen till Temporal.');
  const temporal = Temporal.open(settings.temporal);
  try {
    const made = await temporalSetup(temporal);
    say(`Temporal: ${made.searchAttributes} sökfält och ${made.schedules} scheman lades till.`);
    return 0;
  } finally {
    await temporal.close();
  }
}
