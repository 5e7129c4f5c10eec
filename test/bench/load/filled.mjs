import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { now } from '../measure.mjs';
import { ours } from '../ours.mjs';
import { runVerb } from '../processes.mjs';
import { linesOf } from './cases-of.mjs';

const { ensureMunicipality, rebuild } = await ours('libs/demo/src/first-start', 'libs/read-model/src/rebuild/rebuild');

const sizeOf = async ({ database }) => (await database.query('SELECT pg_database_size(current_database())::float8 AS bytes'))[0].bytes;

/** The demo's organisation and people, and the cases by `gensvar import`, as an operator does it: with every process at rest. */
export async function imported({ ground, core, folder, closed, open }) {
  await ensureMunicipality(core);
  const file = join(folder, 'cases.jsonl');
  await pipeline(Readable.from(linesOf({ closed, open, now: core.clock.now() })), createWriteStream(file));
  const [before, bytes] = [await core.store.position(), await sizeOf(core)];
  const began = now();
  const said = await runVerb(['import', file], ground.env);
  const seconds = (now() - began) / 1_000;
  const last = said.trim().split('\n').at(-1);
  if (last !== `${closed + open} imported, 0 already there, 0 refused`) throw new Error(`the import says: ${said.slice(0, 500)} … ${last}`);
  const events = (await core.store.position()) - before;
  const grown = (await sizeOf(core)) - bytes;
  return [
    {
      what: 'import of all lines, by the verb',
      measure: 'rate',
      unit: 'events/s',
      value: events / seconds,
      better: 'more',
      also: `${events} events of ${closed + open} cases in ${seconds.toFixed(1)} s, ${Math.round((closed + open) / seconds)} cases/s; the store grew by ${Math.round(grown / events)} bytes an event`,
    },
  ];
}

/** The rows built from nothing, as a projector does where there are none. */
export async function rebuilt(core) {
  const began = now();
  let read = 0;
  for await (const batch of core.store.readByStream('', await core.store.position())) read += batch.length;
  const raw = read / ((now() - began) / 1_000);
  const { events, seconds, parked } = await rebuild(core);
  if (events !== read || parked > 0) throw new Error(`rebuild folded ${events} of ${read} events, ${parked} put aside`);
  return [
    {
      what: 'rebuild of all projections',
      measure: 'rate',
      unit: 'events/s',
      value: events / seconds,
      better: 'more',
      reach: 30_000,
      also: `${events} events in ${seconds.toFixed(1)} s, indexes included`,
      peers: [{ name: 'raw read of the same events', value: raw }],
    },
  ];
}
