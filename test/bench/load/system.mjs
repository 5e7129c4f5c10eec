import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyDatabase, unique } from '../database.mjs';
import { sleep } from '../measure.mjs';
import { freePort, runVerb, startProcess } from '../processes.mjs';

const PATIENCE_MS = 180_000;
const isReady = (url) =>
  fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3_000) }).then(
    (answer) => answer.ok,
    () => false,
  );

/**
 * The system to drive: the one at `url` (this machine's only), the one that `npm start` runs, or one of its own.
 * `env` has what a verb needs to look into its store; undefined where that is not known.
 */
export async function findSystem(url) {
  if (url !== undefined) return { url: onLoopback(url), env: undefined, said: 'the system at --url', stop: async () => undefined };
  const variables = runningVariables();
  const running = variables?.PORT === undefined ? undefined : `http://127.0.0.1:${variables.PORT}`;
  if (running !== undefined && (await isReady(running))) return { url: running, env: variables, said: 'the system that runs', stop: async () => undefined };
  return ownSystem();
}

function onLoopback(url) {
  const { hostname, origin } = new URL(url);
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) throw new Error('only a system on this machine is driven (127.0.0.1)');
  return origin;
}

function runningVariables() {
  const file = join(process.env.GENSVAR_HOME ?? '.gensvar', 'run.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).variables : undefined;
}

/** Every process over a new database, namespace and topic on the services that were given. */
async function ownSystem() {
  const database = await emptyDatabase('load');
  const [port, mail] = [await freePort(), await freePort()];
  const env = {
    DATABASE_URL: database.appUrl,
    GENSVAR_MASTER_KEY: randomBytes(32).toString('hex'),
    PORT: String(port),
    GENSVAR_DEMO: '1',
    NODE_ENV: 'development',
    GENSVAR_LOG_LEVEL: 'warn',
    TEMPORAL_NAMESPACE: unique('load').replaceAll('_', '-'),
    SMTP_URL: `smtp://127.0.0.1:${mail}`,
    GENSVAR_MAIL_CATCHER_PORT: String(mail),
    ...(process.env.KAFKA_BROKERS ? { KAFKA_TOPIC: `gensvar.${unique('load')}.v1`, GENSVAR_FEED: 'kafka' } : { GENSVAR_FEED: 'store' }),
  };
  const processes = [];
  const stop = async () => {
    await Promise.all(processes.map((one) => one.stop()));
    await database.drop();
  };
  try {
    await runVerb(['migrate'], { ...env, DATABASE_ADMIN_URL: database.adminUrl });
    await runVerb(['temporal-setup'], env);
    await runVerb(['demo'], env);
    for (const name of ['server', 'worker', 'conductor', ...(process.env.KAFKA_BROKERS ? ['relay'] : []), 'projector']) processes.push(startProcess(name, env));
    const url = `http://127.0.0.1:${port}`;
    for (const until = Date.now() + PATIENCE_MS; !(await isReady(url)); await sleep(200)) {
      if (Date.now() > until) throw new Error(`the system did not come up:\n${processes.map((one) => `${one.name}: ${one.output().slice(-300)}`).join('\n')}`);
    }
    return { url, env, said: 'a system of its own, with a new database', stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}
