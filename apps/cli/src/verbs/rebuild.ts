import { parseArgs } from 'node:util';
import { factTables } from '#domain/case/facts';
import { indexAllWords } from '#event-store/word-index-of-all';
import { rebuild } from '#read-model/rebuild/rebuild';
import { say, VerbFault, withCore } from '../parts/verb.js';

const WORDS = 'word_index';
const projections: readonly string[] = [...factTables, 'fact_register', 'fact_record', 'case_list', WORDS];

/** Makes the read side anew from the events, beside the old one; 1 where a case had to be put aside. The index of words is made by itself. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [one] = positionals;
  if (one !== undefined && !projections.includes(one)) throw new VerbFault(`Projektionen finns inte. De som finns: ${projections.join(', ')}`);
  if (one === WORDS) {
    const rows = await withCore('rebuild', ({ database, seal, store }) => indexAllWords(database, seal, store.index));
    say(`Sökregistret är byggt: orden i ${rows} händelser.`);
    return 0;
  }
  const done = await withCore('rebuild', rebuild);
  const rate = Math.round(done.events / Math.max(done.seconds, 0.001));
  if (one !== undefined) say(`Alla projektioner delar version per ärende och byggs därför om tillsammans, även ${one}.`);
  say(
    `${done.events} händelser i ${done.streams} strömmar på ${done.seconds.toFixed(1).replace('.', ',')} s (${rate}/s), till position ${done.position}, ${done.parked} åt sidan.`,
  );
  return done.parked > 0 ? 1 : 0;
}
