import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { imports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { imports: Readonly<Record<string, string | Readonly<Record<string, string>>>> };
const specs = ['libs', 'apps', 'workflows', 'infra', 'test']
  .flatMap((folder) => readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`))
  .filter((path) => /\.spec\.tsx?$/.test(path) && !path.includes('node_modules'));

/** The file that an import names: one of ours, or undefined where it is a package. */
function fileOf(from: string, name: string): string | undefined {
  const at = name.startsWith('.') ? resolve(dirname(from), name) : mapped(name);
  return at && [at, at.replace(/\.js$/, '.ts'), at.replace(/\.js$/, '.tsx')].find((path) => existsSync(path));
}

function mapped(name: string): string | undefined {
  for (const [key, to] of Object.entries(imports)) {
    const [start = '', end = ''] = key.split('*');
    if (!name.startsWith(start) || !name.endsWith(end)) continue;
    const path = typeof to === 'string' ? to : to.source;
    return path && resolve(root, path.replace('*', name.slice(start.length, name.length - end.length)));
  }
  return undefined;
}

/** The files of ours that it imports, leaving out what is imported for its types alone. */
const direct = new Map<string, readonly string[]>();
function importsOf(file: string): readonly string[] {
  const known = direct.get(file);
  if (known) return known;
  const named = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'"]*?from\s+)?['"]([^'"]+)['"]/gm)];
  const found = named.flatMap(([, name = '']) => fileOf(file, name) ?? []);
  direct.set(file, found);
  return found;
}

function reaches(spec: string, target: string): boolean {
  const seen = new Set([root + spec]);
  for (const file of seen) for (const next of importsOf(file)) seen.add(next);
  return seen.has(root + target);
}

describe('The name of a spec says what it needs (docs/decisions/0029)', () => {
  const plain = specs.filter((path) => !/\.(int|e2e|browser)\.spec\.tsx?$/.test(path));
  const others = specs.filter((path) => !plain.includes(path));

  test('one without a word before .spec needs no services', () => {
    expect(plain.length).toBeGreaterThan(100);
    expect(plain.filter((path) => reaches(path, 'test/support/services.ts'))).toEqual([]);
  });

  test('one with int, e2e or browser before .spec uses the services', () => {
    expect(others.length).toBeGreaterThan(100);
    expect(others.filter((path) => !reaches(path, 'test/support/services.ts'))).toEqual([]);
  });

  test('no other word stands there', () => {
    expect(specs.filter((path) => /\.(?!int|e2e|browser)[a-z0-9]+\.spec\.tsx?$/.test(path))).toEqual([]);
  });
});
