import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * The examples of docs/how-to-add.md, performed as they stand there: their changes are made in a copy of the domain, and their specs are run
 * in it. Types are not checked, which alone would take longer than a test may.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(join(root, 'docs/how-to-add.md'), 'utf8');

interface Block {
  readonly path: string;
  readonly lines: readonly string[];
}
/** Fenced blocks that name the file they are of in their first line. */
const blocks = (fence: RegExp): readonly Block[] =>
  [...page.matchAll(fence)].map(([, path = '', body = '']) => ({ path, lines: body.replace(/\n$/, '').split('\n') }));
const changes = blocks(/^```diff\n--- (\S+)\n([\s\S]*?)^```$/gm);
const specs = blocks(/^```ts\n\/\/ (\S+\.spec\.ts)\n([\s\S]*?)^```$/gm);

/** The file after a change, whose lines without `+` must stand in it once, and those with `-` go. @throws Error where they do not */
function changed(text: string, { path, lines }: Block): string {
  const of = (marks: string) => lines.filter((line) => marks.includes(line.charAt(0))).map((line) => line.slice(1));
  const [before, after] = [of(' -').join('\n'), of(' +').join('\n')];
  const places = text.split(before).length - 1;
  if (before === '' || places !== 1) throw new Error(`docs/how-to-add.md changes what stands ${places} times in ${path}:\n${before}`);
  return text.replace(before, () => after);
}

describe('The worked examples of docs/how-to-add.md', () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'gensvar-example-'));
    for (const path of ['libs/domain/src', 'test/support', 'package.json', 'jest.config.mjs']) cpSync(join(root, path), join(copy, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const { path, lines } of specs) writeFileSync(join(copy, path), `${lines.join('\n')}\n`);
  });
  afterAll(() => {
    if (copy !== undefined) rmSync(copy, { recursive: true, force: true });
  });

  /** Which of the examples' tests pass in the copy, and what jest says. */
  function run(): { readonly passed: number; readonly failed: number; readonly says: string } {
    const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(root, 'node_modules/jest/bin/jest.js')];
    const files = specs.map(({ path }) => join(copy, path));
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [...jest, '--rootDir', copy, '--cacheDirectory', join(copy, 'cache'), '--json', '--runInBand', '--runTestsByPath', ...files],
      {
        cwd: copy,
        encoding: 'utf8',
      },
    );
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(stdout) as { numPassedTests: number; numFailedTests: number };
    return { passed, failed, says: stderr };
  }

  test('are a deadline and a code, each with its spec', () => {
    expect(specs).toHaveLength(2);
    expect(new Set(changes.map(({ path }) => path)).size).toBe(3);
  });

  test('fail as long as nothing is changed, and pass when the changes are made as they stand', () => {
    const before = run();
    expect([before.passed, before.failed]).toEqual([0, expect.any(Number)]);
    for (const change of changes) writeFileSync(join(copy, change.path), changed(readFileSync(join(copy, change.path), 'utf8'), change));
    const { says, ...counts } = run();
    expect([counts, says]).toEqual([{ passed: before.failed, failed: 0 }, says]);
  }, 240_000);

  test('a change that no longer fits where it is to stand is a fault, not passed by', () => {
    const change = { path: 'a.ts', lines: [' b', '-c', '+d'] };
    expect(changed('a\nb\nc\n', change)).toBe('a\nb\nd\n');
    for (const text of ['a\nc\n', 'b\nc\nb\nc\n']) expect(() => changed(text, change)).toThrow('in a.ts');
  });
});
