import { createServer } from 'node:net';
import { Tokens } from '#organisation/tokens';
import { DatabaseFault } from '#platform/database';
import { freshCore } from '../support/core.js';
import { killAll, type ProcessName, type Running, startProcess, waitFor } from '../support/processes.js';
import { people } from '../support/scenario.js';
import { unlimited } from '../support/served.js';

/** The number of cases in each fault. */

/** For jest alone: work that goes on is not cut off on a slow machine; helpers that wait find out when it has stopped. */
export const LONGEST_MS = 30 * 60_000;
export const CASES = Number(process.env['GENSVAR_FAULT_CASES'] ?? 200);

/** Services that the specs stop and start; what is not given is not used. */
export interface Services {
  readonly temporal?: { readonly address: string; readonly namespace: string };
  readonly kafka?: { readonly brokers: string; readonly topic: string };
}

/** The whole system as processes over a database of its own, each of which can be killed and started again by name. */
export async function faultSystem(services: Services = {}, more: NodeJS.ProcessEnv = {}) {
  const core = await freshCore();
  for (const [login, { person, posts }] of Object.entries(people)) {
    if (person === null) continue;
    await core.database.query('INSERT INTO store.person (id, login, name, email) VALUES ($1, $2, $2, $3)', [person, login, `${login}@kommun.example`]);
    for (const post of posts) await core.database.query('INSERT INTO store.post (person, role, unit) VALUES ($1, $2, $3)', [person, post.role, post.unit]);
  }
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    DATABASE_URL: core.appUrl,
    GENSVAR_MASTER_KEY: core.masterKey,
    PORT: String(port),
    GENSVAR_DEMO: '1',
    GENSVAR_LOG_LEVEL: 'info',
    ...unlimited,
    ...(services.temporal === undefined ? {} : { TEMPORAL_ADDRESS: services.temporal.address, TEMPORAL_NAMESPACE: services.temporal.namespace }),
    ...(services.kafka === undefined
      ? { GENSVAR_FEED: 'store' }
      : { KAFKA_BROKERS: services.kafka.brokers, KAFKA_TOPIC: services.kafka.topic, GENSVAR_FEED: 'kafka' }),
    ...more,
  };
  const running = new Map<ProcessName, Running>();
  const all: Running[] = [];
  // One that dies by itself is started again, as `npm start` does: on a busy machine a first connection may come too late.
  const start = (...names: readonly ProcessName[]) =>
    names.forEach((name) => {
      const one = startProcess(name, env);
      running.set(name, one);
      all.push(one);
      void one.exited.then(() => sleep(1_000)).then(() => running.get(name) === one && start(name));
    });
  const end = (signal: NodeJS.Signals) => {
    const last = [...running.values()];
    running.clear();
    return Promise.all(last.map((one) => one.kill(signal)));
  };
  const url = `http://127.0.0.1:${port}`;
  const tokens = new Tokens(core.seal, core.clock, url);
  return {
    core,
    url,
    start,
    tokenOf: (who: keyof typeof people) => tokens.issue(people[who].person as string),
    /** SIGKILL, like a power cut. */
    kill: async (name: ProcessName) => {
      const one = running.get(name);
      running.delete(name);
      await one?.kill('SIGKILL');
    },
    again: (name: ProcessName) => start(name),
    /** Waits until it accepts requests. */
    answers: () =>
      waitFor(
        () =>
          fetch(`${url}/health/live`).then(
            (answer) => answer.ok,
            () => false,
          ),
        120_000,
        'the server',
      ),
    /** The whole output of every process. */
    output: () => all.map((one) => one.output()).join('\n'),
    /** Ends every process in order, and returns the output. */
    end: () => end('SIGTERM'),
    close: async () => {
      await end('SIGKILL');
      killAll();
      await core.close();
    },
  };
}
export type FaultSystem = Awaited<ReturnType<typeof faultSystem>>;

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
      });
  });

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** In this process, like a client: a database that was too busy to answer is asked again, with the same command id. */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DatabaseFault) || !error.unavailable || tried === 20) throw error;
      await sleep(200);
    }
  }
}
