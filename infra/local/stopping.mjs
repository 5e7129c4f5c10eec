import { end, endLeftovers } from './leftovers.mjs';
import { holderOf, tryLock, unlock } from './lock.mjs';
import { seconds } from './steps.mjs';

/** One start at a time in a home: an earlier one that still runs is stopped first. */
export async function takeOver(home) {
  const holder = holderOf(home, 'start');
  if (holder !== undefined) {
    console.log(`Gensvar kör redan (process ${holder.pid}). Den stoppas först.`);
    await end(holder, { within: 30_000 });
  }
  if (!tryLock(home, 'start')) throw new Error('another start took the lock at the same moment');
}

/**
 * Ctrl-C and other signals: our processes first, since they still write; then the services. Within 30 s:
 * 10 s each before they are killed.
 * @returns {{ asked: () => boolean, everything: () => Promise<void> }}
 */
export function stopper(home) {
  let stopping;
  const everything = () => (stopping ??= endAll(home));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(name, async () => {
      if (stopping !== undefined) return; // npm and the terminal both send one
      const began = Date.now();
      console.log('\nStoppar Gensvar …');
      await everything();
      console.log(`Gensvar är stoppat (${seconds(Date.now() - began)}).`);
      process.exit(0);
    });
  }
  return { asked: () => stopping !== undefined, everything };
}

async function endAll(home) {
  home.closed = true;
  await endLeftovers(home, ['helper', 'app']);
  await endLeftovers(home, ['service']);
  unlock(home, 'start');
}
