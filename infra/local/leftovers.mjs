import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { readRun, updateRun } from './runfile.mjs';

/** The command line of a living process, or '' for one that has ended or is a zombie. */
export function commandOf(pid) {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    } catch {
      return '';
    }
  }
  return spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/**
 * Whether the recorded process is still that process. A pid alone is not enough, since the system reuses it.
 * @param {{ pid: number, match: string } | undefined} record
 * @param {(pid: number) => string} [look]
 */
export function isSame(record, look = commandOf) {
  if (record === undefined || !Number.isInteger(record.pid) || record.pid <= 1 || !record.match) return false;
  return look(record.pid).includes(record.match);
}

/** Sends a signal to a process, and to its group where it leads one. */
export function signal(pid, name) {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, name);
      return;
    } catch {
      // no group of that number, or already gone
    }
  }
}

/**
 * Whether any process of the group that the process led still runs, also while it ends: a process that is ending has no command line any
 * more. A zombie only waits to be collected and no longer runs.
 */
export function groupRuns(pid) {
  if (process.platform !== 'linux') {
    try {
      return process.kill(-pid, 0);
    } catch (cause) {
      return cause.code === 'EPERM';
    }
  }
  return readdirSync('/proc').some((name) => {
    try {
      const [state, , group] = /^\d+$/.test(name)
        ? readFileSync(`/proc/${name}/stat`, 'utf8')
            .replace(/^.*\) /s, '')
            .split(' ')
        : [];
      return Number(group) === pid && state !== 'Z' && state !== 'X';
    } catch {
      return false; // it ended meanwhile
    }
  });
}

/** Asks a recorded process to end, waits until its whole group has ended, and kills it if it does not. */
export async function end(record, { with: name = 'SIGTERM', within = 10_000 } = {}) {
  if (!isSame(record)) return false;
  const until = Date.now() + within;
  signal(record.pid, name);
  if ((await goneWithin(record, within)) && (await groupGoneUntil(record.pid, until))) return true;
  signal(record.pid, 'SIGKILL');
  await goneWithin(record, 5_000);
  await groupGoneUntil(record.pid, Date.now() + 5_000);
  return true;
}

async function groupGoneUntil(pid, until) {
  while (groupRuns(pid)) {
    if (Date.now() > until) return false;
    await sleep(50);
  }
  return true;
}

/** Waits until the recorded process has ended, by polling. */
export async function goneWithin(record, ms, every = 50) {
  const until = Date.now() + ms;
  while (isSame(record)) {
    if (Date.now() > until) return false;
    await sleep(every, undefined, { ref: every < 200 });
  }
  return true;
}

/**
 * Ends what an earlier run left running, except the roles to take over.
 * @param {object} home
 * @param {string[]} roles
 * @returns {Promise<string[]>} the names of those that were ended
 */
export async function endLeftovers(home, roles) {
  const found = Object.entries(readRun(home).processes).filter(([, record]) => roles.includes(record.role));
  const ended = await Promise.all(found.map(async ([name, record]) => ((await end(record)) ? name : '')));
  updateRun(home, (run) => {
    for (const [name, record] of found) if (run.processes[name]?.pid === record.pid) delete run.processes[name];
  });
  return ended.filter((name) => name !== '');
}
