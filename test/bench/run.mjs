import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { options } from './options.mjs';
import { installPeers, leaveOutPeers } from './peers/install.mjs';
import { printed } from './table.mjs';

// A peer keeps idle connections after it has been closed; dropping its database ends them, which is no fault of the measurement.
process.on('uncaughtException', (error) => {
  if (error.code === '57P01') return;
  console.error(error);
  process.exit(1);
});

/*
 * `npm run bench [--quick] [--only=name,…] [--cases=N] …`: the figures of docs/engine.md#speed, ours beside the peers in one run, each row on
 * a fresh database of the real PostgreSQL. Prints a table, writes GENSVAR_HOME/bench.json.
 */
const asked = options(process.argv.slice(2));
const peers = asked.withPeers ? installPeers() : leaveOutPeers();
const rows = {
  http: async () => (await import('./rows/http-command.mjs')).httpCommand(asked),
  process: async () => (await import('./rows/in-process.mjs')).inProcess(asked),
  kafka: async () => (await import('./rows/through-kafka.mjs')).throughKafka(asked),
  many: async () => (await import('./rows/many-cases.mjs')).manyCases(asked),
  words: async () => (await import('./rows/word-search.mjs')).wordSearch(asked),
  rehydrate: async () => (await import('./rows/rehydrated.mjs')).rehydrated(asked),
};

const began = new Date();
const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
console.log(
  `Gensvar bench ${began.toISOString()}\n${machine}\npeers: ${Object.entries(peers)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}\n`,
);

const results = [];
const failed = [];
for (const [name, row] of Object.entries(rows)) {
  if (asked.only.length > 0 && !asked.only.includes(name)) continue;
  const from = Date.now();
  try {
    results.push(...(await row()));
    console.error(`  ${name}: ${((Date.now() - from) / 1_000).toFixed(0)} s`);
  } catch (cause) {
    failed.push({ name, why: String(cause?.message ?? cause).slice(0, 500) });
    console.error(`  ${name} could not be measured: ${cause?.stack ?? cause}`);
  }
}
console.log(printed(results));
for (const { name, why } of failed) console.log(`not measured: ${name}: ${why.split('\n')[0]}`);
const file = join(process.env.GENSVAR_HOME ?? '.gensvar', 'bench.json');
const { only: _only, withPeers: _withPeers, ...sizes } = asked;
writeFileSync(file, `${JSON.stringify({ at: began.toISOString(), machine, sizes, peers, results, failed }, null, 2)}\n`);
console.log(`\nwritten: bench.json in GENSVAR_HOME, after ${((Date.now() - began.getTime()) / 1_000).toFixed(0)} s`);
process.exit(failed.length > 0 ? 1 : 0);
