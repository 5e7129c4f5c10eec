import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch, run, tail } from './children.mjs';
import { root } from './home.mjs';

/** The processes of the running system; the relay only where there is a Kafka. */
export const apps = (env) => ['server', 'worker', 'conductor', ...(env.KAFKA_BROKERS ? ['relay'] : []), 'projector'];

const entry = (name) => join(root, 'dist', 'apps', name, 'src', 'main.js');

/** Starts one of our processes, its output in the home's logs. */
export function launchApp(home, name, env) {
  return launch(home, { name, role: 'app', match: entry(name), command: process.execPath, args: ['--enable-source-maps', entry(name)], env, cwd: root });
}

/** Runs a set-up verb to its end and returns what it printed. */
export async function runVerb(home, args, env) {
  const { code, output } = await run(home, `cli-${args[0]}`, process.execPath, [entry('cli'), ...args], { env, cwd: root, match: entry('cli') });
  if (code !== 0) throw new Error(`gensvar ${args.join(' ')} failed:\n${output}`);
  return output.trim();
}

/** Waits until the system accepts commands. */
export async function untilReady(port, ms, handles) {
  const until = Date.now() + ms;
  let last = 'inget svar';
  while (Date.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (answer?.status === 200) return;
    if (answer !== undefined) last = await answer.text();
    await sleep(150);
  }
  const logs = handles.map(({ name, log }) => `--- ${name}\n${tail(log, 6)}`).join('\n');
  throw new Error(`Gensvar blev inte redo inom ${ms / 1_000} s (${last.slice(0, 400)}).\n${logs}`);
}
