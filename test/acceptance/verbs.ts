import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { requireService } from '../support/services.js';

export interface Ran {
  readonly status: number | null;
  readonly lines: readonly string[];
  readonly error: string;
}

/** Starts a verb of the built cli as the operator does. */
export function startVerb(env: NodeJS.ProcessEnv, ...args: string[]): { readonly child: ChildProcess; readonly done: Promise<Ran> } {
  const main = join(requireService('dist'), 'apps', 'cli', 'src', 'main.js');
  const child = spawn(process.execPath, [main, ...args], { env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', error: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.error += chunk.toString()));
  const done = new Promise<Ran>((resolve) => child.once('close', (status) => resolve({ status, lines: said.out.trimEnd().split('\n'), error: said.error })));
  return { child, done };
}

export const runVerb = (env: NodeJS.ProcessEnv, ...args: string[]): Promise<Ran> => startVerb(env, ...args).done;
