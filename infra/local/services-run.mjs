import { mainHome, testHome } from './home.mjs';
import { end, endLeftovers } from './leftovers.mjs';
import { holderOf, locked } from './lock.mjs';
import { ensurePackages } from './packages.mjs';
import { updateRun } from './runfile.mjs';
import { startKafka, startPostgres, startTemporal, variablesOf, wanted } from './services.mjs';
import { openSteps } from './steps.mjs';
import { temporalTestServer } from './temporal-program.mjs';

const homeFor = (args) => (args.includes('--test') ? testHome() : mainHome());
const plan = { packages: 'Paket (npm)', postgres: 'PostgreSQL', temporal: 'Temporal', kafka: 'Kafka', testServer: 'Temporals testserver' };

/** `boot.mjs services [--test]`: starts the services that are missing, leaves them running, prints the variables for a shell. */
export async function startDetached(args) {
  const home = homeFor(args);
  const { step } = openSteps(plan, (text) => process.stderr.write(`${text}\n`)); // standard output is for the shell
  await locked(home, 'packages', () => step('packages', (note) => ensurePackages(home, note)));
  const want = wanted();
  const [postgres, temporal, kafka, testServer] = await locked(home, 'services', () =>
    Promise.all([
      want.postgres && step('postgres', () => startPostgres(home)),
      want.temporal && step('temporal', () => startTemporal(home)),
      want.kafka && step('kafka', () => startKafka(home, want)),
      args.includes('--test') && step('testServer', () => temporalTestServer(home)),
    ]),
  );
  updateRun(home, (run) => {
    run.keep = true;
  });
  const variables = { ...variablesOf({ postgres, temporal, kafka }), ...(testServer && { TEMPORAL_TEST_SERVER: testServer }) };
  for (const [name, value] of Object.entries(variables)) console.log(`export ${name}=${value}`);
  return { status: 0 };
}

/** `boot.mjs stop [--test]`: ends everything that runs in that home. */
export async function stopAll(args) {
  const home = homeFor(args);
  const starter = holderOf(home, 'start');
  if (starter !== undefined) await end(starter, { within: 30_000 });
  const ended = await endLeftovers(home, ['helper', 'app', 'service']);
  updateRun(home, (run) => {
    run.keep = false;
  });
  console.log(starter || ended.length > 0 ? 'Gensvar är stoppat.' : 'Inget var i gång.');
  return { status: 0 };
}
