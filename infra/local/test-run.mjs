import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { Fault } from './fault.mjs';
import { root, testHome } from './home.mjs';
import { endJest, runJest } from './jest.mjs';
import { endLeftovers, isSame } from './leftovers.mjs';
import { locked } from './lock.mjs';
import { fetchOtherNode, otherNode } from './other-node.mjs';
import { ensurePackages } from './packages.mjs';
import { readRun, updateRun } from './runfile.mjs';
import { startKafka, startPostgres, startTemporal, variablesOf, wanted } from './services.mjs';
import { openSteps, seconds } from './steps.mjs';
import { temporalTestServer } from './temporal-program.mjs';
import { groupsOf, ofNewerNode, unitsAlone } from './test-groups.mjs';

const plan = { packages: 'Paket (npm)', postgres: 'PostgreSQL', temporal: 'Temporal', kafka: 'Kafka', testServer: 'Temporals testserver', build: 'Bygge' };

/**
 * `npm test`: sets everything up in a home of its own, runs every spec, counts.
 * @param {string[]} args path patterns; `--keep` leaves the services running for the next time; `--units` runs what needs no services; `--random` and `--clock` below
 * @returns {Promise<number>} exit status
 */
export async function runTests(args) {
  const keep = args.includes('--keep');
  const home = testHome();
  const steps = openSteps(plan);
  updateRun(home, (run) => {
    run.users = [...livingUsers(run), process.pid];
    run.keep = run.keep || keep;
  });
  const stop = once(() => leave(home));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(name, () => {
      endJest();
      stop().finally(() => process.exit(130));
    });
  try {
    await locked(home, 'packages', () => steps.step('packages', (note) => ensurePackages(home, note)));
    const patterns = args.filter((arg) => !arg.startsWith('--'));
    const newer = args.includes('--node24') ? await onNewerNode(home) : undefined;
    const groups = inRandomOrder(chosenBy(patterns, args), args);
    const services = groups.some((group) => group.services) ? startAll(home, steps) : Promise.resolve({});
    const built = groups.some((group) => group.built) ? locked(home, 'build', () => steps.step('build', (note) => ensureBuild(home, note))) : Promise.resolve();
    return finish(await runGroups(home, groups, { services, built, program: newer, clock: clockOf(args) }));
  } finally {
    await stop();
  }
}

/** The groups to run: those of the patterns; without any all of them, or with `--units` or `--node24` some. */
function chosenBy(patterns, args) {
  if (patterns.length > 0) return groupsOf(patterns);
  if (args.includes('--units')) return unitsAlone();
  return args.includes('--node24') ? ofNewerNode() : groupsOf([]);
}

/** `--node24`: the specs on the newer Node; without patterns those that need neither the built programs nor a browser. */
async function onNewerNode(home) {
  const program = await fetchOtherNode(home);
  console.log(`Testen körs på Node ${otherNode.version}.`);
  return program;
}

/** `--random[=seed]`: the tests of each file in an order that the seed gives; the seed is printed, so that the order can be repeated. */
function inRandomOrder(groups, args) {
  const asked = args.find((arg) => /^--random(=\d+)?$/.test(arg));
  if (asked === undefined) return groups;
  const seed = asked.split('=')[1] ?? String(randomInt(2 ** 31));
  console.log(`Testen körs i slumpad ordning. Samma ordning igen: npm test -- --random=${seed}`);
  return groups.map((group) => ({ ...group, flags: [...group.flags, '--randomize', `--seed=${seed}`] }));
}

/** `--clock=<instant>`: the time at which each municipality of a spec begins, such as 2026-12-31T23:30:00+01:00; later than now. */
function clockOf(args) {
  const asked = args.find((arg) => arg.startsWith('--clock='))?.slice('--clock='.length);
  if (asked === undefined) return {};
  if (!(Date.parse(asked) > Date.now()))
    throw new Fault('--clock ska vara en tidpunkt efter nu, till exempel 2026-12-31T23:30:00+01:00.', 'Ändra den och kör igen.');
  console.log(`Klockan i testens kommuner börjar på ${asked}.`);
  return { GENSVAR_TEST_CLOCK: asked };
}

async function startAll(home, steps) {
  const want = wanted();
  if (want.withoutKafka)
    console.log(`${want.withoutKafka}: Kafka startas inte, och de test som behöver Kafka kan inte gå igenom. Installera Java 17 eller nyare.`);
  return locked(home, 'services', async () => {
    const [postgres, temporal, kafka, testServer] = await Promise.all([
      want.postgres && steps.step('postgres', () => startPostgres(home)),
      want.temporal && steps.step('temporal', () => startTemporal(home)),
      want.kafka && steps.step('kafka', () => startKafka(home, want)),
      process.env.TEMPORAL_TEST_SERVER || steps.step('testServer', () => temporalTestServer(home)),
    ]);
    return { ...variablesOf({ postgres, temporal, kafka }), TEMPORAL_TEST_SERVER: testServer };
  });
}

async function runGroups(home, groups, { services, built, program, clock }) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const fell = [];
  const chromium = findChromium();
  const set = (problem) => {
    console.error(problem.name === 'Fault' ? problem.message : (problem.stack ?? problem));
    total.failed += 1;
    fell.push(problem.message);
  };
  const given = services.catch((problem) => {
    set(problem);
    return {};
  });
  const done = built.catch(set);
  const own = { ...clock, GENSVAR_DIST: join(root, 'dist'), GENSVAR_TEST_HOME: home.path, NODE_ENV: 'test', ...(chromium && { CHROMIUM_PATH: chromium }) };
  for (const group of groups) {
    const env = { ...process.env, ...own, ...(group.services && (await given)) };
    delete env.DATABASE_URL; // each spec makes a database of its own
    if (group.built) await done;
    const began = Date.now();
    const counts = group.browser && !chromium ? skipped(group) : await runJest(home, group, env, program);
    for (const kind of Object.keys(total)) total[kind] += counts[kind];
    fell.push(...(counts.fell ?? []));
    console.log(`\nGrupp ${group.name}: ${line(counts)} på ${seconds(Date.now() - began)}\n`);
  }
  await Promise.all([given, done]);
  // Again at the end, since what jest wrote of them may be an hour of output away.
  for (const one of fell) console.log(`FEL  ${one.replaceAll('\n', ' ')}`);
  return total;
}

function skipped(group) {
  const count = group.files
    .map((file) => readFileSync(join(root, file), 'utf8').match(/^\s*(?:it|test)(?:\.\w+)*\(/gm)?.length ?? 1)
    .reduce((sum, n) => sum + n, 0);
  console.log('Ingen Chromium hittades, så testerna i webbläsare hoppas över. Installera den (på Debian: apt install chromium) eller sätt CHROMIUM_PATH.');
  return { passed: 0, failed: 0, skipped: count };
}

const line = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

function finish(total) {
  if (total.passed + total.failed + total.skipped === 0) {
    console.error('Inga test hittades.');
    total.failed = 1; // a run without tests is a failure
  }
  return { status: total.failed > 0 ? 1 : 0, lastLine: line(total) };
}

const livingUsers = (run) => (run.users ?? []).filter((pid) => isSame({ pid, match: 'boot.mjs' }));

/** The last run to end stops the services, unless they are kept. */
async function leave(home) {
  const run = updateRun(home, (state) => {
    state.users = livingUsers(state).filter((pid) => pid !== process.pid);
  });
  if (run.users.length > 0) return;
  await endLeftovers(home, readRun(home).keep ? ['helper', 'app'] : ['helper', 'app', 'service']);
}

const once = (work) => {
  let running;
  return () => (running ??= work());
};
