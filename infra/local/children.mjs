import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { end, goneWithin, isSame } from './leftovers.mjs';
import { updateRun } from './runfile.mjs';

const largestLog = 20 * 1024 * 1024;

/** The log file of a process; a large old one is kept as `.1`. */
export function logFile(home, name) {
  const file = join(home.logs, `${name}.log`);
  try {
    if (statSync(file).size > largestLog) renameSync(file, `${file}.1`);
  } catch {
    // the first time
  }
  return file;
}

/** The last lines of a log, for a fault message. */
export function tail(file, lines = 12) {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}

/**
 * Starts a process in a group of its own (so that Ctrl-C reaches only this program, which chooses the order),
 * its output in the home's logs, and records it so that a later start can find it.
 * @param {object} home
 * @param {{ name: string, role: 'service' | 'app' | 'helper', match: string, command: string, args: string[], env?: object, cwd?: string, uid?: number, gid?: number, stopWith?: string }} what
 */
export function launch(home, what) {
  if (home.closed) throw new Error('stopping'); // nothing new may start while everything is being stopped
  const log = logFile(home, what.name);
  const fd = openSync(log, what.role === 'helper' ? 'w' : 'a');
  const options = { cwd: what.cwd, env: what.env ?? process.env, detached: true, stdio: ['ignore', fd, fd] };
  if (what.uid !== undefined) Object.assign(options, { uid: what.uid, gid: what.gid });
  const child = spawn(what.command, what.args, options);
  closeSync(fd);
  const record = { pid: child.pid ?? -1, match: what.match, role: what.role };
  if (child.pid !== undefined)
    updateRun(home, (run) => {
      run.processes[what.name] = record;
    });
  const exited = new Promise((resolve) => {
    child.once('error', (cause) => resolve({ code: null, signal: null, cause }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  return handle(home, what.name, record, exited, { adopted: false, log, stopWith: what.stopWith });
}

/** A process of an earlier start that still runs: the same handle, its end found by polling. */
export function adopt(home, name, record, stopWith) {
  const exited = goneWithin(record, Number.POSITIVE_INFINITY, 500).then(() => ({ code: null, signal: null }));
  return handle(home, name, record, exited, { adopted: true, log: logFile(home, name), stopWith });
}

function handle(home, name, record, exited, { adopted, log, stopWith }) {
  const forget = () =>
    updateRun(home, (run) => {
      if (run.processes[name]?.pid === record.pid) delete run.processes[name];
    });
  return {
    name,
    pid: record.pid,
    adopted,
    log,
    exited,
    alive: () => isSame(record),
    async stop(within = 12_000) {
      await end(record, { with: stopWith ?? 'SIGTERM', within });
      forget();
    },
    async kill() {
      await end(record, { with: 'SIGKILL' });
      forget();
    },
  };
}

/**
 * Runs a helper (npm, pip, mvn, a set-up verb) to its end. It is recorded too:
 * one that outlives a killed start would write into the same folders as the next.
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export async function run(home, name, command, args, options = {}) {
  const child = launch(home, { name, role: 'helper', match: options.match ?? command, command, args, ...options });
  let timer;
  if (options.within) timer = setTimeout(() => child.kill(), options.within);
  const { code, cause } = await child.exited;
  clearTimeout(timer);
  updateRun(home, (state) => {
    if (state.processes[name]?.pid === child.pid) delete state.processes[name];
  });
  return { code: cause ? 127 : code, output: cause ? String(cause) : readFileSync(child.log, 'utf8') };
}
