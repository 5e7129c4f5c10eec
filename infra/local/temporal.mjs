import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { portsFor } from './ports.mjs';
import { readRun } from './runfile.mjs';
import { ensureService } from './service.mjs';
import { temporalProgram } from './temporal-program.mjs';

/** The search attributes; also registered by `temporal-setup` on another server. */
export const searchAttributes = { CaseKind: 'Keyword', Stage: 'Keyword', Unit: 'Keyword', NextDue: 'Datetime' };

/**
 * Temporal's server with its data on disk in the home and its own pages.
 * @param {object} home
 * @returns {Promise<object>} the handle, with `address`, `ui` and `program`
 */
export async function startTemporal(home) {
  const program = await temporalProgram(home);
  const folder = join(home.data, 'temporal');
  const complete = join(folder, 'complete');
  const file = join(folder, 'temporal.db');
  let ports = readRun(home).ports;
  const handle = await ensureService(home, {
    name: 'temporal',
    match: `--db-filename ${file}`,
    ready: () => serves(program, `127.0.0.1:${ports.temporal}`),
    prepare: async () => {
      if (!existsSync(complete)) rmSync(folder, { recursive: true, force: true }); // its first start was cut off: no workflow was ever in it
      mkdirSync(folder, { recursive: true });
      ports = await portsFor(home, ['temporal', 'temporalUi', 'temporalHttp', 'temporalMetrics']);
    },
    command: async () => ({ command: program, args: argumentsFor(file, ports) }),
  });
  writeFileSync(complete, '');
  return { ...handle, program, address: `127.0.0.1:${ports.temporal}`, ui: `http://127.0.0.1:${ports.temporalUi}` };
}

function argumentsFor(file, ports) {
  return [
    'server',
    'start-dev',
    '--ip',
    '127.0.0.1',
    '--db-filename',
    file,
    '--log-level',
    'warn',
    '--port',
    String(ports.temporal),
    '--ui-port',
    String(ports.temporalUi),
    '--http-port',
    String(ports.temporalHttp),
    '--metrics-port',
    String(ports.temporalMetrics),
    // twice as many starts a second; a workflow that a power cut loses is rebuilt from the case's events
    '--sqlite-pragma',
    'journal_mode=WAL',
    '--sqlite-pragma',
    'synchronous=NORMAL',
    ...Object.entries(searchAttributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
  ];
}

/** Up means that the namespace exists, not only that the port is open. */
function serves(program, address) {
  return new Promise((resolve) => {
    const args = ['operator', 'namespace', 'describe', '--namespace', 'default', '--address', address, '--command-timeout', '2s'];
    const child = spawn(program, args, { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
