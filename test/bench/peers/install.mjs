import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..');
const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

const version = (name) => {
  const file = join(folder, 'node_modules', name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
};

/** Installs the peers as locked, where they are missing. A peer that can't be installed is named in the table, and the rest is measured. */
export function installPeers() {
  if (Object.entries(dependencies).some(([name, wanted]) => version(name) !== wanted)) {
    const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
    const args = [...npm.slice(1), 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
    spawnSync(npm[0], args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], timeout: 180_000 });
  }
  return Object.fromEntries(Object.keys(dependencies).map((name) => [name, version(name) ?? 'could not be installed']));
}

let leftOut = false;

/** Measures ours alone: for a run that only shows that the benchmark works. */
export function leaveOutPeers() {
  leftOut = true;
  return Object.fromEntries(Object.keys(dependencies).map((name) => [name, 'left out']));
}

/** What a peer measures, or why it could not. */
export async function peer(name, measure) {
  if (leftOut) return { name, value: null, why: 'left out' };
  try {
    return { name, value: await measure() };
  } catch (cause) {
    return {
      name,
      value: null,
      why: String(cause?.message ?? cause)
        .split('\n')[0]
        .slice(0, 120),
    };
  }
}
