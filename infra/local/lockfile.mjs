import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './home.mjs';

const place = /-(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|ia32|loong64|ppc64|riscv64|s390x|x64)(?:-(\w+))?$/;

/**
 * The builds for other platforms that a lockfile should name and does not. npm leaves out those that its registry
 * lacked on the day, and `npm ci` then refuses the whole file.
 * @param {Record<string, { optionalDependencies?: Record<string, string>, dev?: boolean }>} packages of package-lock.json
 * @returns {Record<string, object>} the entries to add
 */
export function missingBuilds(packages) {
  const missing = Object.entries(packages).flatMap(([, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => packages[`node_modules/${name}`] === undefined && /^\d/.test(version) && place.test(name))
      .map(([name, version]) => [`node_modules/${name}`, entry(name, version, dev)]),
  );
  return Object.fromEntries(missing);
}

function entry(name, version, dev) {
  const [, os, cpu, rest = ''] = place.exec(name);
  const libc = os === 'linux' ? { libc: [rest.startsWith('musl') ? 'musl' : 'glibc'] } : {};
  return { version, cpu: [cpu], ...(dev && { dev: true }), ...libc, optional: true, os: [os] };
}

/** `boot.mjs lock`: completes package-lock.json after an `npm install`. */
export function completeLockfile() {
  const file = join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = missingBuilds(lock.packages);
  const all = Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(all) }, null, 2)}\n`);
  console.log(`${Object.keys(added).length} entries added`);
  return { status: 0 };
}
