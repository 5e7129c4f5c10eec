import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sleep } from './measure.mjs';
import { dist } from './ours.mjs';

const alive = new Set();
process.on('exit', () => alive.forEach((child) => child.kill('SIGKILL')));
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => process.exit(130));

/** One of our processes as `npm start` runs it; never with the owner's address of the database. */
export function startProcess(name, env) {
  const folder = mkdtempSync(join(tmpdir(), `gensvar-bench-${name}-`));
  const log = join(folder, 'output.log');
  const fd = openSync(log, 'a');
  const { DATABASE_ADMIN_URL: _owner, ...surroundings } = { ...process.env, ...env };
  const child = spawn(process.execPath, [join(dist, 'apps', name, 'src', 'main.js')], { env: surroundings, stdio: ['ignore', fd, fd] });
  closeSync(fd);
  alive.add(child);
  const exited = new Promise((resolve) =>
    child.once('exit', (code) => {
      alive.delete(child);
      resolve(code);
    }),
  );
  return {
    name,
    exited,
    pid: child.pid,
    output: () => readFileSync(log, 'utf8'),
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 12_000);
      await exited;
      clearTimeout(timer);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs a verb of the cli to its end, as the owner of the database. @returns what it printed */
export async function runVerb(args, env) {
  const child = spawn(process.execPath, [join(dist, 'apps', 'cli', 'src', 'main.js'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  alive.add(child);
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  alive.delete(child);
  if (code !== 0) throw new Error(`gensvar ${args[0]} ended with ${code}: ${printed.slice(-300)}`);
  return printed;
}

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
      });
  });

/** The HTTP process over a database, taking requests. */
export async function startServer({ appUrl, masterKey }, more = {}) {
  const port = await freePort();
  const server = startProcess('server', {
    DATABASE_URL: appUrl,
    GENSVAR_MASTER_KEY: masterKey,
    PORT: String(port),
    GENSVAR_DEMO: '1',
    GENSVAR_LOG_LEVEL: 'warn',
    NODE_ENV: 'development',
    GENSVAR_MAIL_CATCHER_PORT: '',
    ...more,
  });
  const url = `http://127.0.0.1:${port}`;
  const died = server.exited.then((code) => {
    throw new Error(`the server ended with ${code}: ${server.output().slice(-500)}`);
  });
  died.catch(() => undefined);
  const up = async () => {
    while (
      !(await fetch(`${url}/health/live`).then(
        () => true,
        () => false,
      ))
    )
      await sleep(50);
  };
  await Promise.race([
    up(),
    died,
    sleep(20_000).then(() => {
      throw new Error('the server did not come up');
    }),
  ]);
  return { ...server, url };
}
