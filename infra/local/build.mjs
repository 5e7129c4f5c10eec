import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './children.mjs';
import { root } from './home.mjs';

const sources = ['apps', 'libs', 'workflows', 'infra', 'package.json', 'package-lock.json', 'tsconfig.json', '.swcrc', 'tsconfig.build.json', 'nest-cli.json'];
const stamp = join(root, 'dist', '.sources');

/** Every file under a path of the checkout, sorted; node_modules and dot folders left out. */
export function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .filter((name) => name !== 'node_modules' && !name.startsWith('.'))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function fingerprint() {
  const hash = createHash('sha256');
  const files = sources.flatMap(filesUnder).filter((file) => !/\.(spec\.tsx?|mjs)$/.test(file));
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Compiles to dist/ when the sources have changed since the last time. */
export async function ensureBuild(home, note) {
  const now = fingerprint();
  const last = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (last === now) return note('inget ändrat');
  rmSync(stamp, { force: true });
  const done = await run(home, 'build', process.execPath, [join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build'], { cwd: root });
  if (done.code !== 0) throw new Error(`the build failed:\n${done.output}`);
  writeFileSync(stamp, now);
}
