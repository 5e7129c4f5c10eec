import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endLeftovers, findJava, type Home, openHome, startKafka, startTemporal } from '../../infra/local/services.mjs';
import { requireService } from './services.js';

export type ProcessName = 'server' | 'worker' | 'conductor' | 'relay' | 'projector';

export interface Running {
  readonly name: ProcessName;
  readonly pid: number;
  readonly exited: Promise<number | null>;
  /** Its output so far. */
  output(): string;
  /** Sends a signal and waits for the end. */
  kill(signal?: NodeJS.Signals): Promise<number | null>;
}

const started = new Set<ChildProcess>();

/** Starts one of our processes as `npm start` does; without DATABASE_ADMIN_URL, which no running process may have. */
export function startProcess(name: ProcessName, env: NodeJS.ProcessEnv): Running {
  const folder = mkdtempSync(join(tmpdir(), `gensvar-${name}-`));
  const log = join(folder, 'output.log');
  const fd = openSync(log, 'a');
  const surroundings: NodeJS.ProcessEnv = { PATH: process.env.PATH, NODE_ENV: 'test', ...env };
  delete surroundings.DATABASE_ADMIN_URL;
  const child = spawn(process.execPath, [join(requireService('dist'), 'apps', name, 'src/main.js')], { env: surroundings, stdio: ['ignore', fd, fd] });
  closeSync(fd);
  started.add(child);
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  void exited.then(() => started.delete(child));
  return {
    name,
    pid: child.pid ?? -1,
    exited,
    output: () => readFileSync(log, 'utf8'),
    kill: (signal = 'SIGTERM') => {
      child.kill(signal);
      return exited;
    },
  };
}

/** Kills what a failed spec left running; for `afterAll`. */
export function killAll(): void {
  for (const child of started) child.kill('SIGKILL');
}

/** Calls again until the answer is neither false nor undefined; faults meanwhile count as "not yet". */
export async function waitFor<T>(ask: () => T | Promise<T>, ms = 20_000, what = 'the condition'): Promise<Exclude<T, false | undefined | null>> {
  const until = Date.now() + ms;
  let last: unknown;
  while (Date.now() < until) {
    try {
      last = await ask();
      if (last !== undefined && last !== false && last !== null) return last as Exclude<T, false | undefined | null>;
    } catch (cause) {
      last = cause;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited ${ms} ms for ${what}`, { cause: last });
}

/**
 * Calls until nothing is left. However slow the machine, it waits while the number decreases; a number that stands still too long is a fault.
 *
 * @throws Error that says how much was left
 */
export async function untilNone(left: () => Promise<number>, what: string, stillMs = 90_000): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  for (let since = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const now = await left().catch(() => Number.POSITIVE_INFINITY);
    if (now === 0) return;
    if (now < least) [least, since] = [now, Date.now()];
    else if (Date.now() - since > stillMs) throw new Error(`${what}: ${now} left, and none less for ${stillMs} ms`);
  }
}

/** A home of a spec's own for services that it stops or kills; downloads are shared. `remove` ends the services too. */
export function ownHome(): Home & { remove(): Promise<void> } {
  const shared = join(process.env.GENSVAR_TEST_HOME ?? '.gensvar-test', 'services');
  const home = openHome(mkdtempSync(join(tmpdir(), 'gensvar-home-')), { services: shared });
  const remove = async () => {
    await endLeftovers(home, ['service', 'helper']);
    rmSync(home.path, { recursive: true, force: true });
  };
  return { ...home, remove };
}

/** A Temporal of the spec's own: `stop()` or `kill()` it, and call again with the same home to bring it back. */
export const ownTemporal = (home: Home) => startTemporal(home);

/** A Kafka of the spec's own, likewise. */
export function ownKafka(home: Home) {
  const java = findJava();
  if ('missing' in java) throw new Error(`Kafka cannot be started: ${java.missing}`);
  return startKafka(home, java);
}
