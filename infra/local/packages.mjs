import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './children.mjs';
import { Fault, looksUnreachable } from './fault.mjs';
import { root } from './home.mjs';

const packagesIn = (file) => {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/** npm writes its own list last, so one that agrees with the lockfile means a complete installation. */
export function packagesInstalled() {
  const locked = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (locked === undefined || installed === undefined) return false;
  const asked = Object.keys({ ...locked['']?.dependencies, ...locked['']?.devDependencies });
  return agrees(locked, installed) && asked.every((name) => existsSync(join(root, 'node_modules', name, 'package.json')));
}

/**
 * Whether the installed packages agree with the locked ones. Optional ones may be for other platforms, so they may be missing.
 * @param {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} locked
 * @param {Record<string, { version?: string }>} installed
 */
export function agrees(locked, installed) {
  return Object.entries(locked).every(([path, { version, optional, devOptional }]) => {
    if (!path.startsWith('node_modules/')) return true;
    const found = installed[path];
    return found === undefined ? optional === true || devOptional === true : found.version === version;
  });
}

/** Installs the packages of the lockfile where they are missing. */
export async function ensurePackages(home, note) {
  if (packagesInstalled()) return note('finns redan');
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const args = [
    ...npm.slice(1),
    'ci',
    '--include=dev',
    '--ignore-scripts=false',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--loglevel=error',
    '--fetch-retry-maxtimeout=15000',
  ];
  const done = await run(home, 'npm', npm[0], args, { cwd: root, match: 'npm' });
  if (done.code === 0) return note('installerade');
  if (done.code === 127) throw new Fault('npm saknas.', 'Installera Node med npm från nodejs.org och kör igen.');
  if (looksUnreachable(done.output))
    throw new Fault('Paketregistret för npm gick inte att nå.', 'Kontrollera nätet eller `npm config get registry`, och kör sedan samma kommando igen.');
  throw new Error(`npm ci failed:\n${done.output}`);
}
