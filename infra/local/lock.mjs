import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSame } from './leftovers.mjs';

const match = 'boot.mjs';
const fileOf = (home, name) => join(home.path, `${name}.lock`);

/** The holder of a lock: a living process of ours, or nobody (a lock that a killed process left does not count). */
export function holderOf(home, name) {
  try {
    const record = { pid: Number(readFileSync(fileOf(home, name), 'utf8')), match };
    return isSame(record) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Takes a lock if it is free. */
export function tryLock(home, name) {
  const holder = holderOf(home, name);
  if (holder !== undefined) return holder.pid === process.pid;
  rmSync(fileOf(home, name), { force: true });
  try {
    writeFileSync(fileOf(home, name), String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

export const unlock = (home, name) => rmSync(fileOf(home, name), { force: true });

/** Runs work that two runs must not do at once. */
export async function locked(home, name, work) {
  while (!tryLock(home, name)) await sleep(200);
  try {
    return await work();
  } finally {
    unlock(home, name);
  }
}
