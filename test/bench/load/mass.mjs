import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { atRest } from '../measure.mjs';
import { ours } from '../ours.mjs';
import { aligned, printed } from '../table.mjs';
import { imported, rebuilt } from './filled.mjs';
import { pages } from './pages.mjs';
import { followed } from './processes-up.mjs';
import { ownGround } from './system.mjs';
import { tables } from './tables.mjs';
import { workflows } from './workflows.mjs';

const { openCore } = await ours('libs/case-service/src/core');

/**
 * Fills a new database with many cases of all kinds and queries it as people do, with every process running.
 * Prints the goals of docs/engine.md#speed beside, and writes GENSVAR_HOME/load.json.
 * @param {{ closed: number, open: number, workflows: boolean, onlyWorkflows: boolean, quick: boolean }} asked without workflows neither worker nor conductor runs
 * @returns {Promise<boolean>} whether everything could be measured
 */
export async function run({ workflows: withWorkflows, onlyWorkflows, quick, ...size }) {
  const began = new Date();
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  console.log(`Gensvar load ${began.toISOString()}: ${size.closed} closed and ${size.open} open cases\n${machine}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'gensvar-load-'));
  const ground = await ownGround();
  const results = [];
  const reports = [];
  const loads = [];
  const part = async (name, work) => {
    const from = Date.now();
    const [first] = loadavg();
    const found = await work();
    loads.push({ part: name, seconds: (Date.now() - from) / 1_000, loadBefore: first, loadAfter: loadavg()[0] });
    console.error(`  ${name}: ${((Date.now() - from) / 1_000).toFixed(0)} s, load average ${first.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after`);
    return found;
  };
  const core = await openCore({ databaseUrl: ground.env.DATABASE_URL, masterKey: ground.env.GENSVAR_MASTER_KEY }, 'load', 8);
  try {
    results.push(...(await part('import', () => imported({ ground, core, folder, ...size }))));
    results.push(...(await part('rebuild', () => rebuilt(core))));
    if (withWorkflows) results.push(...(await part('workflows', () => workflows({ ground, core }))));
    if (!onlyWorkflows) reports.push(...(await askedAsPeopleDo({ ground, core, withWorkflows, quick, cases: size.closed + size.open, part, results })));
  } finally {
    await core.close();
    await ground.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`${printed(results)}\n`);
  if (reports.length > 0)
    console.log(
      `${aligned([['report', 'year', 'counted', 'today p50', 'p95', 'as of', 'asOf p50', 'p95', 'cases behind p50', 'p95'], ...reports.map(reportLine)])}\n`,
    );
  console.log(aligned([['part', 'seconds', 'load before', 'after'], ...loads.map(loadLine)]));
  writeFileSync(
    join(process.env.GENSVAR_HOME ?? '.gensvar', 'load.json'),
    `${JSON.stringify({ at: began.toISOString(), machine, ...size, results, reports, loads }, null, 2)}\n`,
  );
  console.log(`\nwritten: load.json in GENSVAR_HOME, after ${((Date.now() - began.getTime()) / 1_000).toFixed(0)} s`);
  return true;
}

/** With every process up: lists, pages and tables. Adds to the results; answers how each report did. */
async function askedAsPeopleDo({ ground, core, withWorkflows, quick, cases, part, results }) {
  results.push(...(await part('processes', () => followed({ ground, core, withWorkflows }))));
  if (!quick) {
    const idle = await part('rest', () => atRest());
    console.error(`  the machine is idle ${Math.round(100 * idle)} per cent of the time, with every process up`);
  }
  results.push(...(await part('lists and pages', () => pages({ url: ground.url, cases, quick }))));
  const counted = await part('tables', () => tables({ url: ground.url, core, quick }));
  results.push(...counted.results);
  return counted.reports;
}

const ms = (value) => (value === null ? '–' : `${value.toFixed(value < 100 ? 1 : 0)} ms`);
const reportLine = ({ id, year, counted, countedThen, today, asOf, behind }) => [
  id,
  String(year),
  String(counted ?? '–'),
  ms(today.p50),
  ms(today.p95),
  String(countedThen ?? '–'),
  ...[asOf, behind].flatMap(({ p50, p95 }) => [ms(p50), ms(p95)]),
];
const loadLine = ({ part, seconds, loadBefore, loadAfter }) => [part, seconds.toFixed(0), loadBefore.toFixed(1), loadAfter.toFixed(1)];
