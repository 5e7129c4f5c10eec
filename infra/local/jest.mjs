import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './home.mjs';
import { signal } from './leftovers.mjs';

const longest = 25 * 60_000;
const lingering = 30_000;

/**
 * Runs one group of specs and counts.
 * @param {object} home
 * @param {{ name: string, files: string[], flags: string[] }} group
 * @param {object} env
 * @param {string} [program] the Node to run on
 * @returns {Promise<{ passed: number, failed: number, skipped: number, fell?: string[] }>} `fell` as of `fellOf`
 */
export async function runJest(home, group, env, program = process.execPath) {
  const result = join(home.path, `jest-${process.pid}.json`);
  rmSync(result, { force: true });
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--json',
    `--outputFile=${result}`,
    // Each spec has a database, a namespace and topics of its own, and so run two beside each other.
    '--maxWorkers=2',
    ...group.flags,
    '--runTestsByPath',
    ...group.files,
  ];
  const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'], detached: true });
  live.add(child);
  const code = await endOf(child, result);
  live.delete(child);
  const written = existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : undefined;
  rmSync(result, { force: true });
  const counts = written ? { ...countsOf(written), fell: fellOf(written) } : { passed: 0, failed: 1, skipped: 0, fell: ['jest skrev inget resultat'] };
  if (code !== 0 && counts.failed === 0) {
    counts.failed += 1; // jest itself failed, whatever the tests said
    counts.fell.push(`jest slutade med ${code}`);
  }
  return counts;
}

const TOLD = 700;

/**
 * What failed, one line each: the file, the title, and what was wrong as far as its stack: what was expected and received, or the seed and the
 * cause of a property, without which a failure by chance cannot be repeated.
 * @param {object} json what jest writes with --json
 * @returns {string[]}
 */
export function fellOf(json) {
  return json.testResults
    .filter((suite) => suite.status === 'failed')
    .flatMap((suite) => {
      const file = relative(root, suite.name);
      const failed = suite.assertionResults.filter((test) => test.status === 'failed');
      if (failed.length === 0) return [`${file}: ${told(suite.message)}`];
      return failed.map((test) => `${file}: ${test.fullName}: ${told(test.failureMessages[0])}${causeOf(suite.message, test)}`);
    });
}

const linesOf = (message) =>
  stripVTControlCharacters(message ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('Hint:'));
const told = (message) => {
  const lines = linesOf(message);
  const stack = lines.findIndex((line) => line.startsWith('at '));
  return lines
    .slice(0, stack === -1 ? lines.length : stack)
    .join(' | ')
    .slice(0, TOLD);
};
/** What a property was broken by: jest writes it below the test, in the message of the whole suite alone. */
const causeOf = (message, { title }) => {
  const section = stripVTControlCharacters(message ?? '')
    .split(/^ {2}● /m)
    .find((part) => part.split('\n', 1)[0].trimEnd().endsWith(title));
  const lines = linesOf(section);
  const at = lines.indexOf('Cause:');
  return at === -1 ? '' : ` | ${told(lines.slice(at).join('\n'))}`;
};

/**
 * A suite that could not be loaded has no tests to fail, so it counts as one.
 * @param {object} json what jest writes with --json
 */
export function countsOf(json) {
  const broken = json.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.every((test) => test.status !== 'failed'));
  return { passed: json.numPassedTests, failed: json.numFailedTests + broken.length, skipped: json.numPendingTests + (json.numTodoTests ?? 0) };
}

const live = new Set();
/** Ends the running specs when the whole run is interrupted. */
export function endJest() {
  for (const child of live) signal(child.pid, 'SIGKILL');
}

/** Jest waits for ever for a handle left open; that is reported as a fault instead. */
function endOf(child, result) {
  return new Promise((resolve) => {
    const began = Date.now();
    let written;
    const watch = setInterval(() => {
      if (written === undefined && existsSync(result)) written = Date.now();
      if (Date.now() - (written ?? Infinity) < lingering || (written === undefined && Date.now() - began < longest)) return;
      console.error(
        written === undefined ? 'Testerna tog för lång tid och avbröts.' : 'Testerna är klara men något höll jest vid liv (en anslutning som inte stängdes).',
      );
      signal(child.pid, 'SIGKILL');
    }, 1_000);
    child.once('exit', (code) => {
      clearInterval(watch);
      resolve(code ?? 1);
    });
  });
}
