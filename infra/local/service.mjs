import { setTimeout as sleep } from 'node:timers/promises';
import { adopt, launch, tail } from './children.mjs';
import { end, isSame } from './leftovers.mjs';
import { readRun } from './runfile.mjs';

/**
 * Brings a service up: takes over the one an earlier start left running, otherwise ends it and starts again.
 * @param {object} home
 * @param {{ name: string, match: string, stopWith?: string, within?: number,
 *   ready: () => Promise<boolean>, prepare?: () => Promise<void>, command: () => Promise<object> }} what
 */
export async function ensureService(home, what) {
  const record = readRun(home).processes[what.name];
  if (record?.match === what.match && isSame(record)) {
    const left = adopt(home, what.name, record, what.stopWith);
    if (await readyWithin(what.ready, left, 15_000)) return left;
  }
  if (record !== undefined) await end(record, { with: what.stopWith });
  await what.prepare?.();
  const started = launch(home, { name: what.name, role: 'service', match: what.match, stopWith: what.stopWith, ...(await what.command()) });
  if (await readyWithin(what.ready, started, what.within ?? 60_000)) return started;
  await started.kill();
  throw new Error(`${what.name} did not come up; the end of ${started.log}:\n${tail(started.log)}`);
}

async function readyWithin(ready, handle, ms) {
  const until = Date.now() + ms;
  // A process counts as gone after two looks: the command line of a living process can be empty for a moment.
  for (let gone = 0; Date.now() < until && gone < 2; gone = handle.alive() ? 0 : gone + 1) {
    if (await ready().catch(() => false)) return true;
    await sleep(100);
  }
  return false;
}
