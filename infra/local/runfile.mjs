import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileOf = (home) => join(home.path, 'run.json');

/**
 * The recorded processes and ports of this home.
 * @returns {{ ports: Record<string, number>, processes: Record<string, { pid: number, match: string, role: string }>, [key: string]: any }}
 */
export function readRun(home) {
  try {
    return { ports: {}, processes: {}, ...JSON.parse(readFileSync(fileOf(home), 'utf8')) };
  } catch {
    return { ports: {}, processes: {} }; // none yet, or one that was cut off half way: begin again
  }
}

/** Changes run.json in one rename, so that a kill never leaves half a file. */
export function updateRun(home, change) {
  const run = readRun(home);
  change(run);
  writeAtomically(fileOf(home), JSON.stringify(run, null, 2));
  return run;
}

/** Writes beside and renames; only the owner may read. */
export function writeAtomically(file, text) {
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, text, { mode: 0o600 });
  renameSync(beside, file);
}

/** Passwords and the master key of this home, made once. */
export function secretsOf(home) {
  const file = join(home.path, 'secrets.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    if (cause.code !== 'ENOENT') throw cause; // a lost key is lost cases: never make a new one over a damaged file
    const secrets = {
      owner: randomBytes(18).toString('hex'),
      app: randomBytes(18).toString('hex'),
      masterKey: randomBytes(32).toString('hex'),
    };
    writeAtomically(file, JSON.stringify(secrets, null, 2));
    return secrets;
  }
}
