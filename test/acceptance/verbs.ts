import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { requireService } from '../support/services.js';

export interface Ran {
  readonly status: number | null;
  readonly lines: readonly string[];
  readonly error: string;
}

interface Started {
  readonly child: ChildProcess;
  readonly done: Promise<Ran>;
}

const cli = (): string => join(requireService('dist'), 'apps', 'cli', 'src', 'main.js');

/** Starts a verb of the built cli as the operator does. */
export const startVerb = (env: NodeJS.ProcessEnv, ...args: string[]): Started => started(env, process.execPath, [cli(), ...args]);

function started(env: NodeJS.ProcessEnv, program: string, args: readonly string[]): Started {
  const child = spawn(program, args, { env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', error: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.error += chunk.toString()));
  const done = new Promise<Ran>((resolve) => child.once('close', (status) => resolve({ status, lines: said.out.trimEnd().split('\n'), error: said.error })));
  return { child, done };
}

export const runVerb = (env: NodeJS.ProcessEnv, ...args: string[]): Promise<Ran> => startVerb(env, ...args).done;

// A file system of its own in a namespace of its own: needs no rights on the machine, and ends with the process.
const small = (place: string, size: string): string[] => ['-Urm', 'sh', '-c', `mount -t tmpfs -o size=${size} tmpfs "$0" && exec "$@"`, place];

/** Whether the machine lets a process mount a small file system (Linux with user namespaces). */
export const hasSmallDisks = (place: string): boolean => spawnSync('unshare', [...small(place, '64k'), 'true']).status === 0;

const BETWEEN = '--- more room ---';
const twice = `mount -t tmpfs -o size="$1" tmpfs "$0" && more="$2" && shift 2
  "$@"; echo "$?${BETWEEN}"; echo '${BETWEEN}' >&2; mount -o remount,size="$more" "$0" && exec "$@"`;

/** Runs a verb with a disk of the first size at the path, and once more when the same disk has the second. */
export async function runVerbOnGrowingDisk(
  place: string,
  sizes: readonly [string, string],
  env: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<readonly Ran[]> {
  const both = await started(env, 'unshare', ['-Urm', 'sh', '-c', twice, place, ...sizes, process.execPath, cli(), ...args]).done;
  const at = both.lines.findIndex((line) => line.endsWith(BETWEEN));
  const [first = '', second = ''] = both.error.split(`${BETWEEN}\n`);
  return [
    { status: Number.parseInt(both.lines[at] ?? '', 10), lines: both.lines.slice(0, at), error: first },
    { status: both.status, lines: both.lines.slice(at + 1), error: second },
  ];
}
