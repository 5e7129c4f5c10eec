import { setTimeout as sleep } from 'node:timers/promises';

const calm = 60_000;
const longest = 30_000;

/**
 * How long to wait before the next try: 1, 2, 4 … 30 s.
 * @param {number} falls how many times in a row it has died soon after its start
 */
export const waitAfter = (falls) => Math.min(longest, 1_000 * 2 ** Math.max(0, falls - 1));

/**
 * Keeps a process running: one that dies is started again with back-off, and that is printed.
 * @param {{ name: string, first: object, again: () => Promise<object>, stopping: () => boolean, say: (line: string) => void }} what
 */
export async function keepRunning({ name, first, again, stopping, say }) {
  let handle = first;
  let falls = 0;
  for (;;) {
    const began = Date.now();
    const { code, signal } = await handle.exited;
    if (stopping()) return;
    falls = Date.now() - began > calm ? 1 : falls + 1;
    handle = await revive(waitAfter(falls), signal ?? code);
    if (handle === undefined) return;
  }

  async function revive(wait, why) {
    say(`${name} stannade (${why ?? 'okänt varför'}) och startas om ${wait / 1_000} s.`);
    for (let pause = wait; ; pause = Math.min(longest, pause * 2)) {
      await sleep(pause);
      if (stopping()) return undefined;
      try {
        const next = await again();
        say(`${name} är i gång igen.`);
        return next;
      } catch (cause) {
        say(`${name} kom inte i gång: ${String(cause.message).split('\n')[0]}`);
      }
    }
  }
}
