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

/** Of what the build has written, that whose source is gone: a module that has moved would still be found at its old place. */
export const withoutSource = (built, sourceFiles) => {
  const here = new Set(sourceFiles);
  const sourcesOf = (file) => (/\.js(\.map)?$/.test(file) ? ['.ts', '.tsx'].map((ending) => file.replace(/\.js(\.map)?$/, ending)) : [file]);
  return built.filter((file) => /\.(js|js\.map|sql|typ|css)$/.test(file) && !sourcesOf(file).some((source) => here.has(source)));
};

/** After the build, file by file: a start that runs from dist/ has never a moment without what it may still load. */
function dropWithoutSource() {
  const built = filesUnder('dist').map((file) => file.slice('dist/'.length));
  for (const file of withoutSource(built, sources.flatMap(filesUnder))) rmSync(join(root, 'dist', file), { force: true });
}

/** Compiles to dist/ when the sources have changed since the last time. */
export async function ensureBuild(home, note) {
  const now = fingerprint();
  const last = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (last === now) return note('inget ändrat');
  rmSync(stamp, { force: true });
  const done = await run(home, 'build', process.execPath, [join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build'], { cwd: root });
  if (done.code !== 0) throw new Error(`the build failed:\n${done.output}`);
  dropWithoutSource();
  writeFileSync(stamp, now);
}
