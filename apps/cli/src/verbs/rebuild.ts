import { parseArgs } from 'node:util';
import { factTables } from '#domain/case/facts';
import { rebuild } from '#read-model/rebuild/rebuild';
import { say, VerbFault, withCore } from '../parts/verb.js';

const projections: readonly string[] = [...factTables, 'fact_register', 'fact_record', 'case_list'];

/** Makes the read side anew from the events, beside the old one; 1 where a case had to be put aside. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [one] = positionals;
  if (one !== undefined && !projections.includes(one)) throw new VerbFault(`Projektionen finns inte. De som finns: ${projections.join(', ')}`);
  const done = await withCore('rebuild', rebuild);
  const rate = Math.round(done.events / Math.max(done.seconds, 0.001));
  if (one !== undefined) say(`Alla projektioner delar version per ärende och byggs därför om tillsammans, även ${one}.`);
  say(
    `${done.events} händelser i ${done.streams} strömmar på ${done.seconds.toFixed(1).replace('.', ',')} s (${rate}/s), till position ${done.position}, ${done.parked} åt sidan.`,
  );
  return done.parked > 0 ? 1 : 0;
}
