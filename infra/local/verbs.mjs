import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { environmentFor, variablesForVerb } from './environment.mjs';
import { Fault } from './fault.mjs';
import { mainHome, root } from './home.mjs';
import { endLeftovers, isSame } from './leftovers.mjs';
import { ensurePackages } from './packages.mjs';
import { readRun } from './runfile.mjs';
import { startKafka, startPostgres, startTemporal, wanted } from './services.mjs';

const quiet = () => {};
/** Verbs that change tables; every other verb runs as the role of a running process. */
const owners = ['migrate', 'rebuild', 'anonymise', 'backup', 'restore', 'rotate-key'];
/** Verbs that need the database to themselves: it is started for them alone where nothing runs. */
const alone = ['anonymise', 'restore', 'rotate-key'];

/** `npm run gensvar -- <verb>`: a verb of the cli against the running system. */
export async function gensvar(args) {
  const home = mainHome();
  if (alone.includes(args[0]) && !process.env.DATABASE_ADMIN_URL && !isSame(readRun(home).processes.postgres)) return withPostgres(home, args);
  const env = variablesForVerb(home);
  const runs = process.env.DATABASE_URL || isSame(readRun(home).processes.postgres);
  if (!runs || !env.DATABASE_URL) throw new Fault('Gensvar kör inte här.', 'Starta med npm start i ett annat fönster, eller sätt DATABASE_URL, och kör igen.');
  if (!owners.includes(args[0])) delete env.DATABASE_ADMIN_URL;
  await ensurePackages(home, quiet);
  await ensureBuild(home, quiet);
  return script(join('dist', 'apps', 'cli', 'src', 'main.js'), args, env);
}

/** A verb with the database alone: started for it, stopped after it. */
async function withPostgres(home, args) {
  await ensurePackages(home, quiet);
  await ensureBuild(home, quiet);
  const postgres = await startPostgres(home);
  try {
    const { setUp } = await environmentFor(home, { postgres });
    return await script(join('dist', 'apps', 'cli', 'src', 'main.js'), args, setUp);
  } finally {
    await postgres.stop();
  }
}

/** `npm run krav`: the register of requirements, checked against the tests. */
export async function krav(args) {
  await ensurePackages(mainHome(), quiet);
  return script(join('test', 'support', 'krav.mjs'), args, process.env);
}

/** `npm run bench` and `npm run load`: with services up; those that this run started are stopped after it. */
export async function measure(name, args) {
  const file = join('test', 'bench', name === 'bench' ? 'run.mjs' : 'load.mjs');
  if (!existsSync(join(root, file))) throw new Fault(`${file} finns inte.`, 'Hämta hela källkoden och kör igen.');
  const home = mainHome();
  await ensurePackages(home, quiet);
  await ensureBuild(home, quiet);
  const want = wanted();
  const begun = await Promise.all([want.postgres && startPostgres(home), want.temporal && startTemporal(home), want.kafka && startKafka(home, want)]);
  const [postgres, temporal, kafka] = begun;
  try {
    const { running, setUp } = await environmentFor(home, { postgres, temporal, kafka });
    return await script(file, args, { ...(setUp ?? running), GENSVAR_DIST: join(root, 'dist') });
  } finally {
    await endLeftovers(home, ['helper']);
    await Promise.all(begun.map((service) => service && !service.adopted && service.stop()));
  }
}

/** Runs a script in the foreground and returns its exit status. */
export function script(file, args, env, flags = []) {
  if (!existsSync(join(root, file))) throw new Fault(`${file} finns inte.`, 'Bygg med npm run build, eller hämta hela källkoden, och kör igen.');
  const child = spawn(process.execPath, [...flags, join(root, file), ...args], { stdio: 'inherit', env, cwd: process.cwd() });
  for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => child.kill(name));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ status: code ?? 1 })));
}
