import { apps, launchApp, runVerb } from './apps.mjs';
import { ensureBuild } from './build.mjs';
import { environmentFor } from './environment.mjs';
import { ensurePackages } from './packages.mjs';
import { updateRun } from './runfile.mjs';
import { startKafka, startPostgres, startTemporal } from './services.mjs';
import { keepRunning } from './supervise.mjs';

/** The steps of a start in the order they are shown; independent steps run side by side. */
export const plan = {
  packages: 'Paket (npm)',
  build: 'Bygge',
  postgres: 'PostgreSQL',
  temporal: 'Temporal',
  kafka: 'Kafka',
  migrate: 'Databasens tabeller',
  temporalSetup: 'Temporals sökfält och scheman',
  topics: 'Kafkas ämnen',
  found: 'Det som fanns',
  demo: 'Demokommunen',
  apps: 'Gensvars processer',
};

/**
 * Services, build, set-up verbs, processes; everything that started is kept running.
 * @param {{ home: object, steps: object, want: object, hadData: boolean, stopping: () => boolean }} with
 * @returns {Promise<{ env: object, found: string | undefined, handles: object[] }>}
 */
export async function bringUp({ home, steps, want, hadData, stopping }) {
  const { step } = steps;
  const keep = (first, again) => {
    void keepRunning({ name: first.name, first, again, stopping, say: console.log });
    return first;
  };
  const service = async (id, begin) => want[id] && keep(await step(id, begin), begin);
  const packages = step('packages', (note) => ensurePackages(home, note));
  const built = packages.then(() => {
    void steps.pretty().catch(() => {}); // only the display: plain lines will do
    return step('build', (note) => ensureBuild(home, note));
  });
  const core = Promise.all([built, packages.then(() => service('postgres', () => startPostgres(home))), service('temporal', () => startTemporal(home))]).then(
    ([, postgres, temporal]) => setUp({ home, step, hadData, postgres, temporal }),
  );
  const feed = Promise.all([built, service('kafka', () => startKafka(home, want))]).then(([, kafka]) => topics({ home, step, kafka }));
  const [{ postgres, temporal, found }, kafka] = await Promise.all([core, feed]);

  const env = await environmentFor(home, { postgres, temporal, kafka });
  updateRun(home, (run) => Object.assign(run, { variables: ours(env.running), owner: env.setUp?.DATABASE_ADMIN_URL }));
  if (env.running.GENSVAR_DEMO === '1') await step('demo', () => runVerb(home, ['demo'], env.running));
  const begin = (name) => launchApp(home, name, env.running);
  return { env: env.running, found, handles: apps(env.running).map((name) => keep(begin(name), async () => begin(name))) };
}

/** Tables and search attributes; on a home that was used before, also what it holds before anything runs. */
async function setUp({ home, step, hadData, postgres, temporal }) {
  const env = await environmentFor(home, { postgres, temporal });
  await Promise.all([
    env.setUp && step('migrate', () => runVerb(home, ['migrate'], env.setUp)), // without the owner's address the operator migrates
    step('temporalSetup', () => runVerb(home, ['temporal-setup'], env.running)),
  ]);
  const found = hadData ? await step('found', () => runVerb(home, ['status', '--line'], env.running)) : undefined;
  return { postgres, temporal, found };
}

async function topics({ home, step, kafka }) {
  const { running } = await environmentFor(home, { kafka });
  if (running.KAFKA_BROKERS) await step('topics', () => runVerb(home, ['topics'], running));
  return kafka;
}

/** The variables that describe the running system, for the verbs. */
const ours = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => /^(GENSVAR_|DATABASE_URL$|TEMPORAL_|KAFKA_|SMTP_URL$|PORT$)/.test(name)));
